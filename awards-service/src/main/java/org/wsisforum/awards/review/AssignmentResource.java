package org.wsisforum.awards.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.awards.category.CategoryList;
import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.project.Submission;
import org.wsisforum.awards.project.Submissions;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
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

/** Which expert judges which project. */
@Path("editions/{edition}/assignments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Expert Group")
public class AssignmentResource {

    @Inject
    Assignments assignments;

    @Inject
    Experts experts;

    @Inject
    Submissions submissions;

    @Inject
    CategoryList categories;

    @Inject
    EditionRules editions;

    @Inject
    ReviewTime time;

    @Inject
    Pages pages;

    @Inject
    EntityManager database;

    @Inject
    Changes changes;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    /** Which assignments to list. */
    record Filter(
            @RestQuery @Parameter(description = "Only projects of this category.", example = "10")
            Integer category,

            @RestQuery @Parameter(description = "Only this project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
            UUID project,

            @RestQuery @Parameter(description = "Only this expert.", example = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
            String expert) {}

    /** What the automatic assignment came to. */
    @Schema(name = "AssignmentReport", description = "What the automatic assignment came to.")
    record Report(
            @Schema(description = "How many assignments were made.", examples = "54")
            int made,

            @Schema(description = "Assignments in conflict, which were replaced as far as there was somebody.")
            List<Assignment.Key> toBeReplaced,

            @Schema(description = "Projects that lack experts, and why.")
            List<Allocation.Gap> gaps) {}

    /** Why an expert may not judge a project. */
    @Schema(name = "ConflictInput", description = "Why the caller may not judge the project.")
    record ConflictInput(
            @NotBlank
            @Size(max = 1000)
            @Schema(
                    description = "The reason; the awards manager alone reads it.",
                    examples = "I have advised the project.")
            String reason) {}

    @GET
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "listAssignments", summary = "Who judges what", description = """
                    By category, project and expert. An assignment with conflicts is to be replaced: its expert no longer sees \
                    the project, and its score does not count.""")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<AssignmentView> list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @BeanParam @Valid Filter filter,
            @BeanParam @Valid PageRequest page) {
        editions.requireEdition(edition);
        var list = Keyset.of(Assignment.class)
                .where("edition = :edition", "edition", edition)
                .whereIfGiven("category = :category", "category", filter.category())
                .whereIfGiven("project = :project", "project", filter.project())
                .whereIfGiven("expert = :expert", "expert", filter.expert())
                .orderedBy("category", Integer.class, Assignment::category)
                .orderedBy("project", UUID.class, Assignment::project)
                .orderedBy("expert", String.class, Assignment::expert);
        return pages.readAll(list, page, rows -> views(edition, rows));
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "assignExperts", summary = "Assign experts to all projects", description = """
                    Gives each project as many experts as the edition asks for: of those who judge its category and are in no \
                    conflict with it, those with the least to do, from as many ITU regions as can be. Moves nobody: called \
                    again it fills what is missing, and replaces who is in conflict by now. Projects that were found \
                    ineligible get nobody.""")
    @APIResponse(
            responseCode = "200",
            description = "What it came to.",
            content = @Content(schema = @Schema(implementation = Report.class)))
    @Fails({"edition-not-found", "review-closed"})
    public RestResponse<Report> assign(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition) {
        var now = clock.instant();
        var rules = editions.of(edition).review();
        time.requireUnderWay(edition, now);
        assignments.takeTurn("assign " + edition);
        var ineligible = Set.copyOf(database.createQuery(
                        "select project from Screening where edition = :edition and not eligible", UUID.class)
                .setParameter("edition", edition)
                .getResultList());
        var projects = categories.numbers(edition).stream()
                .flatMap(category -> submissions.of(edition, category).stream())
                .filter(project -> !ineligible.contains(project.id()))
                .toList();
        var allocation = Allocation.of(
                rules.reviewsPerProject(),
                projects,
                assignments.conflicts(edition, projects),
                assignments.of(projects.stream().map(Submission::id).toList()));
        var byId = byId(projects);
        var assigned = allocation.made().stream()
                .map(made -> new Assignment(byId.get(made.project()), made.expert(), true, now))
                .toList();
        assignments.persist(assigned);
        changes.recordAll(assigned.stream()
                .map(assignment -> change(ReviewChange.ASSIGNED, assignment))
                .toList());
        return RestResponse.ok(new Report(allocation.made().size(), allocation.outdated(), allocation.gaps()));
    }

