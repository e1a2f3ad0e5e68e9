package org.wsisforum.registration.invitation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.time.ForumClock;
import org.wsisforum.registration.edition.EditionRules;
import org.wsisforum.registration.edition.Editions;
import org.wsisforum.registration.letter.LetterMail;
import org.wsisforum.registration.letter.LetterPage;
import org.wsisforum.registration.letter.Letters;

/**
 * The mails to invited offices, and which copy of the service sends which. Each method that a sender calls is a transaction of
 * its own, so that a claim stands before a mail goes out.
 */
@ApplicationScoped
class Mails implements PanacheRepositoryBase<InvitationMail, UUID> {

    private static final Logger LOG = Logger.getLogger(Mails.class);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    @Inject
    MailingConfig config;

    @Inject
    Editions editions;

    @Inject
    Letters letters;

    @Inject
    Invitations invitations;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    @ConfigProperty(name = "wsis.public-url")
    String publicUrl;

    /**
     * A mail that was taken on.
     *
     * @param id the mail
     * @param attempt which attempt this is, counted from 1
     * @param messageId under which the mail server and a report on it know this attempt
     * @param to the address
     * @param replyTo the address of the edition's contact
     * @param language the BCP 47 tag of the language that it is in
     * @param mail what it says
     */
    record Envelope(
            UUID id, int attempt, String messageId, String to, String replyTo, String language, LetterMail mail) {}

    /**
     * What was taken on.
     *
     * @param envelope what is to be sent; null where there was no more reason to
     */
    record Claim(Envelope envelope) {}

    /** Takes on the mail that waits longest, if one is due; of any who ask, in whatever copy, one gets it. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Claim> claim() {
        return next().map(id -> {
            var mail = findById(id);
            var invitation = invitations.findById(mail.invitationId(), LockModeType.PESSIMISTIC_WRITE);
            var rules = editions.require(mail.edition());
            var now = clock.instant();
            var reason = reasonAgainst(mail, invitation, rules, now);
            if (reason.isPresent()) {
                mail.cancel(reason.get(), now);
                return new Claim(null);
            }
            // The key is known here alone and never stored, so each attempt has a link of its own.
            var key = LinkKey.random();
            invitation.addLink(key, rules, now);
            mail.claim(URI.create(publicUrl).getHost(), key.hash(), Instant.now());
            try {
                return new Claim(envelope(mail, invitation, rules, key));
            } catch (RuntimeException e) {
                // Left in the queue, it would stand before all others for ever.
                LOG.errorf(e, "The mail %s cannot be written.", mail.messageId());
                invitation.dropLink(mail.linkHash());
                fail(mail, "It could not be written.");
                return new Claim(null);
            }
        });
    }

    /** Nobody waits for who has it: the next one is taken. */
    @SuppressWarnings("unchecked")
    private Optional<UUID> next() {
        List<UUID> found = getEntityManager()
                .createNativeQuery(
                        "select id from invitation_mail where state = 'QUEUED' and due_at <= :now"
                                + " order by due_at, id limit 1 for update skip locked",
                        UUID.class)
                .setParameter("now", Instant.now())
                .getResultList();
        return found.stream().findFirst();
    }

    /** What happened since it was queued may leave no reason to send it. */
    private static Optional<String> reasonAgainst(
            InvitationMail mail, Invitation invitation, EditionRules rules, Instant now) {
        if (invitation.email() == null) {
            return Optional.of("There is no address for mail any more.");
        }
        return switch (invitation.state(rules, now)) {
            case CLEARED -> mail.isReminder() ? Optional.of("It has not been sent.") : Optional.empty();
            case SENT, OPENED ->
                mail.isReminder() && !invitation.hasOpenLink()
                        ? Optional.of("Its links were revoked.")
                        : Optional.empty();
            default ->
                Optional.of("The invitation is " + invitation.state(rules, now).json() + ".");
        };
    }

