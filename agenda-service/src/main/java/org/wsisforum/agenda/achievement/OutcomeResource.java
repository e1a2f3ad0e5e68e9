package org.wsisforum.agenda.achievement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
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

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.session.Drafts;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
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

/** What came of sessions and statements. Written by whoever signs in as a person and makes the session. */
@Path("editions/{edition}/outcomes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Achievements")
public class OutcomeResource {

    private static final String EXAMPLE = """
            {
              "session": "0190b0a2-5c7a-7000-8000-000000000001",
              "text": { "en": { "value": "Three villages share one mast, and say how others can." } },
              "actionLines": ["C2"],
              "goals": [9],
              "links": ["https://villages.example/mast.pdf"]
            }""";

    @Inject
    Editions editions;

    @Inject
    Outcomes outcomes;

    @Inject
    Held held;

    @Inject
    Drafts drafts;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    /** Records an outcome. */
    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Role.PERSON)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "recordOutcome",
            summary = "Record what came of a session or a statement",
            description =
                    "By programme managers, and by the organizer of the session, whose account the session names whatever its"
                            + " role. It may be recorded before the session is over, and everybody reads it from then on and is"
                            + " told so by a change; of a statement it is recorded once that was delivered, and read while it is.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OutcomeInput.class),
                            examples = @ExampleObject(name = "Of a workshop", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The outcome was recorded.",
            content = @Content(schema = @Schema(implementation = OutcomeView.class)))
    @Fails({"edition-not-found", "language-not-of-edition", "statement-not-delivered"})
    public RestResponse<OutcomeView> record(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @Valid @NotNull OutcomeInput input) {
        var year = editions.require(edition);
        drafts.requireMade(edition, input.session());
        if (input.statement() != null && !held.isDelivered(input.session(), input.statement())) {
            throw OutcomeProblem.STATEMENT_NOT_DELIVERED.because(
                    "The session has no delivered statement " + input.statement() + ".");
        }
        var outcome = new Outcome(edition, fitting(year, input), caller.subject(), clock.instant());
        outcomes.persist(outcome);
        changes.record(OutcomeChange.RECORDED.to(outcome, List.of()));
        if (outcomes.isRead(year, outcome)) {
            changes.record(outcome.turn());
        }
        return RestResponse.ResponseBuilder.<OutcomeView>create(201, null)
                .header(HttpHeaders.LOCATION, "/agenda/v1/editions/" + edition + "/outcomes/" + outcome.id())
                .entity(outcomes.shown(year, outcome))
                .build();
    }

    /** Outcomes. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listOutcomes",
            summary = "What came of sessions and statements",
            description =
                    "Of sessions that are over, the first recorded first. Programme managers and the secretariat see those of"
                            + " others as well, and the organizer of a session sees them when `session` names it. The one outcome"
                            + " that a session itself says, as the organizers of workshops do with what they hand in, is the"
                            + " session's `outcome` and not listed here; reports show both.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<OutcomeView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestQuery
                    @Parameter(description = "Only of this session.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID session,
            @BeanParam @Valid PageRequest page) {
        var year = editions.require(edition);
        var list = Keyset.of(Outcome.class)
                .where("edition = :edition", "edition", edition)
                .whereIfGiven("session = :session", "session", session)
                .orderedBy("recordedAt", Instant.class, Outcome::recordedAt)
                .orderedBy("id", UUID.class, Outcome::id);
        var readsAll = session == null ? outcomes.areAllRead() : outcomes.areReadBefore(edition, session);
        if (!readsAll) {
            var sessions = held.sessions(year);
            list.whereAsOf("session in :over", "over", Held.over(sessions).keySet())
                    .whereAsOf(
                            "(statement is null or statement in :delivered)", "delivered", Held.deliveredIn(sessions));
        }
        return pages.readAll(list, page, rows -> outcomes.shown(year, rows));
    }

    /** One outcome. */
    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "readOutcome",
            summary = "What came of a session or a statement",
            description = "Of a session that is over, or any for those who make the session and for the secretariat.")
    @Fails("edition-not-found")
    public OutcomeView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The outcome.", example = "0190b0a2-5c7a-7000-8000-000000000401")
                    UUID id) {
        var year = editions.require(edition);
        return outcomes.shown(year, outcomes.requireReadable(year, id));
    }

    /** Corrects an outcome. */
    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RolesAllowed(Role.PERSON)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "patchOutcome",
            summary = "Correct an outcome",
            description =
                    "A merge patch (RFC 7396); session and statement stay. Where the outcome serves what its session does, a"
                            + " patch of `actionLines` or `goals` alone is one of what is shown: the other stays as it is shown,"
                            + " and is the outcome's own from then on. Without any of both it serves what its session does again.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = OutcomeInput.class),
                            examples = @ExampleObject(name = "Another goal", value = "{\"goals\": [9, 11]}")))
    @Fails({"edition-not-found", "stale-version", "invalid-patch", "language-not-of-edition"})
    public OutcomeView patch(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The outcome.", example = "0190b0a2-5c7a-7000-8000-000000000401")
                    UUID id,
            MergePatch patch) {
        var year = editions.require(edition);
        var outcome = outcomes.requireToChange(year, id);
        preconditions.requireSeen(outcome.version());
        // Who changes the goals alone means those that are shown, with the lines beside them, be they the session's.
        var input = patch.applyTo(
                patch.names("actionLines") == patch.names("goals")
                        ? outcome.input()
                        : outcome.inputServing(outcomes.served(year, outcome)));
        var fields = outcome.rewrite(fitting(year, input));
        if (!fields.isEmpty()) {
            changes.record(OutcomeChange.CORRECTED.to(outcome, fields));
            tellEverybody(OutcomeChange.SHOWN_ANEW, year, outcome, fields);
        }
        return outcomes.shown(year, outcome);
    }

    /** Takes an outcome out. */
    @DELETE
    @Path("{id}")
    @Transactional
    @RolesAllowed(Role.PERSON)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "deleteOutcome",
            summary = "Take an outcome out",
            description = "Nothing is left but its history.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Fails({"edition-not-found", "stale-version"})
    public void delete(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The outcome.", example = "0190b0a2-5c7a-7000-8000-000000000401")
                    UUID id) {
        var year = editions.require(edition);
        var outcome = outcomes.requireToChange(year, id);
        preconditions.requireSeen(outcome.version());
        outcomes.delete(outcome);
        changes.record(OutcomeChange.REMOVED.to(outcome, List.of()));
        tellEverybody(OutcomeChange.UNPUBLISHED, year, outcome, List.of());
    }

    /** What happened to one outcome. */
    @GET
    @Path("{id}/history")
    @RolesAllowed({Role.PROGRAMME_MANAGER, Role.SECRETARIAT})
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "readOutcomeHistory",
            summary = "What happened to an outcome",
            description = "Every change of it, by whom and when, oldest first; also of one that is gone.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The outcome.", example = "0190b0a2-5c7a-7000-8000-000000000401")
                    UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "outcomes/" + id, page);
    }

    private static OutcomeInput fitting(Edition year, OutcomeInput input) {
        year.requireLanguages(input.text(), "/text");
        RequestProblem.requireNone(input.faults());
        return input.normalised();
    }

    /** Whoever reads it, or was told that it is there. */
    private void tellEverybody(OutcomeChange type, Edition year, Outcome outcome, List<String> fields) {
        if (outcome.isPublished() || outcomes.isRead(year, outcome)) {
            changes.record(type.to(outcome, fields));
        }
    }
}
