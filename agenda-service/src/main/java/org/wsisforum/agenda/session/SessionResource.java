package org.wsisforum.agenda.session;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.wsisforum.agenda.room.Venues;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.ConditionalProblem;
import org.wsisforum.kit.conditional.MergePatch;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;

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

    @Inject
    Editions editions;

    @Inject
    Sessions sessions;

    @Inject
    Speakers speakers;

    @Inject
    Venues venues;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    HttpHeaders headers;

    @Inject
    Validator validator;

    @Inject
    Changes changes;

    /** The programme, or a part of it. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listSessions",
            summary = "The programme",
            description =
                    "The sessions of an edition in the order in which they begin. Where speakers of delegations are given"
                            + " slots, they are listed with the session.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<SessionView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid SessionFilter filter,
            @BeanParam @Valid PageRequest page) {
        var year = editions.require(edition);
        return pages.readAll(filter.sessions(year), page, rows -> views(year, rows));
    }

    /** One session. */
    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "readSession",
            summary = "A session",
            description = "One session of the programme. Its `ETag` is what a change of it must send in `If-Match`.")
    @Fails("edition-not-found")
    public SessionView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        var year = editions.require(edition);
        return view(year, sessions.require(edition, id));
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
                            + " version 7); with `If-Match` it is replaced whole. Speakers who were given a slot move along with a"
                            + " session that gets another time.")
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
        "session-has-speakers"
    })
    public RestResponse<SessionView> put(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @Valid @NotNull SessionInput input) {
        var year = editions.require(edition);
        var present = sessions.find(edition, id, LockModeType.PESSIMISTIC_WRITE);
        if (present.isPresent()) {
            preconditions.requireAbsent();
            return RestResponse.ok(replace(year, present.get(), input));
        }
        requireCreating();
        var session = new Session(edition, id, fitting(year, input));
        sessions.persist(session);
        changes.record(Change.of(SessionChange.CREATED, edition, "sessions/" + id));
        return RestResponse.ResponseBuilder.<SessionView>create(201, null)
                .header(HttpHeaders.LOCATION, "/agenda/v1/editions/" + edition + "/sessions/" + id)
                .entity(view(year, session))
                .build();
    }

    /** Changes some of what the programme says of a session. */
    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "patchSession",
            summary = "Change a session",
            description =
                    "A merge patch (RFC 7396): what is given replaces, `null` removes, what is absent stays; lists are"
                            + " replaced whole.")
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
        "session-has-speakers"
    })
    public SessionView patch(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            MergePatch patch) {
        var year = editions.require(edition);
        var session = sessions.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(session.version());
        var patched = patch.applyTo(session.input());
        var faults = validator.validate(patched);
        if (!faults.isEmpty()) {
            throw new jakarta.validation.ConstraintViolationException(faults);
        }
        return replace(year, session, patched);
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
                            + " in it.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Fails({"edition-not-found", "stale-version", "session-has-speakers"})
    public void delete(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        editions.require(edition);
        var session = sessions.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(session.version());
        sessions.delete(session);
        changes.record(Change.of(SessionChange.DELETED, edition, "sessions/" + id));
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
        return changes.history(edition, "sessions/" + id, page);
    }

    private SessionView replace(Edition year, Session session, SessionInput input) {
        preconditions.requireSeen(session.version());
        var before = session.floor();
        var fields = session.replace(fitting(year, input));
        if (!fields.isEmpty()) {
            speakers.follow(year.code(), before, session.floor());
            var moved = fields.contains("startsAt") || fields.contains("endsAt");
            changes.record(Change.of(
                    moved ? SessionChange.MOVED : SessionChange.CHANGED,
                    year.code(),
                    "sessions/" + session.id(),
                    fields.toArray(String[]::new)));
        }
        return view(year, session);
    }

    /** What the edition allows, in the spelling in which it is stored. */
    private SessionInput fitting(Edition year, SessionInput input) {
        year.requireLanguages(input.title(), "/title");
        year.requireLanguages(input.description(), "/description");
        var faults = input.faults(year);
        if (input.room() != null && venues.hold(year.code(), input.room()).isEmpty()) {
            faults.add(FieldError.at("/room", "unknown", "The edition has no room " + input.room() + "."));
        }
        RequestProblem.requireNone(faults);
        return input.normalised();
    }

    /** Where nothing is yet: 428 unless the caller says that it means to create, 412 if it means to replace. */
    private void requireCreating() {
        var ifNoneMatch = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (ifNoneMatch != null && ifNoneMatch.strip().equals("*")) {
            return;
        }
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) != null) {
            throw ConditionalProblem.STALE_VERSION.because("There is no such session, or no longer.");
        }
        throw ConditionalProblem.PRECONDITION_REQUIRED.because(
                "Send If-None-Match: * to add a session, or If-Match with its ETag to replace one.");
    }

    private SessionView view(Edition year, Session session) {
        return views(year, List.of(session)).getFirst();
    }

    /** One query each for the rooms and the speakers of all sessions of a page. */
    private List<SessionView> views(Edition year, List<Session> rows) {
        var withSlots =
                rows.stream().filter(Session::takesStatements).map(Session::id).toList();
        var speaking = speakers.in(withSlots);
        var rooms = venues.named(
                rows.stream().map(Session::room).filter(Objects::nonNull).collect(Collectors.toSet()));
        return rows.stream()
                .map(session -> SessionView.of(
                        session,
                        year,
                        session.room() == null ? null : rooms.get(session.room()),
                        speaking.getOrDefault(session.id(), List.of())))
                .toList();
    }
}
