package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.PlainText;
import org.wsisforum.kit.time.ForumClock;

/**
 * Requests for thematic workshops, and what reviewers decide on them. Open to everybody who signs in as a person, each to the own
 * ones.
 */
@Path("editions/{edition}/consultation/workshop-requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.PERSON)
@Tag(name = "Workshop requests")
public class WorkshopRequestResource {

    private static final String EXAMPLE = """
            {
              "organizer": { "entity": "Digital Villages Network", "stakeholderType": "civil-society", "country": "KE",
                             "scope": "regional" },
              "contact": { "name": "Wanjiru Otieno", "email": "wanjiru@villages.example", "language": "en" },
              "title": { "en": { "value": "Networks that villages run" } },
              "description": { "en": { "value": "What three of them have learned." } },
              "actionLines": ["C2"],
              "goals": [9],
              "panellists": [{ "honorific": "Dr", "name": "Wanjiru Otieno", "country": "KE", "remote": true }],
              "format": "panel",
              "attendance": "virtual",
              "preferredDates": ["2021-04-08", "2021-04-09"],
              "minutes": 60
            }""";

    @Inject
    Editions editions;

    @Inject
    WorkshopRequests requests;

    @Inject
    Deliverables deliverables;

    @Inject
    Drafts drafts;

    @Inject
    ConsultationAccess access;

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

    /** Begins a request. */
    @POST
    @Transactional
    @Idempotent
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "draftWorkshopRequest",
            summary = "Begin a request for a thematic workshop",
            description =
                    "A draft that nobody else sees, and that may leave out what is not known yet; it is handed in by"
                            + " submitWorkshopRequest.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WorkshopRequestInput.class),
                            examples = @ExampleObject(name = "A panel", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The draft.",
            content = @Content(schema = @Schema(implementation = WorkshopRequestView.class)))
    @Fails({"edition-not-found", "language-not-of-edition"})
    public RestResponse<WorkshopRequestView> draft(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @Valid @NotNull WorkshopRequestInput input) {
        var year = editions.require(edition);
        var request = new WorkshopRequest(edition, fitting(year, input), caller.subject(), clock.instant());
        requests.persist(request);
        changes.record(ConsultationChange.REQUEST_DRAFTED.to(request, List.of()));
        return RestResponse.ResponseBuilder.<WorkshopRequestView>create(201, null)
                .header(
                        HttpHeaders.LOCATION,
                        "/agenda/v1/editions/" + edition + "/consultation/workshop-requests/" + request.id())
                .entity(view(request))
                .build();
    }

    /** Requests. */
    @GET
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "listWorkshopRequests",
            summary = "Requests for thematic workshops",
            description =
                    "One's own; for reviewers, the secretariat and programme managers all that were handed in. The oldest"
                            + " first.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<WorkshopRequestView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestQuery @Parameter(description = "Only requests that have come so far.", example = "submitted")
                    RequestState state,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        var list = Keyset.of(WorkshopRequest.class)
                .where("edition = :edition", "edition", edition)
                .where(
                        access.isStaff() ? "(owner = :owner or submittedAt is not null)" : "owner = :owner",
                        "owner",
                        caller.subject())
                .whereIfGiven("state = :state", "state", state)
                .orderedBy("madeAt", Instant.class, WorkshopRequest::madeAt)
                .orderedBy("id", UUID.class, WorkshopRequest::id);
        return pages.readAll(list, page, this::views);
    }

    /** One request. */
    @GET
    @Path("{id}")
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "readWorkshopRequest",
            summary = "A request for a thematic workshop",
            description = "One's own, or one that was handed in for those who handle them.")
    @Fails("edition-not-found")
    public WorkshopRequestView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The request.", example = "0190b0a2-5c7a-7000-8000-000000000311")
                    UUID id) {
        editions.require(edition);
        return view(requests.require(edition, id, LockModeType.NONE));
    }

    /** Changes a request. */
    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "patchWorkshopRequest",
            summary = "Change one's own request",
            description =
                    "A merge patch (RFC 7396), before it is handed in and when reviewers have asked for a change: what is"
                            + " handed in is binding. Its `contact` alone may be changed until it is rejected or taken back: it is"
                            + " whom reminders reach.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = WorkshopRequestInput.class),
                            examples = @ExampleObject(name = "A longer one", value = "{\"minutes\": 90}")))
    @Fails({"edition-not-found", "stale-version", "invalid-patch", "language-not-of-edition", "request-not-open"})
    public WorkshopRequestView patch(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The request.", example = "0190b0a2-5c7a-7000-8000-000000000311")
                    UUID id,
            MergePatch patch) {
        var year = editions.require(edition);
        var request = requests.requireOwn(edition, id);
        preconditions.requireSeen(request.version());
        var fields = request.rewrite(fitting(year, patch.applyTo(request.input())));
        if (!fields.isEmpty()) {
            changes.record(
                    (request.wasSubmitted() ? ConsultationChange.REQUEST_CHANGED : ConsultationChange.DRAFT_CHANGED)
                            .to(request, fields));
        }
        return view(request);
    }

    /** Hands a request in. */
    @POST
    @Path("{id}/submission")
    @Transactional
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "submitWorkshopRequest",
            summary = "Hand one's own request in",
            description =
                    "While the edition takes requests; again, at any time, when reviewers have asked for a change. It is"
                            + " binding then: it can be taken back until it is accepted, and is changed only where reviewers ask"
                            + " for it.")
    @Fails({"edition-not-found", "consultation-closed", "request-not-open"})
    public WorkshopRequestView submit(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The request.", example = "0190b0a2-5c7a-7000-8000-000000000311")
                    UUID id) {
        var year = editions.require(edition);
        var request = requests.requireOwn(edition, id);
        request.submit(year, clock.instant());
        changes.record(ConsultationChange.REQUEST_SUBMITTED.to(request, List.of()));
        return view(request);
    }

    /** Takes a request back. */
    @POST
    @Path("{id}/withdrawal")
    @Transactional
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "withdrawWorkshopRequest",
            summary = "Take one's own request back",
            description =
                    "Until it is accepted or rejected. One that was never handed in is deleted, with all that it says.")
    @APIResponse(
            responseCode = "200",
            description = "The request, which stays with those who have seen it.",
            content = @Content(schema = @Schema(implementation = WorkshopRequestView.class)))
    @APIResponse(responseCode = "204", description = "It was never handed in, and is gone.")
    @Fails({"edition-not-found", "request-not-open"})
    public RestResponse<WorkshopRequestView> withdraw(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The request.", example = "0190b0a2-5c7a-7000-8000-000000000311")
                    UUID id) {
        editions.require(edition);
        var request = requests.requireOwn(edition, id);
        if (!request.wasSubmitted()) {
            requests.delete(request);
            changes.record(ConsultationChange.DRAFT_DELETED.to(request, List.of()));
            return RestResponse.noContent();
        }
        request.withdraw();
        changes.record(ConsultationChange.REQUEST_WITHDRAWN.to(request, List.of()));
        return RestResponse.ok(view(request));
    }

    /** What a reviewer says of a request. */
    @Schema(name = "WorkshopReviewInput", description = "What a reviewer would do with a request.")
    record ReviewInput(
            @NotNull WorkshopReview.Recommendation recommendation,

            @Size(min = 1, max = 2_000)
            @PlainText
            @Schema(
                    description =
                            "Why; only what recommends to accept needs none. For those who handle requests, never for whoever"
                                    + " made it.",
                    examples = "Close to the theme, and a region that we hear little of.")
            String comment) {

        /** What validation of single fields does not see. */
        List<FieldError> faults() {
            return recommendation == WorkshopReview.Recommendation.ACCEPT || comment != null
                    ? List.of()
                    : List.of(FieldError.at("/comment", "missing", "Whoever decides is told why."));
        }
    }

    /** Says what one would do with a request. */
    @PUT
    @Path("{id}/review")
    @Transactional
    @RolesAllowed(Role.CONSULTATION_REVIEWER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "reviewWorkshopRequest",
            summary = "Say what one would do with a request",
            description =
                    "Each reviewer says one thing, and may say another until it is decided; none of an own request. The first"
                            + " review puts the request under review. `If-Match` names the version of the request that was read.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReviewInput.class),
                            examples = @ExampleObject(name = "Accept it", value = "{\"recommendation\": \"accept\"}")))
    @Fails({"edition-not-found", "stale-version", "request-not-open", "own-request"})
    public WorkshopRequestView review(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The request.", example = "0190b0a2-5c7a-7000-8000-000000000311")
                    UUID id,
            @Valid @NotNull ReviewInput input) {
        editions.require(edition);
        var request = requests.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(request.version());
        RequestProblem.requireNone(input.faults());
        request.review(caller.subject());
        requests.review(request, caller.subject(), input.recommendation(), input.comment(), clock.instant());
        changes.record(ConsultationChange.REQUEST_REVIEWED.to(request, List.of()));
        return view(request);
    }

    /** Decides on a request. */
    @POST
    @Path("{id}/decision")
    @Transactional
    @RolesAllowed(Role.CONSULTATION_REVIEWER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "decideWorkshopRequest",
            summary = "Decide on a request",
            description =
                    "Whenever reviewers want, not only after the deadline; nobody decides on an own request. An accepted one"
                            + " becomes a session of the draft under its id, at the time that is given, with whoever made it as"
                            + " organizer and its panellists. A waiting one, or one that is to be changed, can be decided on again"
                            + " later, and so can an accepted one whose session was taken out of the programme. `If-Match` names the"
                            + " version of the request that was read.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "Accepted",
                                            value =
                                                    "{\"decision\": \"accepted\", \"startsAt\": \"2021-04-08T10:00:00+02:00\"}")))
    @Fails({"edition-not-found", "stale-version", "request-not-open", "own-request"})
    public WorkshopRequestView decide(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The request.", example = "0190b0a2-5c7a-7000-8000-000000000311")
                    UUID id,
            @Valid @NotNull DecisionInput input) {
        var year = editions.require(edition);
        var now = clock.instant();
        var request = requests.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(request.version());
        RequestProblem.requireNone(input.faults(year, request.input().minutes(), now));
        var by = caller.subject();
        var hasSession = request.isAccepted() && drafts.isThere(edition, id);
        var told =
                switch (input.decision()) {
                    case ACCEPTED -> {
                        request.accept(input.reason(), by, now, hasSession);
                        deliverables.forget(request);
                        drafts.add(year, id, request.session(year, input.startsAt()));
                        yield ConsultationChange.REQUEST_ACCEPTED;
                    }
                    case REJECTED -> {
                        request.reject(input.reason(), by, now, hasSession);
                        yield ConsultationChange.REQUEST_REJECTED;
                    }
                    case WAITLISTED -> {
                        request.waitlist(input.reason(), by, now, hasSession);
                        yield ConsultationChange.REQUEST_WAITLISTED;
                    }
                    case CHANGE_REQUESTED -> {
                        request.requestChange(input.reason(), by);
                        yield ConsultationChange.REQUEST_SENT_BACK;
                    }
                };
        changes.record(told.to(request, told == ConsultationChange.REQUEST_ACCEPTED ? List.of() : List.of("reason")));
        return view(request);
    }

    /** What happened to one request. */
    @GET
    @Path("{id}/history")
    @RolesAllowed({Role.CONSULTATION_REVIEWER, Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "readWorkshopRequestHistory",
            summary = "What happened to a request for a workshop",
            description = "Every change of one that was handed in, by whom and when, oldest first.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The request.", example = "0190b0a2-5c7a-7000-8000-000000000311")
                    UUID id,
            @BeanParam @Valid HistoryRequest page) {
        // Who drafts what, and has thrown it away, is nobody's business.
        requests.require(edition, id, LockModeType.NONE);
        return changes.history(edition, "consultation/workshop-requests/" + id, page);
    }

    private static WorkshopRequestInput fitting(Edition year, WorkshopRequestInput input) {
        input.requireLanguages(year);
        RequestProblem.requireNone(input.faults(year));
        return input.normalised();
    }

    private WorkshopRequestView view(WorkshopRequest request) {
        return views(List.of(request)).getFirst();
    }

    private List<WorkshopRequestView> views(List<WorkshopRequest> rows) {
        var reviewed = rows.stream()
                .filter(request -> access.isStaff() && !access.isOwner(request.owner()))
                .map(WorkshopRequest::id)
                .toList();
        var reviews = requests.reviews(reviewed);
        return rows.stream()
                .map(request -> WorkshopRequestView.of(
                        request,
                        reviewed.contains(request.id()) ? reviews.getOrDefault(request.id(), List.of()) : null))
                .toList();
    }
}
