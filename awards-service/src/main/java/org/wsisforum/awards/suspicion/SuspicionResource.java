package org.wsisforum.awards.suspicion;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.suspicion.Suspicions.Place;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.time.ForumClock;

/** What is perhaps the same, for a person to decide. */
@Path("editions/{edition}/suspicions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Suspicions", description = "Projects that are perhaps the same as another, or as a past winner.")
public class SuspicionResource {

    @Inject
    Suspicions suspicions;

    @Inject
    EditionRules editions;

    @Inject
    EntityManager database;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    /** Which suspicions to list. */
    record Filter(
            @RestQuery
            @Pattern(regexp = "open|decided", message = "open or decided.")
            @Parameter(
                    description =
                            "`open`: not decided, or decided on texts that were changed since; `decided`: all others.",
                    example = "open")
            String state,

            @RestQuery
            @Parameter(
                    description = "Only pairs that this project or past winner is in.",
                    example = "0190b0a2-5c7a-7000-8000-000000000001")
            UUID project) {

        Boolean open() {
            return state == null ? null : (Boolean) state.equals("open");
        }
    }

    @GET
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "listSuspicions", summary = "What is perhaps the same", description = """
                    Pairs of projects that take part, of any category, whose titles or descriptions are as alike as the edition \
                    wants them looked at, and pairs of a project and a past winner whose titles are. The most alike first. \
                    Worked out from what takes part at this moment; a pair leaves the list when a text of it is changed enough.""")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<SuspicionView> list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @BeanParam @Valid Filter filter,
            @BeanParam @Valid PageRequest page,
            UriInfo uri) {
        editions.requireEdition(edition);
        var after = page.cursor() == null ? null : Place.read(page.cursor());
        var found = suspicions.find(edition, filter.open(), filter.project(), after, page.limit() + 1);
        var more = found.first().size() > page.limit();
        var shown = more ? found.first().subList(0, page.limit()) : found.first();
        var links =
                new PageOf.Links(link(uri, null), null, more ? link(uri, Place.after(shown.getLast())) : null, null);
        return new PageOf<>(shown, links, page.count() == null ? null : found.all());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readSuspicion",
            summary = "Two that are alike",
            description = "Its `ETag` stands for both texts and what was decided; a decision sends it in `If-Match`.")
    @Fails("edition-not-found")
    public SuspicionView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The pair.", example = "0190b0a2-5c7a-3000-8000-000000000001") UUID id) {
        editions.requireEdition(edition);
        return suspicions.require(edition, id);
    }

    @PUT
    @Path("{id}")
    @Transactional
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "decideSuspicion", summary = "Decide whether two are the same", description = """
                    On the texts that were read: with `If-Match`, which is stale when one of them or the decision was changed \
                    meanwhile. Takes nothing out of the contest by itself.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionInput.class),
                            examples = @ExampleObject(name = "Two projects", value = """
                                    {
                                      "decision": "different",
                                      "reason": "Two ministries on two archipelagos."
                                    }""")))
    @Fails({"edition-not-found", "stale-version"})
    public SuspicionView decide(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The pair.", example = "0190b0a2-5c7a-3000-8000-000000000001") UUID id,
            @Valid @NotNull DecisionInput input) {
        editions.requireEdition(edition);
        var pair = suspicions.require(edition, id);
        preconditions.requireSeen(pair.version());
        // What was seen says which it is, not what is there by now: of two who decide at once, the second is refused.
        var isFirst = pair.decision() == null;
        var decided = isFirst ? new Decided(edition, id) : database.find(Decided.class, id);
        decided.decide(input, pair.compared(), clock.instant());
        if (isFirst) {
            database.persist(decided);
        }
        changes.record(Change.of(SuspicionChange.DECIDED, edition, "suspicions/" + id, "decision", "reason"));
        return pair.with(decided);
    }

    /** What was decided of one pair. */
    @GET
    @Path("{id}/history")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readSuspicionHistory",
            summary = "Who decided on two that are alike",
            description = "Every decision, by whom and when, oldest first; also of a pair that is no longer alike.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The pair.", example = "0190b0a2-5c7a-3000-8000-000000000001") UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "suspicions/" + id, page);
    }

    private static String link(UriInfo uri, Place after) {
        var address = uri.getRequestUriBuilder().replaceQueryParam("cursor");
        if (after != null) {
            address.replaceQueryParam("cursor", after.write());
        }
        var built = address.build();
        return built.getRawPath() + (built.getRawQuery() == null ? "" : "?" + built.getRawQuery());
    }
}
