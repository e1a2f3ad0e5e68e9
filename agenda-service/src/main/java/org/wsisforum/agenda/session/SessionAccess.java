package org.wsisforum.agenda.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.person.Organizers;
import org.wsisforum.agenda.release.Makers;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;

/**
 * Who sees and changes which session of the draft: programme managers all of them, an organizer the own ones. Whose session it
 * is stands in its row; whoever's request for a workshop is accepted organizes it without anybody giving a role.
 */
@ApplicationScoped
class SessionAccess implements Organizers {

    @Inject
    Caller caller;

    @Inject
    Makers makers;

    @Inject
    Sessions sessions;

    /** Refuses whoever makes no session, and so has nothing to see of the draft. */
    void requireToMake(String edition) {
        makers.require(isManager() || isOne(edition));
    }

    /** Those who have the role of organizers may be given a session at any time; of others the rows say it. */
    @Override
    public boolean isOne(String edition) {
        return caller.has(Role.SESSION_ORGANIZER) || isPerson() && sessions.isAnyOrganizedBy(edition, caller.subject());
    }

    /** The session of the draft, if the caller may see it. */
    Session requireToRead(String edition, UUID id) {
        return sessions.find(edition, id, LockModeType.NONE)
                .filter(this::makes)
                .orElseThrow(() -> Sessions.none(edition, id));
    }

    /**
     * The session, which nobody else changes until the running transaction ends, if the caller may change some of it. Whether
     * there is a draft is not for the organizer of another session to find out.
     */
    Session requireToChange(String edition, UUID id) {
        var session = sessions.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        if (isManager() || isOrganizerOf(session)) {
            return session;
        }
        throw session.isDraft()
                ? Sessions.none(edition, id)
                : RequestProblem.FORBIDDEN.because("The session is organized by others.");
    }

    /** Refuses an organizer who says more than an organizer may. */
    void requireOwnFields(List<String> fields) {
        if (isManager()) {
            return;
        }
        var others = fields.stream()
                .filter(field -> !SessionInput.OF_ORGANIZERS.contains(field))
                .map(field -> FieldError.at("/" + field, "not-yours", "Programme managers say this."))
                .toList();
        if (!others.isEmpty()) {
            throw RequestProblem.FORBIDDEN.because(
                    "The organizer of a session says what it is about, who takes part, which documents belong to it and"
                            + " what came of it.",
                    others);
        }
    }

    /** Whether the caller is one of those who make the session, and sees what everybody does not. */
    boolean makes(Session session) {
        return readsAll() || isOrganizerOf(session) && caller.isGranted("agenda:read");
    }

    /** Which of these sessions, as everybody sees them, the caller is shown where to join. */
    List<UUID> joinable(List<ProgrammeSession> sessions, Edition edition, Instant now) {
        return isPerson() && caller.isGranted("agenda:read")
                ? sessions.stream()
                        .filter(session -> isOpen(session, edition, now))
                        .map(ProgrammeSession::id)
                        .toList()
                : List.of();
    }

    private static boolean isOpen(ProgrammeSession session, Edition edition, Instant now) {
        var state = session.state(now);
        return (state == SessionState.LIVE || state == SessionState.SCHEDULED)
                && !now.isBefore(session.content()
                        .said()
                        .startsAt()
                        .minus(edition.rules().joinLinkLead()));
    }

    private boolean isPerson() {
        return caller.has(Role.PERSON);
    }

    /** Whether the caller sees every session, drafts as well. */
    boolean readsAll() {
        return isManager() && caller.isGranted("agenda:read");
    }

    /** Whether the caller makes all of the programme, drafts as well. */
    boolean isManager() {
        return caller.has(Role.PROGRAMME_MANAGER);
    }

    private boolean isOrganizerOf(Session session) {
        return isPerson() && session.isOrganizedBy(caller.subject());
    }
}
