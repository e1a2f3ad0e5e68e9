package org.wsisforum.registration.invitation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.registration.edition.EditionRules;

/** The steps of an invitation. */
@Schema(name = "InvitationSteps", description = "The steps of an invitation, the first one first.")
record Steps(
        @Schema(description = "The last one is where it stands.")
        List<StepView> items) {

    /** A step of an invitation. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "InvitationStep", description = "A step of an invitation.")
    record StepView(
            @Schema(
                    enumeration = {
                        "drafted",
                        "cleared",
                        "sent",
                        "opened",
                        "accepted",
                        "declined",
                        "represented",
                        "tentative",
                        "withdrawn",
                        "expired"
                    },
                    description = "How far the invitation came by it.")
            Invitation.State state,

            @Schema(description = "When, on the Forum clock.")
            Instant at,

            @Schema(
                    examples = "secretary",
                    description =
                            "By whom: an opaque subject, `link:` and a part of its hash for an office, `system` for the clock.")
            String by,

            @Schema(description = "Which way it came; absent for what the secretariat does by itself.")
            Way channel,

            @Schema(description = "The reason that was given for it.")
            String reason) {}

    static Steps of(Invitation invitation, EditionRules edition, Instant now) {
        var taken = invitation.steps().stream()
                .map(s -> new StepView(s.state(), s.takenAt(), s.takenBy(), s.way(), s.reason()));
        // Nobody takes this step: the time is over.
        var last = invitation.state(edition, now) == Invitation.State.EXPIRED
                ? Stream.of(
                        new StepView(Invitation.State.EXPIRED, edition.rules().respondBefore(), "system", null, null))
                : Stream.<StepView>empty();
        return new Steps(Stream.concat(taken, last).toList());
    }
}
