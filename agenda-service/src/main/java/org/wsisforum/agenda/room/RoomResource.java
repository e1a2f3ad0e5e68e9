package org.wsisforum.agenda.room;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.release.Makers;
import org.wsisforum.agenda.release.ReleaseResource;
import org.wsisforum.agenda.release.Releases;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.MergePatch;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;

/** The rooms of the Forum. */
@Path("editions/{edition}/rooms")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Rooms")
public class RoomResource {

    private static final String EXAMPLE = """
            {
              "code": "popov",
              "name": {
                "en": { "value": "Popov Room", "status": "official" },
                "fr": { "value": "Salle Popov", "status": "official" }
              },
              "kind": "physical",
              "capacity": 180,
              "building": "ITU Tower",
              "floor": "1st basement",
              "stepFree": true,
              "hearingLoop": true,
              "captioning": true
            }""";

    @Inject
    Editions editions;

    @Inject
    Rooms rooms;

    @Inject
    ShownRooms shown;

    @Inject
    Releases releases;

    @Inject
    Makers makers;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    /** The rooms of an edition. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listRooms",
            summary = "The rooms of an edition",
            description =
                    "Halls and virtual rooms, by code, as the newest release shows them, or the one that `release` names. What"
                            + " takes place in one is listed with `sessions?room=`.")
    @Fails({"edition-not-found", "release-not-found", "cursor-not-valid", "insufficient-scope"})
    public PageOf<RoomView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestQuery @Parameter(description = ReleaseResource.WHICH, example = "3") String release,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        if (ReleaseResource.DRAFT.equals(release)) {
            makers.require();
            var list = Keyset.of(Room.class)
                    .where("edition = :edition", "edition", edition)
                    .orderedBy("code", String.class, Room::code);
            return pages.read(list, page, RoomView::of);
        }
        var reading = releases.require(edition, release);
        return pages.readKept(
                shown.of(reading.version()), "rooms of " + release, RoomView::code, page, reading.at(), rows -> rows);
    }

    /** One room. */
    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "readRoom",
            summary = "A room",
            description =
                    "One room as the newest release shows it, or the one that `release` names. The `ETag` of the draft is what a"
                            + " change must send in `If-Match`.")
    @Fails({"edition-not-found", "release-not-found", "insufficient-scope"})
    public RoomView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The room.", example = "0190b0a2-5c7a-7000-8000-000000000011") UUID id,
            @RestQuery @Parameter(description = ReleaseResource.WHICH, example = "3") String release) {
        editions.require(edition);
        if (ReleaseResource.DRAFT.equals(release)) {
            makers.require();
            return RoomView.of(rooms.require(edition, id, LockModeType.NONE));
        }
        return shown.of(releases.require(edition, release).version()).stream()
                .filter(room -> room.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Rooms.none(edition, id));
    }

    /** Adds a room, or says anew what is said of it. */
    @PUT
    @Path("{id}")
    @Transactional
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "putRoom",
            summary = "Add or replace a room",
            description =
                    "With `If-None-Match: *` a room is added under an id that the caller chooses (a UUID, best of version"
                            + " 7); with `If-Match` it is replaced whole.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "A hall", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The room as it is now.",
            content = @Content(schema = @Schema(implementation = RoomView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The room was added.",
            content = @Content(schema = @Schema(implementation = RoomView.class)))
    @Fails({"edition-not-found", "stale-version", "already-exists", "room-code-taken", "language-not-of-edition"})
    public RestResponse<RoomView> put(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The room.", example = "0190b0a2-5c7a-7000-8000-000000000011") UUID id,
            @Valid @NotNull RoomInput input) {
        var year = editions.require(edition);
        var present = rooms.find(edition, id, LockModeType.PESSIMISTIC_WRITE);
        if (present.isPresent()) {
            preconditions.requireAbsent();
            return RestResponse.ok(replace(year, present.get(), input));
        }
        preconditions.requireToCreate();
        requireFit(year, input);
        var room = new Room(edition, id, input);
        rooms.persist(room);
        changes.record(Change.of(RoomChange.DRAFTED, edition, "rooms/" + id));
        return RestResponse.ResponseBuilder.<RoomView>create(201, null)
                .header(HttpHeaders.LOCATION, "/agenda/v1/editions/" + edition + "/rooms/" + id)
                .entity(RoomView.of(room))
                .build();
    }

    /** Changes some of what is said of a room. */
    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "patchRoom",
            summary = "Change a room",
            description = "A merge patch (RFC 7396): what is given replaces, `null` removes, what is absent stays.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = RoomInput.class),
                            examples = @ExampleObject(name = "A smaller room", value = "{\"capacity\": 90}")))
    @Fails({"edition-not-found", "stale-version", "invalid-patch", "room-code-taken", "language-not-of-edition"})
    public RoomView patch(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The room.", example = "0190b0a2-5c7a-7000-8000-000000000011") UUID id,
            MergePatch patch) {
        var year = editions.require(edition);
        var room = rooms.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(room.version());
        return replace(year, room, patch.applyTo(room.input()));
    }

    /** Takes a room out. */
    @DELETE
    @Path("{id}")
    @Transactional
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "deleteRoom",
            summary = "Take a room out",
            description = "Not while a session stands in it, in whatever state: give the session another room first.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Fails({"edition-not-found", "stale-version", "room-in-use"})
    public void delete(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The room.", example = "0190b0a2-5c7a-7000-8000-000000000011") UUID id) {
        editions.require(edition);
        var room = rooms.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(room.version());
        rooms.delete(room);
        changes.record(Change.of(RoomChange.DRAFT_DELETED, edition, "rooms/" + id));
    }

    /** What happened to one room. */
    @GET
    @Path("{id}/history")
    @RolesAllowed({Role.PROGRAMME_MANAGER, Role.SECRETARIAT})
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "readRoomHistory",
            summary = "What happened to a room",
            description = "Every change of it, by whom and when, oldest first; also of one that is gone.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The room.", example = "0190b0a2-5c7a-7000-8000-000000000011") UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "rooms/" + id, page);
    }

    private RoomView replace(Edition year, Room room, RoomInput input) {
        preconditions.requireSeen(room.version());
        requireFit(year, input);
        var fields = room.replace(input);
        if (!fields.isEmpty()) {
            changes.record(Change.of(
                    RoomChange.DRAFT_CHANGED, year.code(), "rooms/" + room.id(), fields.toArray(String[]::new)));
        }
        return RoomView.of(room);
    }

    private static void requireFit(Edition year, RoomInput input) {
        year.requireLanguages(input.name(), "/name");
        RequestProblem.requireNone(input.faults());
    }
}
