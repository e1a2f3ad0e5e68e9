package org.wsisforum.awards.review;

import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.time.ForumClock;

/** Whether projects fit the rules of the contest. */
@Path("editions/{edition}/screenings/{project}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Expert Group")
public class ScreeningResource {

    @Inject
    Assignments assignments;

    @Inject
    ReviewTime time;

    @Inject
    Preconditions preconditions;

    @Inject
    EntityManager database;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    @GET
    @RolesAllowed({Role.EXPERT, Role.AWARDS_MANAGER})
    @RequiresScope("awards:review")
    @Operation(
            operationId = "readScreening",
            summary = "Whether a project is eligible",
            description = "For the awards manager, and for experts who judge the project.")
    @Fails("edition-not-found")
    public ScreeningView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID project) {
        assignments.requireOpen(edition, project);
        return present(project)
                .map(ScreeningView::of)
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("The project is not screened yet."));
    }

    @PUT
    @Transactional
    @RolesAllowed({Role.EXPERT, Role.AWARDS_MANAGER})
    @RequiresScope("awards:review")
    @Operation(operationId = "putScreening", summary = "Find a project eligible or not", description = """
                    For the awards manager, and for experts who judge the project. First with `If-None-Match: *`, anew with \
                    `If-Match`. From the end of the submission phase to the end of the nomination phase.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScreeningInput.class),
                            examples = {
                                @ExampleObject(name = "Eligible", value = "{\"eligible\": true}"),
                                @ExampleObject(name = "Not eligible", value = """
                                    {
                                      "eligible": false,
                                      "reasons": ["not-completed"],
                                      "explanation": "The pilot begins next year."
                                    }""")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "What was found.",
            content = @Content(schema = @Schema(implementation = ScreeningView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The project was not screened before.",
            content = @Content(schema = @Schema(implementation = ScreeningView.class)))
    @Fails({"edition-not-found", "stale-version", "already-exists", "review-closed"})
    public RestResponse<ScreeningView> put(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID project,
            @Valid @NotNull ScreeningInput input) {
        var now = clock.instant();
        var judged = assignments.requireOpen(edition, project);
        time.requireUnderWay(edition, now);
        var present = present(project);
        if (present.isEmpty()) {
            preconditions.requireToCreate();
            var screening = new Screening(judged, input, now);
            database.persist(screening);
            changes.record(Change.of(ReviewChange.SCREENED, edition, "screenings/" + project, "eligible"));
            return RestResponse.status(RestResponse.Status.CREATED, ScreeningView.of(screening));
        }
        preconditions.requireAbsent();
        preconditions.requireSeen(present.get().version());
        var changed = present.get().replaceBy(input, now);
        if (!changed.isEmpty()) {
            changes.record(
                    Change.of(ReviewChange.SCREENED, edition, "screenings/" + project, changed.toArray(String[]::new)));
        }
        return RestResponse.ok(ScreeningView.of(present.get()));
    }

    /** What was found of a project, and found anew. */
    @GET
    @Path("history")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readScreeningHistory",
            summary = "How the screening of a project came about",
            description = "Every change of it, by whom and when, oldest first.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID project,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "screenings/" + project, page);
    }

    private Optional<Screening> present(UUID project) {
        return Optional.ofNullable(database.find(Screening.class, project));
    }
}
