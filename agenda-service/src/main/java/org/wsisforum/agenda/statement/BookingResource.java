package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.session.Floor;
import org.wsisforum.agenda.session.Floors;
import org.wsisforum.agenda.session.Programmes;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.OneLine;
import org.wsisforum.kit.time.ForumClock;

/** How a statement comes to its slot: asked for, offered and confirmed, or chosen; exchanged, and given back. */
@Path("editions/{edition}/statements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Statements")
public class BookingResource {

    @Inject
    Editions editions;

    @Inject
    Statements statements;

    @Inject
    SpeakersLists lists;

    @Inject
    StatementAccess access;

    @Inject
    Floors floors;

    @Inject
    Programmes programmes;

    @Inject
    Caller caller;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    /** The slot that is wanted. */
    @Schema(name = "SlotBooking", description = "The slot that is wanted.")
    record Booking(
            @NotNull @Schema(description = "The session.", examples = "0190b0a2-5c7a-7000-8000-000000000003")
            UUID session,

            @NotNull @Schema(description = "When the slot begins.", examples = "2021-03-22T10:03:00+01:00")
            Instant startsAt,

            @OneLine
            @Size(max = 1000)
            @Schema(
                    description = "Why, where the secretariat gives the slot; kept, and shown to staff.",
                    examples = "The embassy asked by telephone.")
            String reason) {}

    /** With whom slots would be exchanged. */
    @Schema(name = "SlotExchangeProposal", description = "With whom slots would be exchanged.")
    record Proposal(
            @NotNull @Schema(description = "The other statement.", examples = "0190b0a2-5c7a-7000-8000-000000000002")
            UUID with) {}

    /** Who would exchange slots. */
    @Schema(name = "SlotExchanges", description = "Who would exchange slots with a statement.")
    record Proposals(
            @Schema(description = "The statements of those delegations, as the programme shows them.")
            List<StatementView> items) {}

    /** Asks for a slot. */
    @PUT
    @Path("{id}/request")
    @Transactional
    @RolesAllowed({Role.LINK_HOLDER, Role.FOCAL_POINT, Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "requestSlot",
            summary = "Ask for a slot",
            description =
                    "Names the sessions that would do, the best first. Within a rank who asked first speaks first, so the"
                            + " moment of the first request is kept when the wish is changed. The secretariat then offers slots.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Wish.class),
                            examples =
                                    @ExampleObject(
                                            name = "One session, in its second half",
                                            value =
                                                    "{\"sessions\": [\"0190b0a2-5c7a-7000-8000-000000000003\"], \"notBefore\": \"2021-03-22T14:30:00Z\"}")))
    @Fails({
        "edition-not-found",
        "stale-version",
        "session-takes-no-statements",
        "slot-given-already",
        "statement-withdrawn",
        "conflict"
    })
    public StatementView request(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @Valid @NotNull Wish wish) {
        var year = editions.require(edition);
        var now = clock.instant();
        var statement = requireForChange(edition, id, now);
        RequestProblem.requireNone(wish.faults());
        for (var i = 0; i < wish.sessions().size(); i++) {
            requireSpeakersIn(year, wish.sessions().get(i), "/sessions/" + i);
        }
        if (!wish.equals(statement.wish())) {
            statement.request(wish, now);
            changes.record(StatementChange.REQUESTED.to(statement, "state", "request"));
        }
        return access.whole(statement, year, now);
    }

