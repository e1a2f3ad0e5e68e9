package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An exchange of slots that a delegation proposes to another. It names the slot that is hoped for, so that what the other agrees
 * to is what was proposed.
 *
 * @param with the other statement
 * @param session the session of the other's slot
 * @param startsAt the beginning of the other's slot
 */
@Embeddable
@Schema(name = "SlotExchange", description = "An exchange of slots that is proposed.")
record Exchange(
        @Column(name = "swap_with") @Schema(description = "The other statement.")
        UUID with,

        @Column(name = "swap_session_id") @Schema(description = "The session of the slot that is hoped for.")
        UUID session,

        @Column(name = "swap_starts_at")
        @Schema(description = "The beginning of the slot that is hoped for.", examples = "2021-03-22T14:03:00Z")
        Instant startsAt) {

    boolean isFor(Statement other) {
        return with.equals(other.id()) && new Slot(session, startsAt).equals(other.slot());
    }
}
