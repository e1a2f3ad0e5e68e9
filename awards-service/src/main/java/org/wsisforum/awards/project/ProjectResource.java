package org.wsisforum.awards.project;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.awards.category.CategoryList;
import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.MergePatch;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.time.ForumClock;

/** Projects, from the first draft to the contest. */
@Path("editions/{edition}/projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Projects", description = "What is handed in for the WSIS Prizes.")
public class ProjectResource {

    private static final String EXAMPLE = """
            {
              "category": 10,
              "title": "Telemedicine for islands",
              "linkages": [{ "goal": 3, "how": "Doctors see patients on 20 islands that have none." }],
              "stakeholderType": "government",
              "entity": "Ministry of Health",
              "country": "KI",
              "startsOn": "2018-04-01"
            }""";

    @Inject
    Projects projects;

    @Inject
    Deadline deadline;

    @Inject
    EditionRules editions;

    @Inject
    CategoryList categories;

    @Inject
    Pages pages;

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

    /** Which projects to list. */
    record Filter(
            @RestQuery @Parameter(description = "Only projects of this category.", example = "10")
            Integer category,

            @RestQuery
            @Pattern(regexp = "draft|submitted|withdrawn", message = "draft, submitted or withdrawn.")
            @Parameter(description = "Only projects in this state.", example = "submitted")
            String state) {

        ProjectState wanted() {
            return state == null ? null : ProjectState.of(state);
        }
    }

