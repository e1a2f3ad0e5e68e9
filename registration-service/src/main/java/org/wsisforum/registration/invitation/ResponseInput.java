package org.wsisforum.registration.invitation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.PlainText;
import org.wsisforum.registration.edition.EditionRules.Channel;

/** An answer as it comes. */
@Schema(name = "ResponseInput", description = "An answer to an invitation.")
public record ResponseInput(
        @NotNull
        @Schema(
                enumeration = {"accepted", "declined", "represented", "tentative"},
                description = "What the office says.")
        Answer answer,

        @Schema(
                examples = "true",
                description = "Whether a policy statement is wished for; with `accepted` and `represented` only.")
        Boolean wishesToSpeak,

        @Valid
        @Schema(
                description =
                        "Who comes instead, with `represented`; with `accepted` who holds the office, where the letter addressed"
                                + " the office without a name.")
        Person by,

        @Size(max = 2000) @PlainText @Schema(description = "The reason given, if any.")
        String reason,

        @Schema(description = "How the answer came; only the secretariat records one that did not come by the link.")
        Channel channel,

        @Schema(examples = "2021-02-20", description = "The day on which a letter or a call came in; not with `web`.")
        LocalDate receivedOn,

        @Valid @Schema(description = "Takes the answer although the deadline has passed; secretariat only.")
        Override override) {

    /** Why an answer is taken late. */
    @Schema(name = "DeadlineOverride")
    public record Override(
            @NotBlank
            @Size(max = 2000)
            @PlainText
            @Schema(
                    examples = "Agreed by telephone with the Permanent Mission.",
                    description = "The reason; it is kept.")
            String reason) {}

    boolean speaks() {
        return Boolean.TRUE.equals(wishesToSpeak);
    }

    Channel came() {
        return channel == null ? Channel.WEB : channel;
    }

    /**
     * Refuses an answer whose parts contradict each other.
     *
     * @param named whether the letter addressed somebody by name
     */
    void requireCoherence(boolean named) {
        var errors = new ArrayList<FieldError>();
        if (answer == Answer.REPRESENTED && by == null) {
            errors.add(FieldError.at("/by", "not-null", "Say who will represent the minister."));
        }
        if (by != null && answer != Answer.REPRESENTED && (answer != Answer.ACCEPTED || named)) {
            errors.add(FieldError.at("/by", "not-expected", "Only with the answer \"represented\"."));
        } else if (by != null && by.name() == null) {
            errors.add(FieldError.at("/by/name", "not-blank", "Say who it is."));
        }
        if (!answer.isFirm() && speaks()) {
            errors.add(FieldError.at("/wishesToSpeak", "not-expected", "Who does not come does not speak."));
        }
        if (came() == Channel.WEB && receivedOn != null) {
            errors.add(FieldError.at("/receivedOn", "not-expected", "Only for answers by letter or telephone."));
        }
        if (came() != Channel.WEB && receivedOn == null) {
            errors.add(FieldError.at("/receivedOn", "not-null", "Say on which day the answer came in."));
        }
        if (!errors.isEmpty()) {
            throw InvitationProblem.RESPONSE_NOT_COHERENT.because(
                    "Read the errors for what to change.", List.copyOf(errors));
        }
    }
}
