package org.wsisforum.agenda.statement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.session.Floor;
import org.wsisforum.agenda.session.Floors;
import org.wsisforum.agenda.session.Programmes;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.conditional.Freshness;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.OneLine;
import org.wsisforum.kit.time.ForumClock;

/** The speakers' lists: who speaks when in which session, and why. */
@Path("editions/{edition}/speakers-lists")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Speakers' lists")
public class SpeakersListResource {

    @Inject
    Editions editions;

    @Inject
    Programmes programmes;

    @Inject
    Floors floors;

    @Inject
    Statements statements;

    @Inject
    Placements placements;

    @Inject
    SpeakersLists lists;

    @Inject
    StatementAccess access;

    @Inject
    Caller caller;

    @Inject
    Preconditions preconditions;

    @Inject
    Freshness freshness;

    @Inject
    ForumClock clock;

    /** The lists of an edition. */
    @Schema(name = "SpeakersListIndex", description = "The speakers' lists of an edition.")
    public record Index(
            @Schema(description = "One for each session that takes statements, in the order in which they begin.")
            List<Summary> items) {}

    /** A list in short. */
    @Schema(name = "SpeakersListSummary", description = "A speakers' list, in short.")
    public record Summary(
            @Schema(description = "The session.", examples = "0190b0a2-5c7a-7000-8000-000000000003")
            UUID session,

            @Schema(description = "When the session begins, in UTC.", examples = "2021-03-22T14:00:00Z")
            Instant startsAt,

            SpeakersListView.Status state,

            @Schema(description = "When the list closes, in UTC.", examples = "2021-03-21T14:00:00Z")
            Instant closesAt,

            @Schema(description = "How many slots the session has.", examples = "20")
            int slots,

            @Schema(
                    description =
                            "How many speakers stand on it; for staff, those who were only offered a slot as well.",
                    examples = "12")
            int speakers) {}

    /** To whom slots are offered. */
    @Schema(name = "SlotOffers", description = "To whom slots are offered.")
    record Offers(
            @Schema(
                    description = "The statement; absent for all that wait for this session, as far as slots reach.",
                    examples = "0190b0a2-5c7a-7000-8000-000000000001")
            UUID statement,

            @Schema(
                    description =
                            "The slot, with a statement only; absent for the one where protocol puts it. Nobody else moves.",
                    examples = "2021-03-22T14:30:00Z")
            Instant startsAt,

            @OneLine
            @Size(max = 1000)
            @Schema(
                    description = "Why that slot; kept, and shown to staff.",
                    examples = "The minister arrives at 15:00.")
            String reason) {

        void requireCoherence() {
            if (statement == null && startsAt != null) {
                RequestProblem.requireNone(
                        List.of(FieldError.at("/statement", "not-null", "A slot is chosen for one statement.")));
            }
        }
    }

    /** The order that the Chair wants. */
    @Schema(name = "SpeakingOrder", description = "The order that the Chair wants.")
    record Order(
            @NotEmpty
            @Size(max = 500)
            @Schema(
                    description = "All statements of the list that have not begun, in the order that is wanted.",
                    examples = "[\"0190b0a2-5c7a-7000-8000-000000000002\", \"0190b0a2-5c7a-7000-8000-000000000001\"]")
            List<@NotNull UUID> statements,

            @NotBlank
            @OneLine
            @Size(max = 1000)
            @Schema(description = "Why; kept, and shown to staff.", examples = "The minister flies at noon.")
            String reason) {}

