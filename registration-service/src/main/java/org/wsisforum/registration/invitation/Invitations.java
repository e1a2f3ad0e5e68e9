package org.wsisforum.registration.invitation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import static org.wsisforum.registration.invitation.InvitationProblem.INVITATION_NOT_FOUND;

@ApplicationScoped
class Invitations implements PanacheRepositoryBase<Invitation, UUID> {

    Optional<Invitation> of(String edition, UUID id) {
        return findByIdOptional(id).filter(i -> i.edition().equals(edition));
    }

    /** The same, held until the transaction ends: two answers at one moment are taken one after the other. */
    Optional<Invitation> toChange(String edition, UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(i -> i.edition().equals(edition));
    }

    /** The countries that are invited with a letter, codes of ISO 3166-1. */
    Set<String> countriesOf(UUID letter) {
        return getEntityManager()
                .createQuery(
                        "select country from Invitation where letterId = :letter and state <> WITHDRAWN", String.class)
                .setParameter("letter", letter)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** The drafts of a letter, held until the transaction ends. */
    List<Invitation> draftsToChange(UUID letter) {
        return find("letterId = ?1 and state = DRAFTED order by id", letter)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /**
     * Whom a letter is to be mailed to.
     *
     * @param again whoever was written to with the letter is written to again where only these have become of it
     */
    List<Invitation> toMail(UUID letter, List<MailState> again) {
        return getEntityManager()
                .createQuery("""
                        from Invitation i where letterId = :letter and email is not null
                        and (state = CLEARED and not exists (select 1 from InvitationMail m
                                where m.invitationId = i.id and m.mailingId is not null and m.state <> CANCELLED)
                             or state in (CLEARED, SENT, OPENED) and exists (select 1 from InvitationMail m
                                where m.invitationId = i.id and m.mailingId is not null and m.state in :again)
                             and not exists (select 1 from InvitationMail m
                                where m.invitationId = i.id and m.mailingId is not null
                                and m.state in (QUEUED, SENDING, SENT)))
                        order by i.id""", Invitation.class)
                .setParameter("letter", letter)
                .setParameter("again", again)
                .getResultList();
    }

    /** How many who were cleared for a letter have no address for mail. */
    int clearedWithoutAddress(UUID letter) {
        return (int) count("letterId = ?1 and state = CLEARED and email is null", letter);
    }

    static RuntimeException notFound(String edition, UUID id) {
        return INVITATION_NOT_FOUND.because("The edition " + edition + " has no invitation " + id + ".");
    }
}