    @PUT
    @Path("{project}/{expert}")
    @Transactional
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "putAssignment", summary = "Assign an expert to a project", description = """
                    By hand, whatever the number of experts. Who is in conflict with the project is refused.""")
    @APIResponse(
            responseCode = "200",
            description = "The expert judges the project.",
            content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    @Fails({"edition-not-found", "review-closed", "expert-in-conflict", "expert-of-other-categories"})
    public AssignmentView put(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID project,
            @RestPath
                    @Parameter(
                            description = "The subject of the expert's account.",
                            example = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
                    String expert) {
        var now = clock.instant();
        editions.requireEdition(edition);
        var judge = experts.require(edition, expert);
        var judged = submissions.find(edition, project).orElseThrow(() -> noProject(edition, project));
        time.requireUnderWay(edition, now);
        assignments.takeTurn("assign " + edition);
        var conflicts = assignments.conflicts(edition, List.of(judged)).between(expert, judged);
        if (!conflicts.isEmpty()) {
            throw ReviewProblem.EXPERT_IN_CONFLICT.because("Between the two: "
                    + conflicts.stream().map(ConflictKind::json).collect(Collectors.joining(", ")) + ".");
        }
        if (!judge.judges(judged.category())) {
            throw ReviewProblem.EXPERT_OF_OTHER_CATEGORIES.because(
                    "The project is of the category " + judged.category() + ".");
        }
        var assignment = assignments
                .findByIdOptional(new Assignment.Key(project, expert))
                .orElseGet(() -> assign(judged, expert, now));
        return views(edition, List.of(assignment)).getFirst();
    }

    @DELETE
    @Path("{project}/{expert}")
    @Transactional
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "deleteAssignment", summary = "Take a project from an expert", description = """
                    The expert no longer sees the project and its score does not count; it is kept, and counts again if the \
                    expert is assigned again.""")
    @APIResponse(responseCode = "204", description = "The expert no longer judges the project.")
    @Fails({"edition-not-found", "review-closed"})
    public void delete(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID project,
            @RestPath
                    @Parameter(
                            description = "The subject of the expert's account.",
                            example = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
                    String expert) {
        editions.requireEdition(edition);
        time.requireUnderWay(edition, clock.instant());
        var assignment = assignments
                .findByIdOptional(new Assignment.Key(project, expert))
                .filter(found -> found.edition().equals(edition))
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because(expert + " does not judge " + project + "."));
        assignments.delete(assignment);
        changes.record(change(ReviewChange.UNASSIGNED, assignment));
    }

    @PUT
    @Path("{project}/conflict")
    @Transactional
    @RolesAllowed(Role.EXPERT)
    @RequiresScope("awards:review")
    @Operation(operationId = "declareConflict", summary = "Declare a conflict of interest", description = """
                    For an expert who judges the project. From then on the expert no longer sees it, what the expert has scored \
                    does not count, and somebody else is to judge it. It is not taken back.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConflictInput.class),
                            examples = @ExampleObject(name = "Advice", value = """
                                    {"reason": "I have advised the project."}""")))
    @APIResponse(responseCode = "204", description = "It is declared.")
    @Fails("edition-not-found")
    public void declare(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID project,
            @Valid @NotNull ConflictInput input) {
        // Asked for the assignment alone, so that who sends it again after it was taken hears the same.
        var assignment = assignments.mine(edition, project).orElseThrow(() -> Assignments.absent(edition, project));
        assignments.takeTurn("conflict " + project + " " + assignment.expert());
        if (database.find(DeclaredConflict.class, assignment.key()) == null) {
            database.persist(new DeclaredConflict(assignment, input.reason(), clock.instant()));
            changes.record(change(ReviewChange.CONFLICT_DECLARED, assignment));
        }
    }

    /** What happened between an expert and a project. */
    @GET
    @Path("{project}/history")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readAssignmentHistory",
            summary = "Who was to judge a project",
            description =
                    "Every assignment of the project and every declared conflict, oldest first; also what is gone.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID project,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "assignments/" + project, page);
    }

    private Assignment assign(Submission project, String expert, Instant now) {
        var assignment = new Assignment(project, expert, false, now);
        assignments.persist(assignment);
        changes.record(change(ReviewChange.ASSIGNED, assignment));
        return assignment;
    }

    /** The expert hears of it too, and of nobody else's. */
    private static Change change(ReviewChange what, Assignment assignment) {
        return Change.of(what, assignment.edition(), "assignments/" + assignment.project() + "/" + assignment.expert())
                .alsoFor(Audience.person(assignment.expert()));
    }

    private List<AssignmentView> views(String edition, List<Assignment> rows) {
        var ids = rows.stream().map(Assignment::project).distinct().toList();
        var projects = byId(submissions.find(edition, ids));
        var conflicts = assignments.conflicts(edition, projects.values());
        var reasons = database.createQuery("from DeclaredConflict where project in :projects", DeclaredConflict.class)
                .setParameter("projects", ids)
                .getResultStream()
                .collect(Collectors.toMap(DeclaredConflict::key, DeclaredConflict::reason));
        var scored = Set.copyOf(database.createQuery(
                        "select project, expert from Review where project in :projects", Assignment.Key.class)
                .setParameter("projects", ids)
                .getResultList());
        return rows.stream()
                .map(row -> {
                    var project = projects.get(row.project());
                    Set<ConflictKind> between = project == null ? Set.of() : conflicts.between(row.expert(), project);
                    return new AssignmentView(
                            row.project(),
                            row.category(),
                            project == null ? null : project.form().title(),
                            row.expert(),
                            row.automatic(),
                            row.assignedAt(),
                            scored.contains(row.key()),
                            between,
                            reasons.get(row.key()),
                            !between.isEmpty());
                })
                .toList();
    }

    private static Map<UUID, Submission> byId(Collection<Submission> projects) {
        return projects.stream().collect(Collectors.toMap(Submission::id, Function.identity()));
    }

    private static RuntimeException noProject(String edition, UUID project) {
        return RequestProblem.NOT_FOUND.because("There is no project " + project + " in " + edition + ".");
    }
}
