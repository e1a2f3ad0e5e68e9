package org.wsisforum.awards.review;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.awards.category.CategoryList;
import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.project.Submissions;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.time.ForumClock;

/** What the scores come to, and who is nominated by them. */
@Path("editions/{edition}/results/{category}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Expert Group")
public class ResultResource {

    @Inject
    Results results;

    @Inject
    Submissions submissions;

    @Inject
    Pages pages;

    @Inject
    Nominations nominations;

    @Inject
    Assignments assignments;

    @Inject
    CategoryList categories;

    @Inject
    EditionRules editions;

    @Inject
    ReviewTime time;

    @Inject
    EntityManager database;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    /** What an expert has said of a project. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "GivenReview", description = "What an expert has said of a project.")
    record GivenReview(
            UUID project,

            @Schema(
                    description = "The subject of the expert's account.",
                    examples = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
            String expert,

            @Schema(description = "Whether it counts: the expert is assigned, and in no conflict.")
            boolean counts,

            @Schema(description = "The scores by criterion.")
            Map<String, Integer> scores,

            @Schema(description = "What the expert has said besides.")
            String remark,

            @Schema(description = "When the expert scored it last.")
            Instant scoredAt) {

        static GivenReview of(Review review, boolean counts) {
            return new GivenReview(
                    review.project(), review.expert(), counts, review.scores(), review.remark(), review.scoredAt());
        }
    }

    /** Why a project is taken out. */
    @Schema(name = "TakeOutInput", description = "Why a project is taken out of the nominees.")
    record TakeOutInput(
            @NotBlank
            @Size(max = 1000)
            @Schema(description = "The reason; the awards manager alone reads it.", examples = "It has won in 2019.")
            String reason) {}

