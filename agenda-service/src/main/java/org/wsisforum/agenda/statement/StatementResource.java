package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.session.Floor;
import org.wsisforum.agenda.session.Floors;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;
import org.wsisforum.kit.time.ForumClock;

/** Policy statements: from the accepted invitation to the booked slot and the text. */
@Path("editions/{edition}/statements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Statements")
public class StatementResource {

    @Inject
    Editions editions;

    @Inject
    Statements statements;

    @Inject
    StatementAccess access;

    @Inject
    Floors floors;

    @Inject
    Pages pages;

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
            Instant startsAt) {}

    /** The statements that the caller may see. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listStatements",
            summary = "Policy statements",
            description =
                    "Everybody sees those that are booked, in the order in which they are given, with their text when it"
                            + " has been delivered. The holder of a link sees the one that it opens. A focal point with the scope"
                            + " agenda:read also sees all of the delegation; the secretariat and programme managers with that scope see"
                            + " all, in every state.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<StatementView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid StatementFilter filter,
            @BeanParam @Valid PageRequest page) {
        var year = editions.require(edition);
        var list = access.visible(filter.statements(year));
        if (access.seesOnlyTheProgramme()) {
            list.orderedBy(
                    "slot.startsAt", Instant.class, (Statement s) -> s.slot().startsAt());
        }
        list.orderedBy("id", UUID.class, Statement::id);
        var now = clock.instant();
        return pages.read(list, page, statement -> view(statement, year, now));
    }

    /** One statement. */
    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "readStatement",
            summary = "A policy statement",
            description =
                    "A statement that is booked, or that the caller may see before. Its `ETag` is what a change of it must"
                            + " send in `If-Match`.")
    @Fails("edition-not-found")
    public StatementView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        var year = editions.require(edition);
        return statements
                .find(edition, id)
                .filter(statement -> statement.slot() != null || access.seesAllOf(statement))
                .map(statement -> view(statement, year, clock.instant()))
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("There is no statement " + id + "."));
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
            description =
                    "A slot is given once. Whoever has one already gives it back by taking another. Neither is possible"
                            + " when the slot has begun.")
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
        "slot-taken",
        "delegation-speaks-already",
        "session-takes-no-statements",
        "no-such-slot",
        "slot-in-the-past",
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
        var statement = access.requireForChange(edition, id);
        preconditions.requireSeen(statement.version());
        var now = clock.instant();
        statement.requireChangeable(now);
        var wanted = new Slot(booking.session(), booking.startsAt());
        var before = statement.slot();
        if (!wanted.equals(before)) {
            requireOnGrid(year, wanted);
            statements.takeTurn(wanted);
            statement.book(wanted, seat(year, statement), now);
            changes.record((before == null ? StatementChange.BOOKED : StatementChange.MOVED).to(statement, "slot"));
        }
        return StatementView.whole(statement, year);
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
                    "The statement stays open for another slot, and keeps its text. Without a slot nothing happens.")
    @Fails({"edition-not-found", "stale-version", "statement-closed", "statement-withdrawn", "conflict"})
    public StatementView release(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        var year = editions.require(edition);
        var statement = access.requireForChange(edition, id);
        preconditions.requireSeen(statement.version());
        var now = clock.instant();
        statement.requireChangeable(now);
        if (statement.slot() != null) {
            statement.release(now);
            changes.record(StatementChange.RELEASED.to(statement, "slot"));
        }
        return StatementView.whole(statement, year);
    }

    /** Hands in the text. */
    @PUT
    @Path("{id}/text")
    @Transactional
    @RolesAllowed({Role.LINK_HOLDER, Role.FOCAL_POINT, Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "submitText",
            summary = "Hand in the text of a statement",
            description =
                    "In one language of the edition or in several, each no longer than a statement may last: the minutes"
                            + " times the words a minute that the edition allows. Numbers count as words, and three Chinese characters"
                            + " as two. The text replaces one that was there, is kept as plain text, is shown to everybody when the"
                            + " slot has ended, and cannot be changed once the speaker has the floor.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "In two languages", value = """
                                                    {
                                                      "fr": { "value": "Monsieur le Président, …", "status": "official" },
                                                      "en": { "value": "Mr Chairman, …", "status": "unofficial" }
                                                    }""")))
    @Fails({
        "edition-not-found",
        "stale-version",
        "language-not-of-edition",
        "text-too-long",
        "statement-closed",
        "statement-withdrawn",
        "conflict"
    })
    public StatementView submit(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @Valid @NotNull @TextSize(max = 20_000) Text text) {
        var year = editions.require(edition);
        var statement = access.requireForChange(edition, id);
        preconditions.requireSeen(statement.version());
        year.requireLanguages(text, "");
        requireSpeakable(year, text);
        statement.submit(text, clock.instant());
        changes.record(StatementChange.TEXT_SUBMITTED.to(statement, "text"));
        return StatementView.whole(statement, year);
    }

    /** What happened to one statement. */
    @GET
    @Path("{id}/history")
    @RolesAllowed({Role.PROGRAMME_MANAGER, Role.SECRETARIAT})
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "readStatementHistory",
            summary = "What happened to a statement",
            description = "Every change of it, by whom and when, oldest first; also of one that is gone.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.") UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "statements/" + id, page);
    }

    private StatementView view(Statement statement, Edition year, Instant now) {
        return access.seesAllOf(statement)
                ? StatementView.whole(statement, year)
                : StatementView.inProgramme(statement, year, now);
    }

    private void requireOnGrid(Edition year, Slot wanted) {
        // Held, so that the session does not move while its slot is being given.
        var floor = floors.hold(year.code(), wanted.session())
                .orElseThrow(() -> RequestProblem.VALIDATION_FAILED.because(
                        "The edition has no such session.",
                        List.of(FieldError.at(
                                "/session", "unknown", "There is no session " + wanted.session() + "."))));
        if (!floor.takesStatements()) {
            throw StatementProblem.SESSION_TAKES_NO_STATEMENTS.because(
                    "Choose one of the sessions whose `statements` is true.");
        }
        if (!SlotGrid.of(floor, year).has(wanted.startsAt())) {
            throw StatementProblem.NO_SUCH_SLOT.because(noSuchSlot(year, floor));
        }
    }

    private static String noSuchSlot(Edition year, Floor floor) {
        return "Slots begin every " + year.rules().statementMinutes() + " minutes from " + floor.startsAt()
                + ", and the last one ends before " + floor.endsAt() + " or at that moment.";
    }

    private int seat(Edition year, Statement statement) {
        if (statement.seat() != null) {
            return statement.seat();
        }
        return statements
                .freeSeat(year, statement.country())
                .orElseThrow(() -> StatementProblem.DELEGATION_SPEAKS_ALREADY.because(
                        "The edition gives each delegation " + year.rules().statementSpeakersPerDelegation()
                                + " slot(s). Give another one back first."));
    }

    private static void requireSpeakable(Edition year, Text text) {
        var most = year.rules().wordsPerStatement();
        var faults = text.words().entrySet().stream()
                .flatMap(entry -> {
                    var words = WordCount.of(entry.getValue().value(), entry.getKey());
                    return words <= most
                            ? Stream.<FieldError>empty()
                            : Stream.of(FieldError.at(
                                    "/" + entry.getKey().tag() + "/value",
                                    "too-long",
                                    words + " words; " + most + " fit into "
                                            + year.rules().statementMinutes() + " minutes."));
                })
                .toList();
        if (!faults.isEmpty()) {
            throw StatementProblem.TEXT_TOO_LONG.because(
                    "A statement has at most " + most + " words in each language.", faults);
        }
    }
}
