package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A slot: the session and the beginning. Its length is a rule of the edition.
 *
 * @param session the session
 * @param startsAt when the speaker takes the floor
 */
@Embeddable
record Slot(@Column(name = "session_id") UUID session, Instant startsAt) {

    boolean hasBegun(Instant now) {
        return !now.isBefore(startsAt);
    }
}