    private Envelope envelope(InvitationMail mail, Invitation invitation, EditionRules rules, LinkKey key) {
        var letter = letters.read(mail.edition(), invitation.letterId());
        var language = LetterPage.shownIn(letter, invitation.language());
        var link =
                publicUrl.replaceFirst("/$", "") + InvitationResource.path(invitation) + "/letter?key=" + key.secret();
        var contact = rules.contact().email();
        return new Envelope(
                mail.id(),
                mail.attempts(),
                mail.messageId(),
                invitation.email(),
                contact,
                language.tag(),
                LetterMail.of(
                        letter,
                        language,
                        LetterPage.Recipient.ofMail(
                                InvitationLetterResource.salutation(invitation, rules, language),
                                rules.rules().respondBefore(),
                                rules.zone()),
                        link,
                        contact,
                        mail.isReminder()));
    }

    /** The mail server has taken it. */
    @Transactional(TxType.REQUIRES_NEW)
    void sent(UUID id, int attempt) {
        onItsWay(id, attempt).ifPresent(mail -> {
            var now = clock.instant();
            mail.settle(MailState.SENT, null, now);
            if (mail.isReminder()) {
                record(InvitationChange.REMINDED, mail);
                return;
            }
            var invitation = invitations.findById(mail.invitationId(), LockModeType.PESSIMISTIC_WRITE);
            if (invitation.stored() == Invitation.State.CLEARED) {
                var by =
                        getEntityManager().find(Mailing.class, mail.mailingId()).requestedBy();
                invitation.send(Way.MAIL, by, now);
                record(InvitationChange.SENT, mail);
            }
        });
    }

    /** The mail server does not take it for the moment; it is tried again, unless that was often enough. */
    @Transactional(TxType.REQUIRES_NEW)
    void deferred(UUID id, int attempt, String reply) {
        onItsWay(id, attempt).ifPresent(mail -> {
            dropLink(mail);
            if (mail.attempts() >= config.attempts()) {
                fail(mail, reply);
            } else {
                var pause = config.pause().multipliedBy(1L << (2 * Math.min(mail.attempts() - 1, 10)));
                mail.defer(reply, Instant.now().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
            }
        });
    }

    /** The mail server refuses it for good. */
    @Transactional(TxType.REQUIRES_NEW)
    void failed(UUID id, int attempt, String reply) {
        onItsWay(id, attempt).ifPresent(mail -> {
            dropLink(mail);
            fail(mail, reply);
        });
    }

    /** Nobody knows whether the mail server has taken it. The link that it carries opens the letter, should it have. */
    @Transactional(TxType.REQUIRES_NEW)
    void doubtful(UUID id, int attempt, String reply) {
        onItsWay(id, attempt).ifPresent(mail -> doubt(mail, reply));
    }

    /** What was being sent for longer than a lease: whoever was at it has died, before or after the server took it. */
    @Transactional(TxType.REQUIRES_NEW)
    void doubtWhatIsLeft() {
        find("state = SENDING and claimedAt < ?1", Instant.now().minus(config.lease()))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .forEach(mail -> doubt(mail, "The service ended while it was being sent."));
    }

    private void doubt(InvitationMail mail, String reply) {
        mail.settle(MailState.DOUBTFUL, reply, clock.instant());
        record(InvitationChange.MAIL_DOUBTFUL, mail);
    }

    private void fail(InvitationMail mail, String reply) {
        mail.settle(MailState.FAILED, reply, clock.instant());
        record(InvitationChange.MAIL_FAILED, mail);
    }

    /** A link that surely reached nobody is none that was issued. */
    private void dropLink(InvitationMail mail) {
        invitations
                .findById(mail.invitationId(), LockModeType.PESSIMISTIC_WRITE)
                .dropLink(mail.linkHash());
    }

    private Optional<InvitationMail> onItsWay(UUID id, int attempt) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(mail -> mail.isOnItsWay(attempt));
    }

