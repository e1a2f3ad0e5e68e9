package org.wsisforum.agenda.statement;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a statement is. */
@Schema(
        description = "How far a statement is.",
        enumeration = {"open", "requested", "offered", "booked", "delivered", "withdrawn"})
public enum StatementState {
    /** The invitation is accepted, nothing is asked for. */
    OPEN,
    /** A slot is asked for. */
    REQUESTED,
    /** A slot is held until the office confirms it, or the offer ends. */
    OFFERED,
    /** A slot is given, the programme shows the speaker. */
    BOOKED,
    /** The speaker has spoken. */
    DELIVERED,
    /** The invitation is not accepted any more. */
    WITHDRAWN;

    /** What everybody sees. */
    static final Set<StatementState> IN_PROGRAMME = Set.of(BOOKED, DELIVERED);

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<StatementState> of(String json) {
        return Stream.of(values()).filter(s -> s.json().equals(json)).findFirst();
    }
}
