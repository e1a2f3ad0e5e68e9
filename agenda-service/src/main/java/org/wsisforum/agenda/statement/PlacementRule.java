package org.wsisforum.agenda.statement;

import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a statement came to its place on a list, or left it. */
@Schema(
        description = "Why a statement came to its place on a list, or left it.",
        enumeration = {
            "booked",
            "assigned",
            "protocol",
            "late",
            "substitution",
            "exchange",
            "made-room",
            "session-moved",
            "chair",
            "released",
            "taken-off",
            "exchanged",
            "withdrawn",
            "lapsed",
            "not-given"
        })
enum PlacementRule {
    /** The delegation chose the slot: first come, first served. */
    BOOKED,
    /** The secretariat gave it the slot. */
    ASSIGNED,
    /** The rules of order of the edition put it there. */
    PROTOCOL,
    /** It came when the list was closed, so it stands at the end. */
    LATE,
    /** Another speaker of another rank: it stands where that rank stands. */
    SUBSTITUTION,
    /** Two delegations agreed. */
    EXCHANGE,
    /** Another statement was placed, so this one moved up or down. */
    MADE_ROOM,
    /** The session was given another time, and its speakers went with it. */
    SESSION_MOVED,
    /** The Chair wanted it so. */
    CHAIR,
    /** The delegation gave the slot back. */
    RELEASED,
    /** The secretariat took it off, or gave it a slot of another session. */
    TAKEN_OFF,
    /** Two delegations agreed, and this one speaks in the session of the other. */
    EXCHANGED,
    /** The invitation is not accepted any more, or staff withdrew the statement. */
    WITHDRAWN,
    /** The offer ended before it was confirmed. */
    LAPSED,
    /** Its turn came, and nobody spoke. */
    NOT_GIVEN;

    /** What takes a statement off a list. */
    static final Set<PlacementRule> LEAVING = Set.of(RELEASED, TAKEN_OFF, EXCHANGED, WITHDRAWN, LAPSED, NOT_GIVEN);

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