    /** Takes what was offered. */
    @PUT
    @Path("{id}/confirmation")
    @Transactional
    @RolesAllowed({Role.LINK_HOLDER, Role.FOCAL_POINT, Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "confirmSlot",
            summary = "Take the slot that is offered",
            description =
                    "The programme shows the speaker from then on. An offer that has ended is not taken: its slot may be"
                            + " somebody else's, and the request stands. Nor is one taken while its session is postponed. What"
                            + " is confirmed already stays so.")
    @Fails({
        "edition-not-found",
        "stale-version",
        "nothing-offered",
        "session-is-postponed",
        "statement-withdrawn",
        "conflict"
    })
    public StatementView confirm(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        var year = editions.require(edition);
        var now = clock.instant();
        var statement = requireForChange(edition, id, now);
        lists.confirm(year, statement, now);
        return access.whole(statement, year, now);
    }

    /** Books a slot, or another one. */
    @PUT
    @Path("{id}/slot")
    @Transactional
    @RolesAllowed({Role.LINK_HOLDER, Role.FOCAL_POINT, Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "bookSlot",
            summary = "Book a slot for a statement",
            description = "The short way, without request and offer, where the edition lets offices choose"
                    + " (`rules.highLevelTrack.slotsBookedByOffices`); the secretariat may always, and the list says that it"
                    + " was the secretariat. A slot is given once. Whoever has one already gives it back by taking another."
                    + " Offices choose among the sessions of the newest release, and neither take nor leave a slot that has"
                    + " begun; the secretariat also says afterwards who had the floor. When the list is closed, offices choose"
                    + " among the slots after the last speaker. Until then the slot may still move, when protocol puts"
                    + " somebody before it, or when the secretariat puts the whole list into the order of protocol.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "The second slot of a session",
                                            value =
                                                    "{\"session\": \"0190b0a2-5c7a-7000-8000-000000000003\", \"startsAt\": \"2021-03-22T10:03:00+01:00\"}")))
    @Fails({
        "edition-not-found",
        "stale-version",
        "slots-are-offered",
        "slot-taken",
        "delegation-speaks-already",
        "session-takes-no-statements",
        "session-is-postponed",
        "no-such-slot",
        "slot-in-the-past",
        "list-closed",
        "statement-closed",
        "statement-withdrawn",
        "conflict"
    })
    public StatementView book(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @Valid @NotNull Booking booking) {
        var year = editions.require(edition);
        var now = clock.instant();
        var statement = requireForChange(edition, id, now);
        if (!access.isStaff() && !year.rules().highLevelTrack().slotsBookedByOffices()) {
            throw StatementProblem.SLOTS_ARE_OFFERED.because("Ask for one at /request.");
        }
        requireShown(year, booking.session(), "/session");
        statement.requireMovable(access.isStaff(), now);
        lists.book(year, statement, new Slot(booking.session(), booking.startsAt()), decision(booking.reason()), now);
        return access.whole(statement, year, now);
    }

