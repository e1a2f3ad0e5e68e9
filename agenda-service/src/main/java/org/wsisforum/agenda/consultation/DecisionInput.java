package org.wsisforum.agenda.consultation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.PlainText;

/**
 * What is decided on a request.
 *
 * @param decision what
 * @param reason why, for whoever made the request; only an acceptance needs none
 * @param startsAt when the session of an accepted one is to begin
 */
@Schema(name = "WorkshopDecisionInput", description = "What is decided on a request for a workshop.")
record DecisionInput(
        @NotNull Decision decision,

        @Size(min = 1, max = 2_000)
        @PlainText
        @Schema(
                description = "Why, for whoever made the request; only an acceptance needs none.",
                examples = "Say more of who takes part.")
        String reason,

        @Schema(
                description =
                        "When the session of an accepted request begins in the draft, with offset; whoever makes the programme"
                                + " moves it from there.",
                examples = "2021-04-08T10:00:00+02:00")
        Instant startsAt) {

    /** What can be decided. */
    @Schema(
            name = "WorkshopDecision",
            description = "What is decided.",
            enumeration = {"accepted", "rejected", "waitlisted", "change-requested"})
    enum Decision {
        ACCEPTED,
        REJECTED,
        WAITLISTED,
        CHANGE_REQUESTED;

        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @JsonCreator
        static Decision of(String json) {
            return valueOf(json.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * What validation of single fields does not see.
     *
     * @param minutes how long the workshop takes; null where the request leaves that open
     */
    List<FieldError> faults(Edition edition, Integer minutes, Instant now) {
        var faults = new ArrayList<FieldError>();
        if (decision != Decision.ACCEPTED && reason == null) {
            faults.add(FieldError.at("/reason", "missing", "Whoever made the request is told why."));
        }
        if ((decision == Decision.ACCEPTED) != (startsAt != null)) {
            faults.add(FieldError.at("/startsAt", "missing", "An accepted request, and no other, is given a time."));
        } else if (startsAt != null && !startsAt.isAfter(now)) {
            faults.add(FieldError.at("/startsAt", "past", "A workshop that is accepted has not begun."));
        } else if (startsAt != null
                && minutes != null
                && startsAt.plus(Duration.ofMinutes(minutes)).isAfter(edition.closesAt())) {
            // Its end follows from the beginning, and is not asked for here.
            faults.add(FieldError.at(
                    "/startsAt",
                    "outside-edition",
                    "The edition closes at " + edition.closesAt() + ", before the workshop would end."));
        }
        return faults;
    }
}