    @GET
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "readResult", summary = "What the scores of a category come to", description = """
                    From the scores that count at this moment: of experts who are assigned and in no conflict. `method` says \
                    how; with it and the scores of each expert anybody can compute the same.""")
    @Fails("edition-not-found")
    public Result read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category) {
        requireCategory(edition, category);
        return results.of(edition, category, clock.instant());
    }

    @GET
    @Path("reviews")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "listReviewsOfCategory",
            summary = "What experts have said of the projects of a category",
            description = "Every review with its remark, by project and expert, also those that do not count any more.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<GivenReview> reviews(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category,
            @RestQuery
                    @Parameter(
                            description = "Only reviews of this project.",
                            example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID project,
            @BeanParam @Valid PageRequest page) {
        requireCategory(edition, category);
        var list = Keyset.of(Review.class)
                .where("edition = :edition", "edition", edition)
                .where("category = :category", "category", category)
                .whereIfGiven("project = :project", "project", project)
                .orderedBy("project", UUID.class, Review::project)
                .orderedBy("expert", String.class, Review::expert);
        return pages.readAll(list, page, rows -> {
            var counting = results.counting(
                    edition,
                    submissions.find(edition, rows.stream().map(Review::project).toList()));
            return rows.stream()
                    .map(review -> GivenReview.of(review, counting.contains(review)))
                    .toList();
        });
    }

    @POST
    @Path("nomination")
    @Transactional
    @Idempotent
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "nominate", summary = "Choose the nominees of a category", description = """
                    The best projects become nominees, as many as the edition says, and the next ones its waiting list. Stored \
                    with the scores behind it, once, while the nomination phase lasts; who asks again is answered with what is \
                    stored.""")
    @APIResponse(
            responseCode = "201",
            description = "They are chosen.",
            content = @Content(schema = @Schema(implementation = NominationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "They were chosen before.",
            content = @Content(schema = @Schema(implementation = NominationView.class)))
    @Fails({"edition-not-found", "review-closed", "review-incomplete"})
    public RestResponse<NominationView> nominate(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category,
            @RestQuery
                    @DefaultValue("false")
                    @Parameter(
                            description =
                                    "Whether to leave out projects that are not screened or not scored, instead of"
                                            + " refusing to choose.",
                            example = "true")
                    boolean incomplete) {
        var now = clock.instant();
        requireCategory(edition, category);
        time.requireNomination(edition, now);
        assignments.takeTurn("nominate " + edition + " " + category);
        var present = nominations.find(edition, category);
        if (present.isPresent()) {
            return RestResponse.ok(view(edition, present.get()));
        }
        var result = results.of(edition, category, now);
        var nomination = new Nomination(edition, result, editions.of(edition), now);
        if (nomination.incomplete() && !incomplete) {
            throw ReviewProblem.REVIEW_INCOMPLETE.because(result.notScreened().size() + " projects are not screened, "
                    + result.notScored().size() + " eligible ones are not scored.");
        }
        nominations.persist(nomination);
        result.lines().forEach(line -> database.persist(new Nominee(edition, category, line)));
        changes.record(Change.of(ReviewChange.NOMINATED, edition, "results/" + category));
        return RestResponse.status(RestResponse.Status.CREATED, view(edition, nomination));
    }

    @GET
    @Path("nomination")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readNomination",
            summary = "The nominees of a category, with their scores",
            description = """
                    As they were chosen, and what has become of each: the first of the waiting list stands for whoever was \
                    taken out or withdrawn.""")
    @Fails("edition-not-found")
    public NominationView nomination(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category) {
        return view(edition, requireNomination(edition, category));
    }

    @PUT
    @Path("nomination/taken-out/{project}")
    @Transactional
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "takeOutNominee", summary = "Take a nominee out", description = """
                    Or a project of the waiting list, whose first project stands in its place. It is not taken back; possible \
                    until the voting phase ends.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TakeOutInput.class),
                            examples = @ExampleObject(name = "A past winner", value = """
                                    {"reason": "It has won in 2019."}""")))
    @APIResponse(
            responseCode = "200",
            description = "The nominees as they are now.",
            content = @Content(schema = @Schema(implementation = NominationView.class)))
    @Fails({"edition-not-found", "review-closed", "not-nominated"})
    public NominationView takeOut(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID project,
            @Valid @NotNull TakeOutInput input) {
        var now = clock.instant();
        var nomination = requireNomination(edition, category);
        time.requireBeforeChampions(edition, now);
        assignments.takeTurn("nominate " + edition + " " + category);
        var standing = nominations.places(edition, nomination).stream()
                .filter(place -> place.nominee().project().equals(project))
                .map(Nominations.Place::standing)
                .findFirst()
                .orElse(Standing.NOT_NOMINATED);
        if (standing == Standing.NOT_NOMINATED) {
            throw ReviewProblem.NOT_NOMINATED.because(
                    "The project " + project + " is not among those of the category " + category + ".");
        }
        if (standing != Standing.TAKEN_OUT) {
            database.persist(new TakenOut(edition, category, project, input.reason(), now));
            changes.record(Change.of(ReviewChange.TAKEN_OUT, edition, "results/" + category));
            if (standing.isNominated() && time.isNomineesPublic(edition, now)) {
                changes.record(Change.of(ReviewChange.REVISED, edition, "nominees/" + category));
            }
        }
        return view(edition, nomination);
    }

    /** What was nominated in a category, and who was taken out. */
    @GET
    @Path("history")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readNominationHistory",
            summary = "How the nominees of a category came about",
            description = "When they were chosen and who was taken out when, by whom, oldest first.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "results/" + category, page);
    }

    private void requireCategory(String edition, int category) {
        // Answers 404 for an edition or a category that is not there.
        editions.requireEdition(edition);
        categories.requirePresent(edition, category);
    }

    private Nomination requireNomination(String edition, int category) {
        requireCategory(edition, category);
        return nominations
                .find(edition, category)
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because(
                        "The nominees of the category " + category + " are not chosen yet."));
    }

    private NominationView view(String edition, Nomination nomination) {
        return NominationView.of(nomination, nominations.places(edition, nomination));
    }
}
