package org.wsisforum.agenda.session;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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

import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.release.ReleaseResource;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.MergePatch;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.time.ForumClock;

/** The programme. */
@Path("editions/{edition}/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Sessions")
public class SessionResource {

    private static final String EXAMPLE = """
            {
              "code": "session-348",
              "type": "prizes-ceremony",
              "track": "wsis-prizes",
              "title": {
                "en": { "value": "WSIS Prizes 2021 ceremony", "status": "official" },
                "fr": { "value": "Cérémonie de remise des prix du SMSI 2021", "status": "unofficial" }
              },
              "startsAt": "2021-05-18T13:00:00+02:00",
              "endsAt": "2021-05-18T13:30:00+02:00",
              "attendance": "virtual",
              "room": "0190b0a2-5c7a-7000-8000-000000000011",
              "actionLines": ["C7-e-health"],
              "goals": [3],
              "organizers": ["ITU"],
              "statements": false,
              "confirmed": true
            }""";

    private static final String ACCEPT = "Only clashes=accept is known.";
    private static final String ACCEPTING = "`accept` to share the room with the sessions that have it at that time.";

    @Inject
    Editions editions;

    @Inject
    Programmes programmes;

    @Inject
    Sessions sessions;

    @Inject
    SessionWords words;

    @Inject
    SessionAccess access;

    @Inject
    SessionEditor editor;

    @Inject
    SessionViews views;

