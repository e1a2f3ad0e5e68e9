package org.wsisforum.registration.invitation;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.conditional.MergePatch;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.text.PlainText;
import org.wsisforum.kit.time.ForumClock;
import org.wsisforum.registration.edition.Editions;
import org.wsisforum.registration.letter.Letters;

/** How the secretariat brings an invitation on its way, and takes it back. */
@Path("editions/{edition}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Invitations")
public class InvitationStepResource {

    @Inject
    Editions editions;

    @Inject
    Letters letters;

    @Inject
    Invitations invitations;

    @Inject
    InvitationAccess access;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    @Inject
    Changes changes;

    /** Corrects an invitation. */
    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "correctInvitation",
            summary = "Correct whom an invitation addresses, or where mail goes",
            description =
                    "A merge patch (RFC 7396). Addressee and language stay as they are as soon as the invitation is cleared; the"
                            + " address for mail can be changed at any time, since mail may come back.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = Correction.class),
                            examples =
                                    @ExampleObject(
                                            name = "Another address",
                                            value = "{\"email\": \"cabinet@gov.example\"}")))
    @Fails({
        "edition-not-found",
        "invitation-not-found",
        "invitation-withdrawn",
        "not-a-draft",
        "stale-version",
        "invalid-patch",
        "unknown-rank",
        "language-not-of-edition"
    })
    public InvitationView correct(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The invitation's id.") UUID id,
            MergePatch patch) {
        var rules = editions.require(edition);
        var invitation = access.requireToChange(edition, id);
        preconditions.requireSeen(invitation.version());
        var before = invitation.correction();
        var input = patch.applyTo(before);
        Editions.requireLanguage(rules, input.language(), "/language");
        InvitationResource.requireRank(rules, input.addressee(), "/addressee");
        invitation.correct(input);
        var fields = Change.differences(before, input);
        if (!fields.isEmpty()) {
            changes.record(Change.of(
                    InvitationChange.CORRECTED,
                    edition,
                    InvitationResource.subject(invitation),
                    fields.toArray(String[]::new)));
        }
        return InvitationView.of(invitation, rules, clock.instant(), true);
    }

    /** Lets an invitation go out. */
    @POST
    @Path("{id}/clearance")
    @Transactional
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "clearInvitation",
            summary = "Clear an invitation",
            description =
                    "A draft may go out from now on: with the next mailing of its letter, or by hand with `…/link`. Its letter is"
                            + " not rewritten any more. `letters/{id}/clearance` clears all drafts of a letter.")
    @Fails({"edition-not-found", "invitation-not-found", "not-a-draft"})
    public InvitationView clear(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The invitation's id.") UUID id) {
        var rules = editions.require(edition);
        var invitation = access.requireToChange(edition, id);
        letters.readToSend(edition, invitation.letterId());
        invitation.clear(caller.subject(), clock.instant());
        changes.record(Change.of(InvitationChange.CLEARED, edition, InvitationResource.subject(invitation), "state"));
        return InvitationView.of(invitation, rules, clock.instant(), true);
    }

    /** Why an invitation is taken back. */
    @Schema(name = "InvitationWithdrawal", description = "Why an invitation is taken back.")
    record Withdrawal(
            @NotBlank
            @Size(max = 2000)
            @PlainText
            @Schema(
                    description = "The reason; it is kept, and shown to the secretariat alone.",
                    examples = "The government has changed; its successor is invited anew.")
            String reason) {}

    /** Takes an invitation back. */
    @POST
    @Path("{id}/withdrawal")
    @Transactional
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "withdrawInvitation",
            summary = "Withdraw an invitation",
            description =
                    "Whatever was answered: its links open nothing more and tell so, and a statement that was opened for it is"
                            + " withdrawn in the agenda. The country can be invited with the same letter anew.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "A new government",
                                            value = "{\"reason\": \"The government has changed.\"}")))
    @Fails({"edition-not-found", "invitation-not-found", "invitation-withdrawn"})
    public InvitationView withdraw(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The invitation's id.") UUID id,
            @Valid @NotNull Withdrawal input) {
        var rules = editions.require(edition);
        var invitation = access.requireToChange(edition, id);
        invitation.withdraw(input.reason(), caller.subject(), clock.instant());
        changes.record(Change.of(InvitationChange.WITHDRAWN, edition, InvitationResource.subject(invitation), "state"));
        return InvitationView.of(invitation, rules, clock.instant(), true);
    }

    /** The steps of an invitation. */
    @GET
    @Path("{id}/steps")
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "listInvitationSteps",
            summary = "The steps of an invitation",
            description =
                    "Each step with when it was taken, by whom and by what way. What else happened to it, such as a link that was"
                            + " replaced, is told by `…/history`.")
    @Fails({"edition-not-found", "invitation-not-found"})
    public Steps steps(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The invitation's id.") UUID id) {
        return Steps.of(access.require(edition, id), editions.require(edition), clock.instant());
    }
}
