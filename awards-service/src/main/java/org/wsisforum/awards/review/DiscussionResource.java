package org.wsisforum.awards.review;

import java.time.Instant;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.time.ForumClock;

/** What those who judge a project tell each other. */
@Path("editions/{edition}/reviews/{project}/discussion")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Reviews")
public class DiscussionResource {

    @Inject
    Assignments assignments;

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

    /** What somebody says. */
    @Schema(name = "CommentInput", description = "What somebody says of the project.")
    record CommentInput(
            @NotBlank @Size(max = 5000) @Schema(description = "The words.", examples = "Is the second phase paid for?")
            String words) {}

    /** What somebody has said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Comment", description = "What somebody has said of the project.")
    record CommentView(
            UUID id,

            @Schema(
                    description = "Who said it, by the same name throughout this project and no other.",
                    examples = "Expert A")
            String voice,

            @Schema(description = "Whether the caller said it.")
            boolean mine,

            @Schema(description = "The subject of the author's account; for the awards manager alone.")
            String author,

            @Schema(description = "The words.") String words,
            @Schema(description = "When it was said.") Instant writtenAt) {}

    @GET
    @RolesAllowed({Role.EXPERT, Role.AWARDS_MANAGER})
    @RequiresScope("awards:review")
    @Operation(operationId = "listComments", summary = "What is said of a project", description = """
                    Among the experts who judge it and the awards manager, oldest first. Experts know each other by names such \
                    as “Expert A”, which mean nothing outside this project.""")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<CommentView> list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID project,
            @BeanParam @Valid PageRequest page) {
        assignments.requireOpen(edition, project);
        var list = Keyset.of(DiscussionComment.class)
                .where("project = :project", "project", project)
                .orderedBy("writtenAt", Instant.class, DiscussionComment::writtenAt)
                .orderedBy("id", UUID.class, DiscussionComment::id);
        return pages.read(list, page, this::view);
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Role.EXPERT, Role.AWARDS_MANAGER})
    @RequiresScope("awards:review")
    @Operation(
            operationId = "addComment",
            summary = "Say something of a project",
            description = "To the experts who judge it and the awards manager. What was said stays.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommentInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "A question",
                                            value = "{\"words\": \"Is the second phase paid for?\"}")))
    @APIResponse(
            responseCode = "201",
            description = "What was said.",
            content = @Content(schema = @Schema(implementation = CommentView.class)))
    @Fails({"edition-not-found", "review-closed"})
    public RestResponse<CommentView> add(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID project,
            @Valid @NotNull CommentInput input) {
        var now = clock.instant();
        assignments.requireOpen(edition, project);
        time.requireUnderWay(edition, now);
        // Two who first speak at the same moment must not get one name.
        assignments.takeTurn("discussion " + project);
        var comment = new DiscussionComment(edition, project, caller.subject(), voice(project), input.words(), now);
        database.persist(comment);
        changes.record(Change.of(ReviewChange.COMMENTED, edition, "reviews/" + project));
        return RestResponse.status(RestResponse.Status.CREATED, view(comment));
    }

    private int voice(UUID project) {
        if (caller.has(Role.AWARDS_MANAGER)) {
            return DiscussionComment.MANAGER;
        }
        return database.createQuery(
                        "select coalesce(max(case when author = :me and voice > 0 then voice end), max(voice) + 1, 1)"
                                + " from DiscussionComment where project = :project",
                        Integer.class)
                .setParameter("me", caller.subject())
                .setParameter("project", project)
                .getSingleResult();
    }

    private CommentView view(DiscussionComment comment) {
        return new CommentView(
                comment.id(),
                comment.pseudonym(),
                comment.author().equals(caller.subject()),
                caller.has(Role.AWARDS_MANAGER) ? comment.author() : null,
                comment.words(),
                comment.writtenAt());
    }
}
