package org.wsisforum.agenda.statement;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a statement is. */
@Schema(
        description = "How far a statement is.",
        enumeration = {"open", "booked", "withdrawn"})
public enum StatementState {
    /** The invitation is accepted, no slot is booked. */
    OPEN,
    /** A slot is booked, the programme shows the speaker. */
    BOOKED,
    /** The invitation is not accepted any more. */
    WITHDRAWN;

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<StatementState> of(String json) {
        return Stream.of(values()).filter(s -> s.json().equals(json)).findFirst();
    }
}
