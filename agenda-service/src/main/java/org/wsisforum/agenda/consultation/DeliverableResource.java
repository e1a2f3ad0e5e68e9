package org.wsisforum.agenda.consultation;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonIgnore;
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

import org.wsisforum.agenda.edition.Consultation.Deliverable;
import org.wsisforum.agenda.edition.Consultation.DeliverableKind;
import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.session.Document;
import org.wsisforum.agenda.session.Drafts;
import org.wsisforum.agenda.session.WebLink;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.PlainText;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;
import org.wsisforum.kit.time.ForumClock;

/** What organizers of accepted workshops hand in: everybody who signs in as a person, of the own workshops. */
@Path("editions/{edition}/consultation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.PERSON)
@Tag(name = "Workshop requests")
public class DeliverableResource {

    private static final String HANDS_IN =
            " By whoever the session names in `organizerAccounts`, which is whoever made the accepted request until that is"
                    + " changed, and by programme managers; as often as needed, late as well. The session of the draft shows it,"
                    + " and everybody sees it from the next release on. What patchSession writes of the session does not count"
                    + " as handed in. `If-Match` names the version of the session: that of"
                    + " listDeliverablesOfWorkshop, or of the draft of the session.";

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
    Preconditions preconditions;

    @Inject
    Pages pages;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    /** What is due of all workshops. */
    @GET
    @Path("deliverables")
    @RolesAllowed({Role.PROGRAMME_MANAGER, Role.CONSULTATION_REVIEWER, Role.SECRETARIAT})
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "listDeliverables",
            summary = "What organizers of accepted workshops hand in",
            description =
                    "Of all accepted workshops that take place, in the order in which it is due, with the reminders that were"
                            + " sent; `state=overdue` for what should be there and is not. Of a workshop that is postponed"
                            + " nothing has a time.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<DeliverableView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestQuery @Parameter(description = "Only what stands so.", example = "overdue")
                    DeliverableView.State state,
            @BeanParam @Valid PageRequest page) {
        var year = editions.require(edition);
        var now = clock.instant();
        var due = deliverables.of(year, requests.accepted(edition)).stream()
                .filter(each -> state == null || each.state(now) == state)
                .toList();
        return pages.readKept(due, "deliverables " + state, Due::place, page, null, rows -> rows.stream()
                .map(each -> DeliverableView.of(each, now))
                .toList());
    }

    /** What is due of one workshop. */
    @Schema(name = "Deliverables", description = "What the organizer of a workshop hands in, in the order it is due.")
    public record DeliverableList(@JsonIgnore long version, List<DeliverableView> items) implements Versioned {}

    /** What is due of one workshop. */
    @GET
    @Path("workshop-requests/{id}/deliverables")
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "listDeliverablesOfWorkshop",
            summary = "What the organizer of an accepted workshop hands in",
            description =
                    "In the order in which it is due, with the reminders that were sent; for those who handle requests, whoever"
                            + " asked for the workshop and whoever organizes its session. The `ETag` is what handing in must send"
                            + " in `If-Match`.")
    @Fails({"edition-not-found", "workshop-not-accepted"})
    public DeliverableList ofWorkshop(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The request.", example = "0190b0a2-5c7a-7000-8000-000000000311")
                    UUID id) {
        var year = editions.require(edition);
        var request = requests.requireHeld(edition, id, LockModeType.NONE);
        request.requireAccepted();
        var now = clock.instant();
        var due = deliverables.of(year, List.of(request));
        return new DeliverableList(
                due.stream()
                        .mapToLong(each -> each.session().version())
                        .findFirst()
                        .orElse(Versioned.NONE),
                due.stream().map(each -> DeliverableView.of(each, now)).toList());
    }

    /** A final description. */
    @Schema(name = "FinalDescription", description = "The final description of a workshop.")
    record DescriptionInput(
            @NotNull @Valid @TextSize(max = 10_000) @Schema(description = "What it is about.")
            Text description) {}

    /** Hands the final description in. */
    @PUT
    @Path("workshop-requests/{id}/deliverables/description")
    @Transactional
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "deliverDescription",
            summary = "Hand the final description of a workshop in",
            description = "At most 10,000 characters in each language." + HANDS_IN)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DescriptionInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "In English",
                                            value =
                                                    "{\"description\": {\"en\": {\"value\": \"What three villages have learned.\"}}}")))
    @Fails({"edition-not-found", "stale-version", "language-not-of-edition", "workshop-not-accepted"})
    public DeliverableView describe(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The request.", example = "0190b0a2-5c7a-7000-8000-000000000311")
                    UUID id,
            @Valid @NotNull DescriptionInput input) {
        var year = editions.require(edition);
        year.requireLanguages(input.description(), "/description");
        return deliver(year, id, DeliverableKind.DESCRIPTION, due -> drafts.describe(year, id, input.description()));
    }

    /** A logo. */
    @Schema(name = "WorkshopLogo", description = "The logo of a workshop, as a link to where it is kept.")
    record LogoInput(
            @NotNull
            @Size(max = 1_000)
            @Schema(description = "Where it is.", examples = "https://villages.example/logo.png")
            String href,

            @NotNull
            @Pattern(regexp = "image/(png|jpeg|svg\\+xml|webp)")
            @Schema(
                    description = "In what form it is: image/png, image/jpeg, image/svg+xml or image/webp.",
                    examples = "image/png")
            String mediaType) {}

    /** Hands the logo in. */
    @PUT
    @Path("workshop-requests/{id}/deliverables/logo")
    @Transactional
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "deliverLogo",
            summary = "Hand the logo of a workshop in",
            description = "As a link, like every document of a session." + HANDS_IN)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LogoInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "A picture",
                                            value =
                                                    "{\"href\": \"https://villages.example/logo.png\", \"mediaType\": \"image/png\"}")))
    @Fails({"edition-not-found", "stale-version", "workshop-not-accepted"})
    public DeliverableView attachLogo(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The request.", example = "0190b0a2-5c7a-7000-8000-000000000311")
                    UUID id,
            @Valid @NotNull LogoInput input) {
        var year = editions.require(edition);
        RequestProblem.requireNone(WebLink.fault(input.href(), "/href").stream().toList());
        return deliver(
                year,
                id,
                DeliverableKind.LOGO,
                due -> drafts.attach(year, id, new Document(due.name(), input.mediaType(), input.href())));
    }

    /** A final list of panellists. */
    @Schema(name = "FinalPanellists", description = "The final list of the panellists of a workshop.")
    record PanellistsInput(
            @NotEmpty @Size(max = 30) @Schema(description = "Who takes part, in the order of the programme.")
            List<@NotNull @Valid PanellistInput> panellists) {

        List<FieldError> faults() {
            return IntStream.range(0, panellists.size())
                    .boxed()
                    .flatMap(i -> panellists.get(i).fault("/panellists/" + i).stream())
                    .toList();
        }
    }

    /** Hands the list of panellists in. */
    @PUT
    @Path("workshop-requests/{id}/deliverables/panellists")
    @Transactional
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "deliverPanellists",
            summary = "Hand the final list of the panellists of a workshop in",
            description =
                    "They become people of the programme; the list replaces one that was handed in before." + HANDS_IN)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PanellistsInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "One who takes part from elsewhere",
                                            value =
                                                    "{\"panellists\": [{\"honorific\": \"Dr\", \"name\": \"Wanjiru Otieno\", \"country\": \"KE\", \"remote\": true}]}")))
    @Fails({"edition-not-found", "stale-version", "workshop-not-accepted"})
    public DeliverableView seat(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The request.", example = "0190b0a2-5c7a-7000-8000-000000000311")
                    UUID id,
            @Valid @NotNull PanellistsInput input) {
        var year = editions.require(edition);
        RequestProblem.requireNone(input.faults());
        var panellists = input.panellists().stream()
                .map(panellist -> panellist.normalised().panellist())
                .distinct()
                .toList();
        return deliver(year, id, DeliverableKind.PANELLISTS, due -> drafts.seat(year, id, panellists));
    }

    /** What came of a workshop. */
    @Schema(name = "WorkshopOutcome", description = "What came of a workshop.")
    record OutcomeInput(
            @NotNull @Valid @TextSize(max = 20_000) @Schema(description = "In the words of those who held it.")
            Text outcome) {}

    /** Hands the outcome in. */
    @PUT
    @Path("workshop-requests/{id}/deliverables/outcome")
    @Transactional
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "deliverOutcome",
            summary = "Hand in what came of a workshop",
            description = "Once it is over, at most 20,000 characters in each language." + HANDS_IN)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OutcomeInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "In English",
                                            value =
                                                    "{\"outcome\": {\"en\": {\"value\": \"Three villages share one mast.\"}}}")))
    @Fails({
        "edition-not-found",
        "stale-version",
        "language-not-of-edition",
        "workshop-not-accepted",
        "workshop-not-over"
    })
    public DeliverableView conclude(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The request.", example = "0190b0a2-5c7a-7000-8000-000000000311")
                    UUID id,
            @Valid @NotNull OutcomeInput input) {
        var year = editions.require(edition);
        year.requireLanguages(input.outcome(), "/outcome");
        return deliver(year, id, DeliverableKind.OUTCOME, due -> {
            requireOver(id);
            drafts.conclude(year, id, input.outcome());
        });
    }

    /** Why something need not be handed in. */
    @Schema(name = "DeliverableWaiver", description = "Why something need not be handed in.")
    record WaiverInput(
            @NotBlank
            @Size(max = 2_000)
            @PlainText
            @Schema(
                    description = "Why, for whoever would have handed it in as well.",
                    examples = "The organizer has no logo.")
            String reason) {}

    /** Says that something need not be handed in. */
    @PUT
    @Path("workshop-requests/{id}/deliverables/{kind}/waiver")
    @Transactional
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "waiveDeliverable",
            summary = "Say that something need not be handed in",
            description =
                    "It is not overdue then, and nobody is reminded of it. It may be handed in all the same. `If-Match` names the"
                            + " version of the session, as for handing in.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WaiverInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "No logo",
                                            value = "{\"reason\": \"The organizer has no logo.\"}")))
    @Fails({"edition-not-found", "stale-version", "workshop-not-accepted"})
    public DeliverableView waive(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The request.", example = "0190b0a2-5c7a-7000-8000-000000000311")
                    UUID id,
            @RestPath @Parameter(description = "What.", example = "logo") DeliverableKind kind,
            @Valid @NotNull WaiverInput input) {
        var year = editions.require(edition);
        var request = requireToHandIn(year, id);
        requireAsked(year, kind);
        deliverables.waive(request, kind, input.reason(), clock.instant());
        changes.record(ConsultationChange.WAIVED.to(request, List.of(kind.json())));
        return view(year, request, kind);
    }

    /** Says that something must be handed in after all. */
    @DELETE
    @Path("workshop-requests/{id}/deliverables/{kind}/waiver")
    @Transactional
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "withdrawWaiver",
            summary = "Say that something must be handed in after all",
            description = "Takes a waiver back; nothing happens where there is none. `If-Match` as for handing in.")
    @APIResponse(responseCode = "204", description = "It is to be handed in.")
    @Fails({"edition-not-found", "stale-version", "workshop-not-accepted"})
    public void demand(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The request.", example = "0190b0a2-5c7a-7000-8000-000000000311")
                    UUID id,
            @RestPath @Parameter(description = "What.", example = "logo") DeliverableKind kind) {
        var year = editions.require(edition);
        var request = requireToHandIn(year, id);
        if (deliverables.demand(request, kind)) {
            changes.record(ConsultationChange.WAIVER_WITHDRAWN.to(request, List.of(kind.json())));
        }
    }

    private void requireOver(UUID id) {
        var session = drafts.standing(List.of(id)).get(id);
        if (session.postponed()) {
            throw ConsultationProblem.WORKSHOP_NOT_OVER.because("It is postponed.");
        }
        if (clock.instant().isBefore(session.endsAt())) {
            throw ConsultationProblem.WORKSHOP_NOT_OVER.because("It ends at " + session.endsAt() + ".");
        }
    }

    private DeliverableView deliver(Edition year, UUID id, DeliverableKind kind, Consumer<Deliverable> said) {
        var request = requireToHandIn(year, id);
        said.accept(requireAsked(year, kind));
        deliverables.delivered(request, kind, clock.instant());
        changes.record(ConsultationChange.DELIVERED.to(request, List.of(kind.json())));
        return view(year, request, kind);
    }

    /** A workshop of which the caller may say something and has seen what is said, and which nobody else changes for now. */
    private WorkshopRequest requireToHandIn(Edition year, UUID id) {
        var request = requests.requireHeld(year.code(), id, LockModeType.PESSIMISTIC_WRITE);
        request.requireAccepted();
        var session = drafts.held(year.code(), id)
                .orElseThrow(() -> RequestProblem.CONFLICT.because("The workshop does not take place."));
        // Not whoever made the request: the account may have been taken out of the session since.
        if (!access.isManager() && !session.accounts().contains(access.subject())) {
            throw RequestProblem.FORBIDDEN.because("Those whose accounts the session names do this.");
        }
        preconditions.requireSeen(session.version());
        return request;
    }

    private static Deliverable requireAsked(Edition year, DeliverableKind kind) {
        return year.consultation()
                .workshops()
                .deliverable(kind)
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("The edition does not ask for this."));
    }

    private DeliverableView view(Edition year, WorkshopRequest request, DeliverableKind kind) {
        return deliverables.of(year, List.of(request)).stream()
                .filter(due -> due.deliverable().kind() == kind)
                .map(due -> DeliverableView.of(due, clock.instant()))
                .findFirst()
                .orElseThrow();
    }
}
