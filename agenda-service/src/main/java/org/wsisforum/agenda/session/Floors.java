package org.wsisforum.agenda.session;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import org.wsisforum.agenda.release.Releases;

/** Where speakers are given slots: what the rest of the agenda sees of sessions. */
@ApplicationScoped
public class Floors {

    @Inject
    Sessions sessions;

    @Inject
    Releases releases;

    /** The floor of a session, or the refusal for one that there is not. */
    public Floor require(String edition, UUID session) {
        return find(edition, session).orElseThrow(() -> Sessions.none(edition, session));
    }

    /** The floor of a session; empty if there is none. */
    public Optional<Floor> find(String edition, UUID session) {
        return find(edition, session, LockModeType.NONE);
    }

    /** The floor of a session, whose time stays as it is until the running transaction ends; empty if there is none. */
    public Optional<Floor> hold(String edition, UUID session) {
        return find(edition, session, LockModeType.PESSIMISTIC_READ);
    }

    /** Whether everybody sees the session: it is in the newest release. */
    public boolean isShown(String edition, UUID session) {
        return releases.shows(edition, ShownSessions.KIND, session);
    }

    /** Nobody is given a slot in a draft, since the slot would show that there is one. */
    private Optional<Floor> find(String edition, UUID session, LockModeType lock) {
        return sessions.find(edition, session, lock)
                .filter(found -> !found.isDraft())
                .map(Session::floor);
    }
}