    /** All lists. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listSpeakersLists",
            summary = "The speakers' lists of an edition",
            description = "One for each session of the newest release in which policy statements are given.")
    @Fails("edition-not-found")
    public Index list(@RestPath @Parameter(description = "The edition.", example = "2021") String edition) {
        var year = editions.require(edition);
        var now = clock.instant();
        var sessions = programmes.released(year, null).floors();
        var held = statements.heldIn(sessions.stream().map(Floor::session).toList(), now);
        return new Index(sessions.stream()
                .map(floor -> summary(year, floor, held.getOrDefault(floor.session(), Statements.Held.NONE), now))
                .toList());
    }

    private Summary summary(Edition year, Floor floor, Statements.Held held, Instant now) {
        var closesAt = closing(year, floor, now);
        return new Summary(
                floor.session(),
                floor.startsAt(),
                SpeakersListView.Status.at(now, closesAt, floor),
                closesAt,
                SlotGrid.of(floor, year).starts().size(),
                access.readsAll() ? held.all() : held.booked());
    }

    /** One list. */
    @GET
    @Path("{session}")
    @PermitAll
    @Operation(
            operationId = "readSpeakersList",
            summary = "The speakers' list of a session",
            description =
                    "Who speaks when, and why in this order: each place names the rules that brought the statement there,"
                            + " with the values by which they did. The rules of order, the ladder of ranks and the closing of lists"
                            + " are data of the edition (`rules.highLevelTrack`). The secretariat and programme managers with the"
                            + " scope agenda:read also see whom slots are offered to, who waits, and what the Chair gave as reason;"
                            + " the `ETag` that they are given is what a new order must send in `If-Match`.")
    @Fails("edition-not-found")
    public SpeakersListView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000003")
                    UUID session) {
        var year = editions.require(edition);
        var now = clock.instant();
        if (access.readsAll()) {
            return whole(year, session, now);
        }
        var floor = programmes.released(year, null).floors().stream()
                .filter(known -> known.session().equals(session))
                .findFirst()
                .orElseThrow(
                        () -> RequestProblem.NOT_FOUND.because("No statements are given in session " + session + "."));
        closing(year, floor, now);
        return SpeakersListView.forEverybody(
                year, floor, statements.holding(session, now), placements.in(session), now);
    }

    /** Offers slots. */
    @POST
    @Path("{session}/offers")
    @Transactional
    @Idempotent
    @RolesAllowed({Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "offerSlots",
            summary = "Offer slots to those who wait for a session",
            description =
                    "A slot is held for each, for as many hours as the edition says, and no longer than until it begins."
                            + " While the list is open, a speaker is put where protocol wants it, and those behind move down by one;"
                            + " when it is closed, after the last speaker, and nobody moves. Whose request names other hours than"
                            + " those that are left is not offered a slot together with all others; staff choose one with `startsAt`."
                            + " Who is offered a slot confirms it, or gives it back.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Offers.class),
                            examples = {
                                @ExampleObject(name = "To all who wait", value = "{}"),
                                @ExampleObject(
                                        name = "To one",
                                        value = "{\"statement\": \"0190b0a2-5c7a-7000-8000-000000000001\"}"),
                                @ExampleObject(name = "To one, at a time that staff choose", value = """
                                        {
                                          "statement": "0190b0a2-5c7a-7000-8000-000000000001",
                                          "startsAt": "2021-03-22T14:30:00Z",
                                          "reason": "The minister arrives at 15:00."
                                        }""")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The list as it is now.",
            content = @Content(schema = @Schema(implementation = SpeakersListView.class)))
    @Fails({
        "edition-not-found",
        "not-waiting",
        "list-full",
        "delegation-speaks-already",
        "no-such-slot",
        "slot-in-the-past",
        "slot-taken",
        "session-takes-no-statements",
        "session-is-postponed",
        "conflict"
    })
    public RestResponse<SpeakersListView> offer(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000003")
                    UUID session,
            @Valid @NotNull Offers offers) {
        var year = editions.require(edition);
        offers.requireCoherence();
        var now = clock.instant();
        statements.takeTurn(edition);
        lists.takeBackWhatLapsed(edition, now);
        if (offers.statement() == null) {
            lists.offerToAll(year, session, now);
        } else {
            lists.offerTo(
                    year,
                    session,
                    offers.statement(),
                    offers.startsAt(),
                    new Decision(caller.subject(), OneLine.Kept.of(offers.reason())),
                    now);
        }
        return RestResponse.ok(whole(year, session, now));
    }

    /** The Chair's order. */
    @PUT
    @Path("{session}/order")
    @Transactional
    @RolesAllowed({Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "reorderSpeakers",
            summary = "Change the order of speakers by hand",
            description =
                    "As the Chair wants it, with the reason. The slots stay the same, the statements are given them in the"
                            + " order that is sent. Who has begun stays where it is. The list says who was moved so, and when.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Order.class),
                            examples = @ExampleObject(name = "Two change places", value = """
                                    {
                                      "statements": ["0190b0a2-5c7a-7000-8000-000000000002", "0190b0a2-5c7a-7000-8000-000000000001"],
                                      "reason": "The minister flies at noon."
                                    }""")))
    @Fails({"edition-not-found", "stale-version", "list-is-another", "conflict"})
    public SpeakersListView reorder(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000003")
                    UUID session,
            @Valid @NotNull Order order) {
        var year = editions.require(edition);
        var now = clock.instant();
        floors.require(edition, session);
        statements.takeTurn(edition);
        preconditions.requireSeen(placements.in(session).size());
        lists.takeBackWhatLapsed(edition, now);
        lists.reorder(year, session, order.statements(), new Decision(caller.subject(), order.reason()), now);
        return whole(year, session, now);
    }

    /** The order of protocol. */
    @PUT
    @Path("{session}/order/protocol")
    @Transactional
    @RolesAllowed({Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "orderSpeakersByProtocol",
            summary = "Put the speakers of a list into the order of protocol",
            description =
                    "The way from free booking to protocol, where the edition lets offices choose their slots: the slots stay"
                            + " the same, and those who hold them are given them in the order of the edition's rules"
                            + " (`rules.highLevelTrack.order`). The list says so, with the values by which each came to its place."
                            + " Until it is closed, as often as wanted; who chooses a slot afterwards stands there until the next"
                            + " time. Exchanges and what the Chair wanted before are undone by it. Who has begun stays.")
    @Fails({"edition-not-found", "stale-version", "list-closed", "conflict"})
    public SpeakersListView orderByProtocol(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000003")
                    UUID session) {
        var year = editions.require(edition);
        var now = clock.instant();
        floors.require(edition, session);
        statements.takeTurn(edition);
        preconditions.requireSeen(placements.in(session).size());
        lists.takeBackWhatLapsed(edition, now);
        lists.orderByProtocol(year, session, now);
        return whole(year, session, now);
    }

    private SpeakersListView whole(Edition year, UUID session, Instant now) {
        return SpeakersListView.whole(
                year,
                floors.require(year.code(), session),
                statements.holding(session, now),
                placements.in(session),
                lists.waitingFor(year, session, now),
                now);
    }

    /** When the list closes; nobody keeps the answer for longer. */
    private Instant closing(Edition year, Floor floor, Instant now) {
        var closesAt = year.rules().highLevelTrack().closingOf(floor.startsAt());
        if (now.isBefore(closesAt)) {
            freshness.endsIn(Duration.between(now, closesAt));
        }
        return closesAt;
    }
}
