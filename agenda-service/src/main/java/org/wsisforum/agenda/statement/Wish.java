package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;

/**
 * What an office asks for.
 *
 * @param sessions the sessions that would do, the best first
 * @param notBefore the earliest beginning that would do; may be null
 * @param notAfter the latest; may be null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SlotRequest", description = "What an office asks for.")
record Wish(
        @NotEmpty
        @Size(max = 20)
        @Schema(
                description = "The sessions that would do, the best first.",
                examples = "[\"0190b0a2-5c7a-7000-8000-000000000003\"]")
        List<@NotNull UUID> sessions,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description =
                        "The earliest beginning that would do: offers to all who wait leave out whom protocol puts before it.",
                examples = "2021-03-22T14:00:00Z")
        Instant notBefore,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description =
                        "The latest beginning that would do: offers to all who wait leave out whom protocol puts after it.",
                examples = "2021-03-22T15:00:00Z")
        Instant notAfter) {

    /** Whether a slot that begins then would do. */
    boolean suits(Instant startsAt) {
        return (notBefore == null || !startsAt.isBefore(notBefore))
                && (notAfter == null || !startsAt.isAfter(notAfter));
    }

    List<FieldError> faults() {
        var faults = new ArrayList<FieldError>();
        if (sessions.stream().distinct().count() < sessions.size()) {
            faults.add(FieldError.at("/sessions", "unique", "A session is named once."));
        }
        if (notBefore != null && notAfter != null && notAfter.isBefore(notBefore)) {
            faults.add(FieldError.at("/notAfter", "order", "It lies before notBefore."));
        }
        return faults;
    }
}
