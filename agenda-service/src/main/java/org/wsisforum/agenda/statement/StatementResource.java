package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.session.Programmes;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.OneLine;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;
import org.wsisforum.kit.time.ForumClock;

/** Policy statements: who speaks, what is said, and that it was said. */
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
    SpeakersLists lists;

    @Inject
    Programmes programmes;

    @Inject
    Caller caller;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    /** The statements that the caller may see. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listStatements",
            summary = "Policy statements",
            description =
                    "Everybody sees those that are booked, in the order in which they are given, with their text once it"
                            + " is delivered: `state=delivered` lists what is published, and `links.changes` leads to what is"
                            + " published or corrected after it, or published no more. The holder of a link sees the one that it opens. A focal point with the scope"
                            + " agenda:read also sees all of the delegation; the secretariat and programme managers with that scope see"
                            + " all, in every state.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<StatementView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid StatementFilter filter,
            @BeanParam @Valid PageRequest page) {
        var year = editions.require(edition);
        var now = clock.instant();
        var list = access.visible(filter.statements(year, now), shown(year), filter.invitation() != null);
        if (access.seesOnlyTheProgramme()) {
            list.orderedBy(
                    "slot.startsAt", Instant.class, (Statement s) -> s.slot().startsAt());
        }
        list.orderedBy("id", UUID.class, Statement::id);
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
                .filter(statement -> access.seesAllOf(statement)
                        || statement.isInProgramme()
                                && shown(year).contains(statement.slot().session()))
                .map(statement -> view(statement, year, clock.instant()))
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("There is no statement " + id + "."));
    }

    /** Opens a statement by hand. */
    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "openStatement",
            summary = "Open a statement that no letter invites to",
            description =
                    "For a Head of State, a head of an agency, or whoever was invited by another way than the letters of"
                            + " registration-service. No link opens it, so the secretariat acts for it, and the focal points of a"
                            + " country.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementInput.class),
                            examples = @ExampleObject(name = "The head of an agency", value = """
                                    {
                                      "entity": { "code": "unesco", "name": { "en": { "value": "UNESCO", "status": "official" } } },
                                      "speaker": { "honorific": "H.E. Ms", "name": "Audrey Azoulay", "title": "Director-General", "rank": "head-of-agency" }
                                    }""")))
    @APIResponse(
            responseCode = "201",
            description = "The statement is open.",
            content = @Content(schema = @Schema(implementation = StatementView.class)))
    @Fails({"edition-not-found", "language-not-of-edition"})
    public RestResponse<StatementView> open(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @Valid @NotNull StatementInput input) {
        var year = editions.require(edition);
        input.requireFit(year);
        var now = clock.instant();
        var statement = Statement.of(edition, input, now);
        statements.persist(statement);
        changes.record(StatementChange.OPENED.to(statement));
        return RestResponse.ResponseBuilder.<StatementView>create(201, null)
                .header(HttpHeaders.LOCATION, "/agenda/v1/editions/" + edition + "/statements/" + statement.id())
                .entity(access.whole(statement, year, now))
                .build();
    }

    /** Names another speaker. */
    @PUT
    @Path("{id}/speaker")
    @Transactional
    @RolesAllowed({Role.LINK_HOLDER, Role.FOCAL_POINT, Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "substituteSpeaker",
            summary = "Name who speaks, and in what rank",
            description =
                    "A rank is not handed on: where somebody of a lower rank speaks, the statement moves on its list behind"
                            + " those whom protocol puts before that rank, and those move up; the list says so. A delegation names"
                            + " ranks up to the present one; a higher one is for the secretariat to say, and moves the statement up"
                            + " as long as the list is not closed. When the speaker has taken the floor, the secretariat alone"
                            + " corrects who it was, and nothing moves.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SpeakerInput.class),
                            examples = @ExampleObject(name = "A vice-minister comes instead", value = """
                                    {"honorific": "H.E. Mr", "name": "Yves Iradukunda", "title": "Vice-Minister of ICT", "rank": "vice-minister"}""")))
    @Fails({
        "edition-not-found",
        "stale-version",
        "rank-is-for-staff",
        "statement-closed",
        "statement-withdrawn",
        "conflict"
    })
    public StatementView substitute(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @Valid @NotNull SpeakerInput input) {
        var year = editions.require(edition);
        var statement = requireInTurn(edition, id);
        RequestProblem.requireNone(input.faults(year, ""));
        var now = clock.instant();
        lists.takeBackWhatLapsed(edition, now);
        statement.requireSpeakerOpen(access.isStaff(), now);
        var former = statement.rank();
        var track = year.rules().highLevelTrack();
        if (!access.isStaff() && track.height(input.rank()) < track.height(former)) {
            throw StatementProblem.RANK_IS_FOR_STAFF.because("The statement stands under the rank " + former + ".");
        }
        if (!input.speaker().equals(statement.speaker()) || !input.rank().equals(former)) {
            statement.substitute(input.speaker(), input.rank(), now);
            changes.record(StatementChange.ofSpeaker(statement, "speaker", "rank"));
            if (!input.rank().equals(former)) {
                lists.rankChanged(year, statement, former, now);
            }
        }
        return access.whole(statement, year, now);
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
                            + " as two. The text is plain and replaces one that was there; one that is refused changes nothing. Nobody"
                            + " else sees it, nor that it changes, before the statement is delivered; from then on everybody does. It"
                            + " is corrected for as many minutes after the delivery as the edition allows, then stays as it is.")
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
        "markup-in-text",
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
        var statement = requireInTurn(edition, id);
        StatementTexts.requireFit(year, text);
        var now = clock.instant();
        statement.submit(text, year, now);
        changes.record((statement.state() == StatementState.DELIVERED
                        ? StatementChange.CORRECTED
                        : StatementChange.TEXT_SUBMITTED)
                .to(statement, "text"));
        return access.whole(statement, year, now);
    }

    /** Takes the text back. */
    @DELETE
    @Path("{id}/text")
    @Transactional
    @RolesAllowed({Role.LINK_HOLDER, Role.FOCAL_POINT, Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "takeBackText",
            summary = "Take the text of a statement back",
            description =
                    "Until it is delivered: what is published is corrected. Nobody else learns that there was one. Without a"
                            + " text nothing happens.")
    @Fails({"edition-not-found", "stale-version", "statement-closed", "statement-withdrawn", "conflict"})
    public StatementView takeTextBack(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        var year = editions.require(edition);
        var statement = requireInTurn(edition, id);
        var now = clock.instant();
        if (statement.text() != null) {
            statement.takeTextBack(now);
            changes.record(StatementChange.TEXT_SUBMITTED.to(statement, "text"));
        }
        return access.whole(statement, year, now);
    }

    /** Records that it was given. */
    @PUT
    @Path("{id}/delivery")
    @Transactional
    @RolesAllowed({Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "deliverStatement",
            summary = "Record that a statement was delivered",
            description =
                    "From then on everybody reads its text. Not before its session has begun, in which speakers may have come in"
                            + " another order. Sent again, it corrects the times, from which the minutes for corrections of the text"
                            + " are counted, whatever time its session has by then; one that was recorded by mistake is taken back.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Delivery.class),
                            examples = @ExampleObject(name = "Three minutes", value = """
                                    {"startedAt": "2021-03-22T14:03:20Z", "endedAt": "2021-03-22T14:06:05Z"}""")))
    @Fails({
        "edition-not-found",
        "stale-version",
        "not-on-the-list",
        "session-is-postponed",
        "statement-withdrawn",
        "conflict"
    })
    public StatementView deliver(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @Valid @NotNull Delivery delivery) {
        var year = editions.require(edition);
        var statement = requireInTurn(edition, id);
        var now = clock.instant();
        statement.requireOnList();
        // A session that was interrupted after a statement was given in it has another time since, or none.
        var opening = statement.delivery() == null
                ? lists.requireTime(year, statement.slot().session()).startsAt()
                : null;
        RequestProblem.requireNone(delivery.faults(opening, now));
        if (!delivery.equals(statement.delivery())) {
            statement.deliver(delivery, now);
            changes.record(StatementChange.DELIVERED.to(statement, "state", "delivery", "text"));
        }
        return access.whole(statement, year, now);
    }

    /** Says that it was not given. */
    @DELETE
    @Path("{id}/delivery")
    @Transactional
    @RolesAllowed({Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "takeBackDelivery",
            summary = "Take back that a statement was delivered",
            description =
                    "It was recorded by mistake: the statement stands on its list as before, and its text is under embargo"
                            + " again. Everybody is told, so that whoever keeps a copy takes it down. Without a delivery nothing"
                            + " happens.")
    @Fails({"edition-not-found", "stale-version", "conflict"})
    public StatementView takeDeliveryBack(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        var year = editions.require(edition);
        var statement = requireInTurn(edition, id);
        var now = clock.instant();
        if (statement.state() == StatementState.DELIVERED) {
            statement.takeDeliveryBack(now);
            changes.record(StatementChange.NOT_DELIVERED.to(statement, "state", "delivery", "text"));
        }
        return access.whole(statement, year, now);
    }

    /** Why staff withdraw a statement. */
    @Schema(name = "StatementWithdrawal", description = "Why the secretariat withdraws a statement.")
    record Withdrawal(
            @NotBlank
            @OneLine
            @Size(max = 1000)
            @Schema(description = "The reason; kept, and shown to staff.", examples = "Opened for the wrong country.")
            String reason) {}

    /** Withdraws a statement. */
    @PUT
    @Path("{id}/withdrawal")
    @Transactional
    @RolesAllowed({Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "withdrawStatement",
            summary = "Withdraw a statement",
            description =
                    "One that was opened by mistake, or that will not be given: its slot is free, and staff read why. No answer"
                            + " to the invitation opens it again; what it says is kept. One that is delivered stays.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Withdrawal.class),
                            examples =
                                    @ExampleObject(
                                            name = "A mistake",
                                            value = "{\"reason\": \"Opened for the wrong country.\"}")))
    @Fails({"edition-not-found", "stale-version", "statement-closed", "statement-withdrawn", "conflict"})
    public StatementView withdraw(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @Valid @NotNull Withdrawal withdrawal) {
        var year = editions.require(edition);
        var statement = requireInTurn(edition, id);
        var now = clock.instant();
        lists.takeBackWhatLapsed(edition, now);
        lists.withdraw(statement, new Decision(caller.subject(), OneLine.Kept.of(withdrawal.reason())), now);
        return access.whole(statement, year, now);
    }

    /** Opens a statement again. */
    @DELETE
    @Path("{id}/withdrawal")
    @Transactional
    @RolesAllowed({Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("statements:write")
    @Operation(
            operationId = "reopenStatement",
            summary = "Open a statement again that the secretariat withdrew",
            description =
                    "It asks for a slot like one that was just opened, with the speaker whom the newest answer to the invitation"
                            + " names. One that was withdrawn with its invitation is opened by the acceptance alone: so is, from"
                            + " then on, one whose invitation was declined meanwhile, which stays withdrawn. Of what the"
                            + " secretariat did not withdraw nothing changes.")
    @Fails({"edition-not-found", "stale-version", "conflict"})
    public StatementView reopen(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The statement.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        var year = editions.require(edition);
        var statement = requireInTurn(edition, id);
        var now = clock.instant();
        if (statement.withdrawalReason() != null) {
            statement.reopen(now);
            var what = statement.state() == StatementState.OPEN ? StatementChange.OPENED : StatementChange.WITHDRAWN;
            changes.record(what.to(statement, "state"));
        }
        return access.whole(statement, year, now);
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

    private Set<UUID> shown(Edition year) {
        return programmes.released(year, null).shown();
    }

    private StatementView view(Statement statement, Edition year, Instant now) {
        return access.seesAllOf(statement)
                ? access.whole(statement, year, now)
                : StatementView.inProgramme(statement, year);
    }

    /** The statement as whoever changes it has seen it; the lists of the edition are nobody else's until the change is made. */
    private Statement requireInTurn(String edition, UUID id) {
        statements.takeTurn(edition);
        var statement = access.requireForChange(edition, id);
        preconditions.requireSeen(statement.version());
        return statement;
    }
}