    @Inject
    ForumClock clock;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    /** The programme, or a part of it. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listSessions",
            summary = "The programme",
            description =
                    "The sessions of an edition in the order in which they begin, with their rooms, people and documents, as"
                            + " the newest release shows them, or the one that `release` names. Where speakers of delegations are"
                            + " given slots, they are listed with the session as they are now. Of the draft, programme managers"
                            + " see all sessions and an organizer the own ones, with the scope agenda:read.")
    @Fails({"edition-not-found", "release-not-found", "cursor-not-valid", "insufficient-scope"})
    public PageOf<SessionView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestQuery @Parameter(description = ReleaseResource.WHICH, example = "3") String release,
            @BeanParam @Valid SessionFilter filter,
            @BeanParam @Valid PageRequest page) {
        var year = editions.require(edition);
        var programme = programmes.require(year, release);
        var wanted = filter.wanted(year, clock.instant()).and(words.found(filter.q(), programme));
        return pages.readKept(
                programme.sessions().stream().filter(wanted).toList(),
                filter + " of " + release,
                ProgrammeSession::place,
                page,
                programme.at(),
                rows -> views.page(programme, rows));
    }

    /** One session. */
    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "readSession",
            summary = "A session",
            description =
                    "One session as the newest release shows it, or the one that `release` names. The `ETag` of the draft is"
                            + " what a change must send in `If-Match`.")
    @Fails({"edition-not-found", "release-not-found", "insufficient-scope"})
    public SessionView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @RestQuery @Parameter(description = ReleaseResource.WHICH, example = "3") String release) {
        var year = editions.require(edition);
        if (ReleaseResource.DRAFT.equals(release)) {
            access.requireToMake(edition);
            return views.whole(year, access.requireToRead(edition, id));
        }
        var programme = programmes.released(year, release);
        return programme.sessions().stream()
                .filter(session -> session.id().equals(id))
                .findFirst()
                .map(session -> views.page(programme, List.of(session)).getFirst())
                .orElseThrow(() -> Sessions.none(edition, id));
    }

    /** Adds a session, or says anew what the programme says of it. */
    @PUT
    @Path("{id}")
    @Transactional
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "putSession",
            summary = "Add or replace a session",
            description =
                    "With `If-None-Match: *` a session is added under an id that the caller chooses (a UUID, best of"
                            + " version 7), to be seen by everybody from the next release on unless it is to be a draft; with `If-Match` it is replaced whole and"
                            + " stands as it did. Speakers who were given a slot move along with a session that gets another time."
                            + " A room that another scheduled session has at that time is refused, with that session in `errors`,"
                            + " unless `clashes=accept`; people who are in two sessions at once are reported in `clashes`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "The ceremony of the prizes", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The session as it is now.",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The session was added.",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @Fails({
        "edition-not-found",
        "stale-version",
        "already-exists",
        "session-code-taken",
        "language-not-of-edition",
        "session-has-speakers",
        "room-taken"
    })
    public RestResponse<SessionView> put(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @RestQuery
                    @DefaultValue("false")
                    @Parameter(description = "Whether a session that is added is a draft.", example = "true")
                    boolean draft,
            @RestQuery
                    @Pattern(regexp = "accept", message = ACCEPT)
                    @Parameter(description = ACCEPTING, example = "accept")
                    String clashes,
            @Valid @NotNull SessionInput input) {
        var year = editions.require(edition);
        var present = sessions.find(edition, id, LockModeType.PESSIMISTIC_WRITE);
        if (present.isPresent()) {
            preconditions.requireAbsent();
            preconditions.requireSeen(present.get().version());
            editor.replace(year, present.get(), input, clashes != null);
            return RestResponse.ok(views.whole(year, present.get()));
        }
        preconditions.requireToCreate();
        var state = draft ? SessionState.DRAFT : SessionState.SCHEDULED;
        return RestResponse.ResponseBuilder.<SessionView>create(201, null)
                .header(HttpHeaders.LOCATION, "/agenda/v1/editions/" + edition + "/sessions/" + id)
                .entity(views.whole(year, editor.add(year, id, state, input, clashes != null)))
                .build();
    }

    /** Changes some of what the programme says of a session. */
    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RolesAllowed(Role.PERSON)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "patchSession",
            summary = "Change a session",
            description =
                    "A merge patch (RFC 7396): what is given replaces, `null` removes, what is absent stays; lists are"
                            + " replaced whole. The organizer of a session, whose account it names whatever"
                            + " its role, may so say its"
                            + " `description`, `people`, `documents` and `outcome`. What is written so of a workshop does not"
                            + " count as handed in, and reminders go on: its deliverables are handed in by the deliver…"
                            + " operations, which write the session as well. Room and people are looked after as by"
                            + " putSession.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = SessionInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "A session starts later",
                                            value =
                                                    "{\"startsAt\": \"2021-05-18T13:15:00+02:00\", \"endsAt\": \"2021-05-18T13:45:00+02:00\"}")))
    @Fails({
        "edition-not-found",
        "stale-version",
        "invalid-patch",
        "session-code-taken",
        "language-not-of-edition",
        "session-has-speakers",
        "room-taken"
    })
    public SessionView patch(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @RestQuery
                    @Pattern(regexp = "accept", message = ACCEPT)
                    @Parameter(description = ACCEPTING, example = "accept")
                    String clashes,
            MergePatch patch) {
        var year = editions.require(edition);
        var session = access.requireToChange(edition, id);
        preconditions.requireSeen(session.version());
        var patched = patch.applyTo(session.input());
        editor.replace(year, session, patched, clashes != null);
        return views.whole(year, session);
    }

    /** Everybody is to see the session, with a time that holds. */
    @POST
    @Path("{id}/schedule")
    @Transactional
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "scheduleSession",
            summary = "Schedule a session",
            description =
                    "A draft becomes part of the programme; a session that was postponed or cancelled takes place after all, at"
                            + " the time it says. Its room is looked after as by putSession.")
    @Fails({"edition-not-found", "stale-version", "room-taken"})
    public SessionView schedule(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @RestQuery
                    @Pattern(regexp = "accept", message = ACCEPT)
                    @Parameter(description = ACCEPTING, example = "accept")
                    String clashes) {
        var year = editions.require(edition);
        var session = access.requireToChange(edition, id);
        preconditions.requireSeen(session.version());
        editor.schedule(year, session, clashes != null);
        return views.whole(year, session);
    }

    /** The time of the session holds no more. */
    @POST
    @Path("{id}/postpone")
    @Transactional
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "postponeSession",
            summary = "Postpone a session",
            description =
                    "Its time holds no more and another is not known; its room is free for others. Give it another time and"
                            + " schedule it again. Not once it has ended.")
    @Fails({"edition-not-found", "stale-version", "session-not-scheduled"})
    public SessionView postpone(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        var year = editions.require(edition);
        var session = access.requireToChange(edition, id);
        preconditions.requireSeen(session.version());
        editor.postpone(year, session, clock.instant());
        return views.whole(year, session);
    }

    /** The session does not take place. */
    @POST
    @Path("{id}/cancel")
    @Transactional
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "cancelSession",
            summary = "Cancel a session",
            description =
                    "It stays in the programme as one that does not take place; its room is free for others. Not once it has"
                            + " ended, and not while delegations hold slots in it: they are given others first.")
    @Fails({"edition-not-found", "stale-version", "session-not-scheduled", "session-has-speakers"})
    public SessionView cancel(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        var year = editions.require(edition);
        var session = access.requireToChange(edition, id);
        preconditions.requireSeen(session.version());
        editor.cancel(year, session, clock.instant());
        return views.whole(year, session);
    }

    /** Takes a session out. */
    @DELETE
    @Path("{id}")
    @Transactional
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "deleteSession",
            summary = "Take a session out of the programme",
            description =
                    "For what should never have been in it: nothing is left but its history. Not while delegations hold slots"
                            + " in it, and not while outcomes are recorded of it: they are taken out first, or the session is"
                            + " cancelled and stays.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Fails({"edition-not-found", "stale-version", "session-has-speakers", "session-has-outcomes"})
    public void delete(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        var year = editions.require(edition);
        var session = access.requireToChange(edition, id);
        preconditions.requireSeen(session.version());
        editor.delete(year, session);
    }

    /** What happened to one session. */
    @GET
    @Path("{id}/history")
    @RolesAllowed({Role.PROGRAMME_MANAGER, Role.SECRETARIAT})
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "readSessionHistory",
            summary = "What happened to a session",
            description = "Every change of it, by whom and when, oldest first; also of one that is gone.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @BeanParam @Valid HistoryRequest page) {
        if (!access.readsAll()
                && sessions.find(edition, id, LockModeType.NONE)
                        .filter(Session::isDraft)
                        .isPresent()) {
            throw Sessions.none(edition, id);
        }
        return changes.history(edition, "sessions/" + id, page);
    }
}
