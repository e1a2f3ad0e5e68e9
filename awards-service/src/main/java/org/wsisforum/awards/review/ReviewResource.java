package org.wsisforum.awards.review;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.project.Submission;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.time.ForumClock;

/** The projects that an expert judges, and what the expert thinks of them. */
@Path("editions/{edition}/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Reviews", description = "For an expert: the projects to judge.")
public class ReviewResource {

    @Inject
    Assignments assignments;

    @Inject
    EditionRules editions;

    @Inject
    ReviewTime time;

    @Inject
    Preconditions preconditions;

    @Inject
    EntityManager database;

    @Inject
    Changes changes;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    /** The caller's work. */
    @Schema(name = "ReviewList", description = "The projects that the caller judges.")
    record ReviewList(List<ReviewItem> items) {}

    /** One project to judge. */
    @Schema(name = "ReviewItem", description = "A project that the caller judges.")
    record ReviewItem(
            UUID project,

            @Schema(description = "Its category.", examples = "10")
            int category,

            @Schema(description = "What it is called.", examples = "Telemedicine for islands")
            String title,

            @Schema(description = "Who stands behind it.", examples = "Ministry of Health")
            String entity,

            @Schema(description = "Where that is, ISO 3166 alpha-2.", examples = "KI")
            String country,

            @Schema(description = "Whether the caller has scored it.", examples = "false")
            boolean scored) {}

    @GET
    @RolesAllowed(Role.EXPERT)
    @RequiresScope("awards:review")
    @Operation(operationId = "listReviews", summary = "The projects to judge", description = """
                    Those that the caller judges and is in no conflict with, by category; whole, since nobody judges many.""")
    @Fails("edition-not-found")
    public ReviewList list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition) {
        var mine = assignments.mine(edition);
        var scored = Set.copyOf(
                database.createQuery("select project from Review where expert = :me and project in :mine", UUID.class)
                        .setParameter("me", caller.subject())
                        .setParameter("mine", mine.stream().map(Submission::id).toList())
                        .getResultList());
        return new ReviewList(mine.stream()
                .map(project -> new ReviewItem(
                        project.id(),
                        project.category(),
                        project.form().title(),
                        project.form().entity(),
                        project.form().country(),
                        scored.contains(project.id())))
                .toList());
    }

    @GET
    @Path("{project}")
    @RolesAllowed(Role.EXPERT)
    @RequiresScope("awards:review")
    @Operation(operationId = "readReview", summary = "A project to judge", description = """
                    With the caller's own scores, if there are any. A project that the caller does not judge is not found, \
                    whether there is such a project or not.""")
    @Fails("edition-not-found")
    public ReviewView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID project) {
        return ReviewView.of(assignments.requireMine(edition, project), mine(project));
    }

    @PUT
    @Path("{project}")
    @Transactional
    @RolesAllowed(Role.EXPERT)
    @RequiresScope("awards:review")
    @Operation(operationId = "putReview", summary = "Score a project", description = """
                    All criteria of the edition, each from 0 to its best score. First with `If-None-Match: *`, anew with \
                    `If-Match`, while the nomination phase lasts.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReviewInput.class),
                            examples = @ExampleObject(name = "All criteria", value = """
                                    {
                                      "scores": {
                                        "compliance": 5, "relevance": 4, "results-and-impact": 3,
                                        "community-empowerment": 4, "sdgs": 5, "replicability": 3,
                                        "sustainability": 2, "partnerships": 4, "wsis-values": 5
                                      },
                                      "remark": "Strong results; how it is paid for remains open."
                                    }""")))
    @APIResponse(
            responseCode = "200",
            description = "The project with the scores.",
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The caller had not scored the project before.",
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    @Fails({"edition-not-found", "stale-version", "already-exists", "review-closed"})
    public RestResponse<ReviewView> put(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID project,
            @Valid @NotNull ReviewInput input) {
        var now = clock.instant();
        var judged = assignments.requireMine(edition, project);
        time.requireNomination(edition, now);
        var rules = editions.of(edition).review();
        var subject = "reviews/" + project + "/" + caller.subject();
        var present = mine(project);
        if (present == null) {
            preconditions.requireToCreate();
            var review = new Review(judged, caller.subject(), input, rules, now);
            database.persist(review);
            changes.record(Change.of(ReviewChange.SCORED, edition, subject, "scores"));
            return RestResponse.status(RestResponse.Status.CREATED, ReviewView.of(judged, review));
        }
        preconditions.requireAbsent();
        preconditions.requireSeen(present.version());
        var changed = present.replaceBy(input, rules, now);
        if (!changed.isEmpty()) {
            changes.record(Change.of(ReviewChange.SCORED, edition, subject, changed.toArray(String[]::new)));
        }
        return RestResponse.ok(ReviewView.of(judged, present));
    }

    private Review mine(UUID project) {
        return database.find(Review.class, new Assignment.Key(project, caller.subject()));
    }
}
