package org.wsisforum.agenda.consultation;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.MergePatch;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.time.ForumClock;

/** What stakeholders contribute to the open consultation: everybody who signs in as a person, and those who look after it. */
@Path("editions/{edition}/consultation/contributions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.PERSON)
@Tag(name = "Open consultation")
public class ContributionResource {

    private static final String EXAMPLE = """
            {
              "form": "views-on-themes",
              "from": { "entity": "Digital Villages Network", "stakeholderType": "civil-society", "country": "KE",
                        "scope": "regional", "region": "AFR" },
              "topics": ["interactive-formats"],
              "actionLines": ["C2"],
              "goals": [9],
              "title": { "en": { "value": "Bring the villages in" } },
              "text": { "en": { "value": "Half an hour of each session for questions from community networks …" } },
              "publish": true
            }""";

    @Inject
    Editions editions;

    @Inject
    Contributions contributions;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    /** Contributes. */
    @POST
    @Transactional
    @Idempotent
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "contribute",
            summary = "Contribute to the open consultation",
            description =
                    "By whoever is signed in, for any stakeholder, while the form is open; anonymous contributions are not"
                            + " taken. Everybody reads it if `publish` says so, under the name of the entity, unless it is"
                            + " about a person who was not asked.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContributionInput.class),
                            examples = @ExampleObject(name = "A view on the format", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The contribution was taken.",
            content = @Content(schema = @Schema(implementation = ContributionView.class)))
    @Fails({"edition-not-found", "language-not-of-edition", "consultation-closed"})
    public RestResponse<ContributionView> contribute(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @Valid @NotNull ContributionInput input) {
        var year = editions.require(edition);
        var contribution = new Contribution(year, fitting(year, input), caller.subject(), clock.instant());
        contributions.persist(contribution);
        changes.record(ConsultationChange.CONTRIBUTED.to(contribution, List.of()));
        tellEverybody(ConsultationChange.PUBLISHED, contribution, List.of());
        return RestResponse.ResponseBuilder.<ContributionView>create(201, null)
                .header(
                        HttpHeaders.LOCATION,
                        "/agenda/v1/editions/" + edition + "/consultation/contributions/" + contribution.id())
                .entity(ContributionView.whole(contribution))
                .build();
    }

    /** Changes a contribution. */
    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "patchContribution",
            summary = "Change one's own contribution",
            description =
                    "A merge patch (RFC 7396), until the deadline of its form; that it is not to be public any more"
                            + " (`publish`: false, and nothing else) is taken at any time.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = ContributionInput.class),
                            examples = @ExampleObject(name = "Off the public list", value = "{\"publish\": false}")))
    @Fails({"edition-not-found", "stale-version", "invalid-patch", "language-not-of-edition", "consultation-closed"})
    public ContributionView patch(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The contribution.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id,
            MergePatch patch) {
        var year = editions.require(edition);
        var contribution = contributions.requireToChange(edition, id, true);
        preconditions.requireSeen(contribution.version());
        var wasShown = contribution.isShown();
        var fields = contribution.rewrite(year, fitting(year, patch.applyTo(contribution.said())), clock.instant());
        if (!fields.isEmpty()) {
            changes.record(ConsultationChange.REWRITTEN.to(contribution, fields));
            tellOfList(contribution, wasShown, fields);
        }
        return ContributionView.whole(contribution);
    }

    /** Takes a contribution back. */
    @DELETE
    @Path("{id}")
    @Transactional
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "withdrawContribution",
            summary = "Take one's own contribution back",
            description = "At any time; it is deleted, and counts no more.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Fails({"edition-not-found", "stale-version"})
    public void withdraw(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The contribution.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id) {
        editions.require(edition);
        var contribution = contributions.requireToChange(edition, id, true);
        preconditions.requireSeen(contribution.version());
        contributions.delete(contribution);
        changes.record(ConsultationChange.WITHDRAWN.to(contribution, List.of()));
        tellEverybody(ConsultationChange.UNLISTED, contribution, List.of());
    }

    /** Whether a contribution is on the public list. */
    @Schema(name = "ContributionListing", description = "Whether reviewers leave a contribution on the public list.")
    record ListingInput(
            @NotNull @Schema(description = "Whether they do.", examples = "false")
            Boolean listed) {}

    /** Takes a contribution off the public list, or puts it back. */
    @PUT
    @Path("{id}/listing")
    @Transactional
    @RolesAllowed({Role.CONSULTATION_REVIEWER, Role.SECRETARIAT})
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "putContributionListing",
            summary = "Take a contribution off the public list, or put it back",
            description =
                    "For what should not stand there: what offends, advertises, or names people. Nothing comes on the list"
                            + " whose author does not agree.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "Off the list", value = "{\"listed\": false}")))
    @Fails({"edition-not-found", "stale-version"})
    public ContributionView putListing(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The contribution.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id,
            @Valid @NotNull ListingInput input) {
        var year = editions.require(edition);
        var contribution = contributions.requireToChange(edition, id, false);
        preconditions.requireSeen(contribution.version());
        if (contribution.isListed() != input.listed()) {
            var wasShown = contribution.isShown();
            contribution.list(year, input.listed());
            changes.record(ConsultationChange.LISTING_CHANGED.to(contribution, List.of("listed")));
            tellOfList(contribution, wasShown, List.of());
        }
        return ContributionView.whole(contribution);
    }

    /** What happened to one contribution. */
    @GET
    @Path("{id}/history")
    @RolesAllowed({Role.CONSULTATION_REVIEWER, Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "readContributionHistory",
            summary = "What happened to a contribution",
            description = "Every change of it, by whom and when, oldest first; also of one that was taken back.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The contribution.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "consultation/contributions/" + id, page);
    }

    private static ContributionInput fitting(Edition year, ContributionInput input) {
        input.requireLanguages(year);
        RequestProblem.requireNone(input.faults(year));
        return input.normalised();
    }

    /** Tells everybody what becomes of the public list. */
    private void tellOfList(Contribution contribution, boolean wasShown, List<String> fields) {
        if (wasShown && !contribution.isShown()) {
            changes.record(ConsultationChange.UNLISTED.to(contribution, List.of()));
        } else {
            tellEverybody(
                    wasShown ? ConsultationChange.SHOWN_ANEW : ConsultationChange.PUBLISHED,
                    contribution,
                    wasShown ? fields : List.of());
        }
    }

    private void tellEverybody(ConsultationChange type, Contribution contribution, List<String> fields) {
        if (contribution.isShown()) {
            changes.record(type.to(contribution, fields));
        }
    }
}