    @GET
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT, Role.AWARDS_MANAGER})
    @RequiresScope("awards:submit")
    @Operation(
            operationId = "listProjects",
            summary = "The caller's projects",
            description =
                    "Those that the caller may write, in the order in which they were begun; the awards manager sees all.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<ProjectView> list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @BeanParam @Valid Filter filter,
            @BeanParam @Valid PageRequest page) {
        var rules = editions.of(edition);
        var reader = caller.subject();
        var list = Keyset.of(Project.class)
                .where("edition = :edition", "edition", edition)
                .whereIfGiven("category = :category", "category", filter.category())
                .whereIfGiven("state = :state", "state", filter.wanted());
        if (!caller.has(Role.AWARDS_MANAGER)) {
            list.where("(owner = :reader or array_contains(coOwners, :reader))", "reader", reader);
        }
        list.orderedBy("createdAt", Instant.class, Project::createdAt).orderedBy("id", UUID.class, Project::id);
        return pages.read(list, page, project -> ProjectView.of(project, reader, rules));
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("awards:submit")
    @Operation(operationId = "createProject", summary = "Begin a project", description = """
                    As a draft, which may lack anything but its category; `gaps` of the answer lists what it needs to be \
                    submitted. Possible until the submission phase ends.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProjectInput.class),
                            examples = @ExampleObject(name = "A draft", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The draft.",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    @Fails({"edition-not-found", "submission-closed"})
    public RestResponse<ProjectView> create(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @Valid @NotNull ProjectInput input) {
        var now = clock.instant();
        deadline.requireWritable(edition, now);
        var project = new Project(edition, caller.subject(), fitting(edition, input), now);
        projects.persist(project);
        record(ProjectChange.CREATED, project);
        return RestResponse.ResponseBuilder.<ProjectView>create(201, null)
                .header(HttpHeaders.LOCATION, "/awards/v1/editions/" + edition + "/projects/" + project.id())
                .entity(view(project))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT, Role.AWARDS_MANAGER})
    @RequiresScope("awards:submit")
    @Operation(
            operationId = "readProject",
            summary = "A project",
            description = "For those who may write it, and the awards manager.")
    @Fails("edition-not-found")
    public ProjectView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        return view(projects.requireReadable(edition, id));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("awards:submit")
    @Operation(operationId = "patchProject", summary = "Write on a project", description = """
                    A merge patch (RFC 7396): what is given replaces, `null` removes, lists are replaced whole. Possible until \
                    the submission phase ends; what was submitted must stay whole.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = ProjectInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "Another title",
                                            value = "{\"title\": \"Telemedicine at sea\"}")))
    @Fails({
        "edition-not-found",
        "stale-version",
        "invalid-patch",
        "submission-closed",
        "project-withdrawn",
        "project-incomplete",
        "same-project-submitted",
        "entity-has-a-project"
    })
    public ProjectView patch(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            MergePatch patch) {
        var now = clock.instant();
        var project = projects.requireOwn(edition, id);
        preconditions.requireSeen(project.version());
        deadline.requireWritable(edition, now);
        var input = patch.applyTo(project.form());
        var fields = project.replace(fitting(edition, input), editions.of(edition), now);
        if (!fields.isEmpty()) {
            record(ProjectChange.CHANGED, project, fields.toArray(String[]::new));
            var shown =
                    fields.stream().filter(field -> !field.equals("contact")).toArray(String[]::new);
            if (project.state() == ProjectState.SUBMITTED && shown.length > 0) {
                record(ProjectChange.REVISED, project, shown);
            }
        }
        return view(project);
    }

    @POST
    @Path("{id}/submit")
    @Transactional
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("awards:submit")
    @Operation(operationId = "submitProject", summary = "Submit a project", description = """
                    Lets the project take part, if it is whole, while the submission phase lasts: what has not arrived when the \
                    phase ends is late. It then stands in the public Stocktaking. May be edited until the phase ends.""")
    @APIResponse(
            responseCode = "200",
            description = "The project, which takes part.",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    @Fails({
        "edition-not-found",
        "stale-version",
        "submission-closed",
        "project-incomplete",
        "project-submitted",
        "project-withdrawn",
        "same-project-submitted",
        "entity-has-a-project"
    })
    public ProjectView submit(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        var now = clock.instant();
        var project = projects.requireOwn(edition, id);
        preconditions.requireSeen(project.version());
        deadline.requireOpen(edition, now);
        project.submit(editions.of(edition), now);
        record(ProjectChange.SUBMITTED, project);
        record(ProjectChange.ENTERED, project);
        database.flush();
        return view(project);
    }

    @POST
    @Path("{id}/withdraw")
    @Transactional
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("awards:submit")
    @Operation(operationId = "withdrawProject", summary = "Withdraw a project", description = """
                    Takes the project out of the contest, for good; possible until the nominees are chosen.""")
    @APIResponse(
            responseCode = "200",
            description = "The project, which no longer takes part.",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    @Fails({"edition-not-found", "stale-version", "submission-closed", "project-not-submitted"})
    public ProjectView withdraw(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        var now = clock.instant();
        var project = projects.requireOwn(edition, id);
        preconditions.requireSeen(project.version());
        deadline.requireBeforeNominees(edition, now);
        project.withdraw(now);
        record(ProjectChange.WITHDRAWN, project);
        record(ProjectChange.REMOVED, project);
        database.flush();
        return view(project);
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("awards:submit")
    @Operation(
            operationId = "deleteProject",
            summary = "Throw a draft away",
            description = "What was submitted is withdrawn instead.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Fails({"edition-not-found", "stale-version", "project-submitted"})
    public void delete(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        var project = projects.requireOwn(edition, id);
        preconditions.requireSeen(project.version());
        project.requireDraft();
        projects.delete(project);
        record(ProjectChange.DELETED, project);
    }

    @PUT
    @Path("{id}/co-owners/{subject}")
    @Transactional
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("awards:submit")
    @Operation(operationId = "addCoOwner", summary = "Let somebody else write a project", description = """
                    By the opaque subject of that person's account, which the person's own program shows (`sub` of the token). \
                    For the owner alone.""")
    @APIResponse(
            responseCode = "200",
            description = "The project.",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    @Fails("edition-not-found")
    public ProjectView addCoOwner(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @RestPath
                    @Pattern(regexp = "[A-Za-z0-9-]{1,60}", message = "The subject of an account.")
                    @Parameter(description = "The person.", example = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
                    String subject) {
        var project = requireOwned(edition, id);
        if (project.coOwners().size() >= 10) {
            throw RequestProblem.CONFLICT.because("Ten people besides its owner may write a project, and no more.");
        }
        if (project.share(subject, clock.instant())) {
            record(ProjectChange.CHANGED, project, "coOwners");
        }
        database.flush();
        return view(project);
    }

    @DELETE
    @Path("{id}/co-owners/{subject}")
    @Transactional
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("awards:submit")
    @Operation(
            operationId = "removeCoOwner",
            summary = "No longer let somebody write a project",
            description = "For the owner alone.")
    @APIResponse(responseCode = "204", description = "The person may not write it any more.")
    @Fails("edition-not-found")
    public void removeCoOwner(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @RestPath @Parameter(description = "The person.", example = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
                    String subject) {
        var project = requireOwned(edition, id);
        if (project.unshare(subject, clock.instant())) {
            record(ProjectChange.CHANGED, project, "coOwners");
        }
    }

    /** What happened to one project. */
    @GET
    @Path("{id}/history")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readProjectHistory",
            summary = "What happened to a project",
            description = "Every change of it, by whom and when, oldest first; also of one that is gone.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "projects/" + id, page);
    }

    private Project requireOwned(String edition, UUID id) {
        var project = projects.requireOwn(edition, id);
        if (!project.isOwnedBy(caller.subject())) {
            throw RequestProblem.FORBIDDEN.because("Only the owner of the project says who else writes it.");
        }
        return project;
    }

    private ProjectInput fitting(String edition, ProjectInput input) {
        categories.require(edition, input.category(), "/category");
        RequestProblem.requireNone(input.faults());
        return input.normalised();
    }

    private void record(ProjectChange what, Project project, String... fields) {
        var change = Change.of(
                what,
                project.edition(),
                what.subject().replace("{id}", project.id().toString()),
                fields);
        if (!what.isPublic()) {
            for (var writer : project.writers()) {
                change = change.alsoFor(Audience.person(writer));
            }
        }
        changes.record(change);
    }

    private ProjectView view(Project project) {
        return ProjectView.of(project, caller.subject(), editions.of(project.edition()));
    }
}