    /** Gives a slot back. */
    @DELETE
    @Path("{id}/slot")
    @Transactional
    @RolesAllowed({Role.LINK_HOLDER, Role.FOCAL_POINT, Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "releaseSlot",
            summary = "Give the slot of a statement back",
            description =
                    "Also one that is only offered or asked for; on the day too, until it begins. When it has begun and"
                            + " nobody spoke, the secretariat gives it back. The statement stays open for another slot, and keeps its"
                            + " text; it is withdrawn if the invitation was declined meanwhile. The place stays free until somebody"
                            + " takes it, and the list says why. Without a slot nothing happens.")
    @Fails({"edition-not-found", "stale-version", "statement-closed", "statement-withdrawn", "conflict"})
    public StatementView release(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @RestQuery
                    @OneLine
                    @Size(max = 1000)
                    @Parameter(
                            description = "Why, where the secretariat takes the slot back; kept, and shown to staff.",
                            example = "The embassy asked by telephone.")
                    String reason) {
        var year = editions.require(edition);
        var now = clock.instant();
        var statement = requireForChange(edition, id, now);
        statement.requireMovable(access.isStaff(), now);
        lists.release(statement, decision(reason), now);
        return access.whole(statement, year, now);
    }

    /** Who would exchange slots. */
    @GET
    @Path("{id}/exchange")
    @RolesAllowed({Role.LINK_HOLDER, Role.FOCAL_POINT, Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "listExchanges",
            summary = "Who would exchange slots with a statement",
            description =
                    "The statements whose delegations propose to exchange with this one as it stands now. A proposal for a"
                            + " slot that it has no longer is none. Propose the same to one of them to agree.")
    @Fails("edition-not-found")
    public Proposals exchanges(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        var year = editions.require(edition);
        var statement = access.requireForChange(edition, id);
        return new Proposals(statements.proposingTo(statement).stream()
                .map(other -> StatementView.inProgramme(other, year))
                .toList());
    }

    /** Proposes an exchange, or agrees to one. */
    @PUT
    @Path("{id}/exchange")
    @Transactional
    @RolesAllowed({Role.LINK_HOLDER, Role.FOCAL_POINT, Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "exchangeSlots",
            summary = "Exchange slots with another delegation",
            description =
                    "Both must say so: the first to say it proposes, with the second the two have each other's slots, and"
                            + " both lists say why. A proposal ends when either has another slot.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Proposal.class),
                            examples =
                                    @ExampleObject(
                                            name = "With this one",
                                            value = "{\"with\": \"0190b0a2-5c7a-7000-8000-000000000002\"}")))
    @Fails({
        "edition-not-found",
        "stale-version",
        "exchange-not-possible",
        "session-is-postponed",
        "statement-closed",
        "statement-withdrawn",
        "conflict"
    })
    public StatementView exchange(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @Valid @NotNull Proposal proposal) {
        var year = editions.require(edition);
        var now = clock.instant();
        var statement = requireForChange(edition, id, now);
        statement.requireMovable(false, now);
        var other = statements
                .find(edition, proposal.with())
                .filter(known -> !known.id().equals(id) && isExchangeable(known, now))
                .orElseThrow(() -> StatementProblem.EXCHANGE_NOT_POSSIBLE.because(
                        "Statement " + proposal.with() + " has no slot that is still to come."));
        if (!isExchangeable(statement, now)) {
            throw StatementProblem.EXCHANGE_NOT_POSSIBLE.because("This statement has no slot to give.");
        }
        if (other.exchange() != null && other.exchange().isFor(statement)) {
            lists.exchange(year, statement, other, now);
        } else {
            var wanted = new Exchange(
                    other.id(), other.slot().session(), other.slot().startsAt());
            if (!wanted.equals(statement.exchange())) {
                statement.propose(wanted, now);
                changes.record(StatementChange.ofProposal(statement, other));
            }
        }
        return access.whole(statement, year, now);
    }

    /** Takes a proposal back. */
    @DELETE
    @Path("{id}/exchange")
    @Transactional
    @RolesAllowed({Role.LINK_HOLDER, Role.FOCAL_POINT, Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "takeBackExchange",
            summary = "Take the proposal of an exchange back",
            description = "Slots that were exchanged already stay so. Without a proposal nothing happens.")
    @Fails({"edition-not-found", "stale-version", "conflict"})
    public StatementView takeBack(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        var year = editions.require(edition);
        var now = clock.instant();
        var statement = requireForChange(edition, id, now);
        if (statement.exchange() != null) {
            statement.propose(null, now);
            changes.record(StatementChange.EXCHANGE_PROPOSED.to(statement, "exchange"));
        }
        return access.whole(statement, year, now);
    }

    /** The statement, once it is the caller's turn to change lists, and offers that have ended are taken back. */
    private Statement requireForChange(String edition, UUID id, Instant now) {
        statements.takeTurn(edition);
        var statement = access.requireForChange(edition, id);
        // What the caller saw of an offer that has ended was a request already.
        preconditions.requireSeen(statement.version());
        lists.takeBackWhatLapsed(edition, now);
        return statement;
    }

    private static boolean isExchangeable(Statement statement, Instant now) {
        return statement.state() == StatementState.BOOKED && !statement.hasBegun(now);
    }

    /** What staff decided; null where a delegation acts for itself. */
    private Decision decision(String reason) {
        return access.isStaff() ? new Decision(caller.subject(), OneLine.Kept.of(reason)) : null;
    }

    /** Offices choose among what everybody sees: a session that is in no release is none for them. */
    private void requireShown(Edition year, UUID session, String pointer) {
        if (!access.isStaff() && !programmes.released(year, null).shown().contains(session)) {
            throw noSession(session, pointer);
        }
    }

    private static RuntimeException noSession(UUID session, String pointer) {
        return RequestProblem.VALIDATION_FAILED.because(
                "The edition has no such session.",
                List.of(FieldError.at(pointer, "unknown", "There is no session " + session + ".")));
    }

    private void requireSpeakersIn(Edition year, UUID session, String pointer) {
        requireShown(year, session, pointer);
        var takesStatements = floors.find(year.code(), session).map(Floor::takesStatements);
        if (takesStatements.isEmpty()) {
            throw noSession(session, pointer);
        }
        if (!takesStatements.get()) {
            throw StatementProblem.SESSION_TAKES_NO_STATEMENTS.because(
                    "Choose among the sessions whose `statements` is true.");
        }
    }
}
