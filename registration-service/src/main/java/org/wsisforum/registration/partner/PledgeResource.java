package org.wsisforum.registration.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;
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
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.PlainText;
import org.wsisforum.kit.time.ForumClock;
import org.wsisforum.registration.edition.Editions;

/** What partners promise, and what came of it. */
@Path("editions/{edition}/partner-offers/{partner}/pledges")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Partners")
public class PledgeResource {

    private static final String PARTNER = "0190b0a2-5c7a-7000-8000-000000000201";
    private static final String PLEDGE = "0190b0a2-5c7a-7000-8000-000000000301";

    @Inject
    Editions editions;

    @Inject
    Partners partners;

    @Inject
    Pledges pledges;

    @Inject
    EntityManager database;

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

    /** Promises something. */
    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Role.PARTICIPANT, Role.PARTNER, Role.SECRETARIAT})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "makePledge",
            summary = "Pledge money, things or staff",
            description =
                    "By an accepted partner, or by the secretariat for it. Money is exact: a decimal string with a currency that"
                            + " the edition takes. It is open to change until the secretariat confirms it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "Money for fellowships", value = """
                                    {"kind": "cash", "amount": {"amount": "50000.00", "currency": "CHF"},
                                     "earmark": "fellowships", "dueOn": "2021-04-30"}""")))
    @APIResponse(
            responseCode = "201",
            description = "It is pledged.",
            content = @Content(schema = @Schema(implementation = PledgeView.class)))
    @Fails({"edition-not-found", "no-partner", "pledge-not-coherent"})
    public RestResponse<PledgeView> pledge(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The partner.", example = PARTNER) UUID partner,
            @Valid @NotNull PledgeInput input) {
        var year = editions.require(edition);
        var by = partners.requireOwn(edition, partner, LockModeType.PESSIMISTIC_READ);
        by.requireAccepted();
        RequestProblem.requireNone(input.faults(year));
        var pledge = new Pledge(partner, input, clock.instant());
        pledges.persist(pledge);
        record(PartnerChange.PLEDGED, by, pledge, List.of());
        return RestResponse.ResponseBuilder.<PledgeView>create(201, null)
                .header(
                        HttpHeaders.LOCATION,
                        "/registration/v1/editions/" + edition + "/partner-offers/" + partner + "/pledges/"
                                + pledge.id())
                .entity(PledgeView.of(pledge))
                .build();
    }

    /** The pledges of a partner. */
    @GET
    @RolesAllowed({Role.PARTICIPANT, Role.PARTNER, Role.SECRETARIAT})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "listPledges",
            summary = "The pledges of a partner",
            description = "The oldest first, each with how much of it came.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<PledgeView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The partner.", example = PARTNER) UUID partner,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        partners.requireOwn(edition, partner, LockModeType.NONE);
        var list = Keyset.of(Pledge.class)
                .where("partner = :partner", "partner", partner)
                .orderedBy("pledgedAt", Instant.class, Pledge::pledgedAt)
                .orderedBy("id", UUID.class, Pledge::id);
        return pages.read(list, page, PledgeView::of);
    }

    /** One pledge. */
    @GET
    @Path("{id}")
    @RolesAllowed({Role.PARTICIPANT, Role.PARTNER, Role.SECRETARIAT})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readPledge",
            summary = "A pledge",
            description = "What was promised, and how much of it came.")
    @Fails("edition-not-found")
    public PledgeView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The partner.", example = PARTNER) UUID partner,
            @RestPath @Parameter(description = "The pledge.", example = PLEDGE) UUID id) {
        editions.require(edition);
        partners.requireOwn(edition, partner, LockModeType.NONE);
        return PledgeView.of(pledges.require(partner, id, LockModeType.NONE));
    }

    /** Changes a pledge. */
    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RolesAllowed({Role.PARTICIPANT, Role.PARTNER, Role.SECRETARIAT})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "patchPledge",
            summary = "Change a pledge",
            description = "A merge patch (RFC 7396), until the secretariat has confirmed it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = PledgeInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "More",
                                            value = "{\"amount\": {\"amount\": \"60000.00\", \"currency\": \"CHF\"}}")))
    @Fails({"edition-not-found", "stale-version", "invalid-patch", "pledge-settled", "pledge-not-coherent"})
    public PledgeView patch(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The partner.", example = PARTNER) UUID partner,
            @RestPath @Parameter(description = "The pledge.", example = PLEDGE) UUID id,
            MergePatch patch) {
        var year = editions.require(edition);
        var by = partners.requireOwn(edition, partner, LockModeType.NONE);
        var pledge = pledges.require(partner, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(pledge.version());
        var input = patch.applyTo(pledge.input());
        RequestProblem.requireNone(input.faults(year));
        var fields = pledge.rewrite(input);
        if (!fields.isEmpty()) {
            record(PartnerChange.PLEDGE_CHANGED, by, pledge, fields);
        }
        return PledgeView.of(pledge);
    }

    /** Confirms a pledge. */
    @POST
    @Path("{id}/confirmation")
    @Transactional
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "confirmPledge",
            summary = "Confirm a pledge",
            description = "The secretariat counts on it from now on, and it is changed no more.")
    @Fails({"edition-not-found", "pledge-settled"})
    public PledgeView confirm(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The partner.", example = PARTNER) UUID partner,
            @RestPath @Parameter(description = "The pledge.", example = PLEDGE) UUID id) {
        editions.require(edition);
        var by = partners.requireOwn(edition, partner, LockModeType.NONE);
        var pledge = pledges.require(partner, id, LockModeType.PESSIMISTIC_WRITE);
        pledge.confirm();
        record(PartnerChange.PLEDGE_CONFIRMED, by, pledge, List.of("state"));
        return PledgeView.of(pledge);
    }

    /** Takes a pledge back. */
    @POST
    @Path("{id}/withdrawal")
    @Transactional
    @RolesAllowed({Role.PARTICIPANT, Role.PARTNER, Role.SECRETARIAT})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "withdrawPledge",
            summary = "Take a pledge back",
            description = "As long as nothing of it was received.")
    @Fails({"edition-not-found", "pledge-settled"})
    public PledgeView withdraw(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The partner.", example = PARTNER) UUID partner,
            @RestPath @Parameter(description = "The pledge.", example = PLEDGE) UUID id) {
        editions.require(edition);
        var by = partners.requireOwn(edition, partner, LockModeType.NONE);
        var pledge = pledges.require(partner, id, LockModeType.PESSIMISTIC_WRITE);
        pledge.withdraw();
        record(PartnerChange.PLEDGE_WITHDRAWN, by, pledge, List.of("state"));
        return PledgeView.of(pledge);
    }

    /** Enters what was received. */
    @POST
    @Path("{id}/fulfilments")
    @Transactional
    @Idempotent
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "enterFulfilment",
            summary = "Enter what was received of a pledge",
            description =
                    "Of a confirmed pledge, in its own currency, and never more than was pledged. What was entered stays; an"
                            + " error is reversed.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "An instalment", value = """
                                    {"receivedOn": "2021-04-12", "amount": {"amount": "20000.00", "currency": "CHF"},
                                     "note": "First instalment"}""")))
    @APIResponse(
            responseCode = "201",
            description = "It was entered.",
            content = @Content(schema = @Schema(implementation = FulfilmentView.class)))
    @Fails({"edition-not-found", "pledge-not-confirmed", "fulfilment-not-coherent", "more-than-pledged"})
    public RestResponse<FulfilmentView> fulfil(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The partner.", example = PARTNER) UUID partner,
            @RestPath @Parameter(description = "The pledge.", example = PLEDGE) UUID id,
            @Valid @NotNull FulfilmentInput input) {
        var year = editions.require(edition);
        var by = partners.requireOwn(edition, partner, LockModeType.NONE);
        var now = clock.instant();
        if (input.receivedOn().isAfter(LocalDate.ofInstant(now, year.zone()))) {
            throw RequestProblem.VALIDATION_FAILED.because(
                    "One field breaks a rule.",
                    List.of(FieldError.at("/receivedOn", "future", "What comes later is entered when it has come.")));
        }
        var pledge = pledges.require(partner, id, LockModeType.PESSIMISTIC_WRITE);
        pledge.receive(input);
        var entry = new Fulfilment(id, input, caller.subject(), now);
        database.persist(entry);
        record(PartnerChange.PLEDGE_FULFILLED, by, pledge, List.of("received"));
        return RestResponse.ResponseBuilder.<FulfilmentView>create(201, null)
                .entity(FulfilmentView.of(pledge, entry))
                .build();
    }

    /** What was received of one pledge. */
    @Schema(name = "FulfilmentList", description = "What was received of one pledge.")
    public record FulfilmentList(List<FulfilmentView> items) {}

    /** What was received. */
    @GET
    @Path("{id}/fulfilments")
    @RolesAllowed({Role.PARTICIPANT, Role.PARTNER, Role.SECRETARIAT})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "listFulfilments",
            summary = "What was received of a pledge",
            description = "Every entry by day, also the reversed ones, which do not count.")
    @Fails("edition-not-found")
    public FulfilmentList listFulfilments(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The partner.", example = PARTNER) UUID partner,
            @RestPath @Parameter(description = "The pledge.", example = PLEDGE) UUID id) {
        editions.require(edition);
        partners.requireOwn(edition, partner, LockModeType.NONE);
        var pledge = pledges.require(partner, id, LockModeType.NONE);
        return new FulfilmentList(
                database.createQuery("from Fulfilment where pledge = :pledge order by receivedOn, id", Fulfilment.class)
                        .setParameter("pledge", id)
                        .getResultStream()
                        .map(entry -> FulfilmentView.of(pledge, entry))
                        .toList());
    }

    /** Why an entry counts no longer. */
    @Schema(name = "Reversal", description = "Why an entry counts no longer.")
    record ReversalInput(
            @NotBlank @Size(max = 2000) @PlainText @Schema(description = "The reason.", examples = "Entered twice.")
            String reason) {}

    /** Reverses an entry. */
    @POST
    @Path("{id}/fulfilments/{entry}/reversal")
    @Transactional
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "reverseFulfilment",
            summary = "Reverse an entry",
            description = "It stays on record with the reason, and counts no longer.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "Twice", value = "{\"reason\": \"Entered twice.\"}")))
    @Fails({"edition-not-found", "entry-reversed"})
    public FulfilmentView reverse(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The partner.", example = PARTNER) UUID partner,
            @RestPath @Parameter(description = "The pledge.", example = PLEDGE) UUID id,
            @RestPath @Parameter(description = "The entry.", example = "0190b0a2-5c7a-7000-8000-000000000401")
                    UUID entry,
            @Valid @NotNull ReversalInput input) {
        editions.require(edition);
        var by = partners.requireOwn(edition, partner, LockModeType.NONE);
        var pledge = pledges.require(partner, id, LockModeType.PESSIMISTIC_WRITE);
        var entered = pledges.requireEntry(id, entry);
        entered.reverse(input.reason(), caller.subject(), clock.instant());
        pledge.reverse(entered);
        record(PartnerChange.PLEDGE_FULFILLED, by, pledge, List.of("received"));
        return FulfilmentView.of(pledge, entered);
    }

    /** What happened to one pledge. */
    @GET
    @Path("{id}/history")
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readPledgeHistory",
            summary = "What happened to a pledge",
            description = "Every change of it, by whom and when, oldest first.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The partner.", example = PARTNER) UUID partner,
            @RestPath @Parameter(description = "The pledge.", example = PLEDGE) UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "pledges/" + id, page);
    }

    private void record(PartnerChange type, Partner by, Pledge pledge, List<String> fields) {
        changes.record(Change.of(type, by.edition(), "pledges/" + pledge.id(), fields.toArray(String[]::new))
                .alsoFor(Audience.person(by.owner())));
    }
}
