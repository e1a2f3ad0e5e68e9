package org.wsisforum.agenda.statement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;

/**
 * When a statement was delivered.
 *
 * @param startedAt when the speaker took the floor
 * @param endedAt when the speaker gave it back
 */
@Embeddable
@Schema(name = "StatementDelivery", description = "When a statement was delivered.")
record Delivery(
        @NotNull
        @Column(name = "delivered_from")
        @Schema(description = "When the speaker took the floor, in UTC.", examples = "2021-03-22T14:03:20Z")
        Instant startedAt,

        @NotNull
        @Column(name = "delivered_until")
        @Schema(description = "When the speaker gave it back, in UTC.", examples = "2021-03-22T14:06:05Z")
        Instant endedAt) {

    private static final Duration LONGEST = Duration.ofHours(3);

    /**
     * What cannot have happened.
     *
     * @param opening when the session began, in which any of its speakers may have come first; null where that is not asked
     */
    List<FieldError> faults(Instant opening, Instant now) {
        var faults = new ArrayList<FieldError>();
        if (opening != null && startedAt.isBefore(opening)) {
            faults.add(FieldError.at("/startedAt", "too-early", "The session begins at " + opening + "."));
        }
        if (!startedAt.isBefore(endedAt)) {
            faults.add(FieldError.at("/endedAt", "order", "A statement ends after it began."));
        } else if (Duration.between(startedAt, endedAt).compareTo(LONGEST) > 0) {
            faults.add(FieldError.at("/endedAt", "too-long", "Nobody speaks for more than three hours."));
        }
        if (endedAt.isAfter(now)) {
            faults.add(FieldError.at("/endedAt", "future", "That has not happened yet."));
        }
        return faults;
    }
}