    private void record(InvitationChange change, InvitationMail mail) {
        changes.record(
                change == InvitationChange.SENT
                        ? Change.of(change, mail.edition(), "invitations/" + mail.invitationId(), "state")
                        : Change.of(change, mail.edition(), "invitations/" + mail.invitationId(), "mail"));
    }

    /** Queues what is to be reminded of now, in every edition; what is queued already stays as it is. */
    @Transactional(TxType.REQUIRES_NEW)
    void queueReminders() {
        var now = clock.instant();
        for (var rules : editions.inOrder()) {
            rules.rules().reminderAt(now).ifPresent(days -> queueReminders(rules, days, now));
        }
    }

    private void queueReminders(EditionRules rules, int days, Instant now) {
        getEntityManager()
                .createNativeQuery(
                        "insert into invitation_mail (id, edition, invitation_id, country, days, state, queued_at, due_at)"
                                + " select gen_random_uuid(), i.edition, i.id, i.country, :days, 'QUEUED', :now, :technical"
                                + " from invitation i where i.edition = :edition and i.state in ('SENT', 'OPENED')"
                                // Who has the letter for less than that long needs no reminder yet.
                                + " and i.email is not null and i.issued_at < :since"
                                + " and not exists (select 1 from invitation_mail m where m.invitation_id = i.id"
                                + " and (m.days = :days or m.state = 'BOUNCED' and not exists (select 1 from invitation_mail l"
                                + " where l.invitation_id = i.id and l.state = 'SENT' and l.queued_at >= m.queued_at)))"
                                + " on conflict do nothing")
                .setParameter("days", days)
                .setParameter("now", now)
                .setParameter("technical", Instant.now())
                .setParameter("edition", rules.code())
                .setParameter("since", rules.rules().respondBefore().minus(Duration.ofDays(days)))
                .executeUpdate();
    }

    /** Whoever opens a letter by the link of a mail has got the mail: it is in doubt no longer. To be called in a transaction. */
    @Transactional(TxType.MANDATORY)
    void arrived(UUID invitation, String linkHash, Instant now) {
        flush();
        getEntityManager()
                .createNativeQuery(
                        "update invitation_mail set state = 'SENT', reply = null, settled_at = :now where id in ("
                                + "select m.id from invitation_mail m where m.invitation_id = :invitation and m.link_hash = :hash"
                                // Also of one whose sender died as the server took it, and of whom nobody has found
                                // that out.
                                + " and m.state in ('SENDING', 'DOUBTFUL')"
                                // Where it was sent again meanwhile, that is what counts.
                                + " and (m.mailing_id is null or not exists (select 1 from invitation_mail o"
                                + " where o.invitation_id = m.invitation_id and o.id <> m.id and o.mailing_id is not null"
                                + " and o.state in ('QUEUED', 'SENDING', 'SENT')))"
                                // Whoever is just noting what became of it knows better.
                                + " for update of m skip locked)")
                .setParameter("now", now)
                .setParameter("invitation", invitation)
                .setParameter("hash", linkHash)
                .executeUpdate();
    }

    /** How many mails of each mailing have come to what. */
    Map<UUID, Map<MailState, Long>> counts(Collection<UUID> mailings) {
        var counts = new HashMap<UUID, Map<MailState, Long>>();
        getEntityManager()
                .createQuery(
                        "select mailingId, state, count(*) from InvitationMail where mailingId in :mailings"
                                + " group by mailingId, state",
                        Object[].class)
                .setParameter("mailings", mailings)
                .getResultStream()
                .forEach(row -> counts.computeIfAbsent((UUID) row[0], id -> new EnumMap<>(MailState.class))
                        .put((MailState) row[1], (Long) row[2]));
        return counts;
    }

    /** All mails to one office, the first one first. */
    List<InvitationMail> to(UUID invitation) {
        return list("invitationId = ?1 order by queuedAt, id", invitation);
    }

    /** The mail that a report names, held until the transaction ends. */
    Optional<InvitationMail> ofMessage(String edition, String messageId) {
        return find("edition = ?1 and messageId = ?2", edition, messageId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
