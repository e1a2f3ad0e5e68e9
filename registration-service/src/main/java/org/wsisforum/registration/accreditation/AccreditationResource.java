package org.wsisforum.registration.accreditation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.PlainText;
import org.wsisforum.kit.time.ForumClock;
import org.wsisforum.registration.edition.Editions;

/** Expressing interest, and being accredited. */
@Path("editions/{edition}/accreditations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Accreditations",
        description = "Expressions of interest of those who come without a Member State, and decisions on them.")
public class AccreditationResource {

    private static final String ONE = "0190b0a2-5c7a-7000-8000-000000000601";

    private static final String EXAMPLE = """
            {
              "givenName": "Grace",
              "familyName": "Banda",
              "email": "grace@openweb.example",
              "entity": "Open Web Foundation",
              "entityEmail": "office@openweb.example",
              "entityType": "civil-society",
              "entityCreatedOn": "2009-06-01",
              "country": "MW",
              "credentials": ["https://openweb.example/about"],
              "attended": "WSIS Forum 2019",
              "motivation": "To present our community networks.",
              "goals": "Connecting villages since 2009."
            }""";

    @Inject
    Editions editions;

    @Inject
    Accreditations accreditations;

    @Inject
    Documents documents;

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

    /** Begins to express interest. */
    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "beginAccreditation",
            summary = "Begin to express interest in an edition",
            description =
                    "Makes a draft, which documents are added to and which is handed in with `submission`. A person has one for"
                            + " an edition.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "A foundation", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "There is a draft.",
            content = @Content(schema = @Schema(implementation = AccreditationView.class)))
    @Fails({"edition-not-found", "already-interested"})
    public RestResponse<AccreditationView> begin(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @Valid @NotNull AccreditationInput input) {
        editions.require(edition);
        RequestProblem.requireNone(input.faults());
        requireNone(edition);
        var draft = new Accreditation(edition, caller.subject(), input.normalised(), clock.instant());
        accreditations.persist(draft);
        record(AccreditationChange.BEGUN, draft, List.of());
        return created(draft);
    }

    private void requireNone(String edition) {
        if (accreditations.ofPerson(edition, caller.subject()).isPresent()) {
            throw AccreditationProblem.ALREADY_INTERESTED.because("Change the draft that you have.");
        }
    }

    private RestResponse<AccreditationView> created(Accreditation accreditation) {
        return RestResponse.ResponseBuilder.<AccreditationView>create(201, null)
                .header(
                        HttpHeaders.LOCATION,
                        "/registration/v1/editions/" + accreditation.edition() + "/accreditations/"
                                + accreditation.id())
                .entity(view(accreditation))
                .build();
    }

    /** Whether all is as it was. */
    @Schema(name = "AccreditationCarryOver", description = "Whether all is as it was for the edition before.")
    public record CarryOverInput(
            @NotNull
            @AssertTrue(message = "Where something has changed, express interest anew.")
            @Schema(description = "That nothing has changed of person and entity.", examples = "true")
            Boolean unchanged) {}

    /** Carries the accreditation for the edition before over. */
    @POST
    @Path("carry-over")
    @Transactional
    @Idempotent
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "carryAccreditationOver",
            summary = "Stay accredited, since nothing has changed",
            description =
                    "For who was accredited for the edition that the rules name (`registration.carriesOverFrom`): the person"
                            + " states that nothing has changed, and is accredited at once, with what was said and proved then.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "Unchanged", value = "{\"unchanged\": true}")))
    @APIResponse(
            responseCode = "201",
            description = "The person is accredited.",
            content = @Content(schema = @Schema(implementation = AccreditationView.class)))
    @Fails({"edition-not-found", "already-interested", "nothing-to-carry-over"})
    public RestResponse<AccreditationView> carryOver(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @Valid @NotNull CarryOverInput input) {
        var from = editions.require(edition).registration().carriesOverFrom();
        requireNone(edition);
        if (from == null) {
            throw AccreditationProblem.NOTHING_TO_CARRY_OVER.because("The edition carries nothing over.");
        }
        var before = accreditations
                .ofPerson(from, caller.subject())
                .filter(Accreditation::holds)
                .orElseThrow(() -> AccreditationProblem.NOTHING_TO_CARRY_OVER.because(
                        "You were not accredited for " + from + ". Express interest anew."));
        var carried = Accreditation.carriedOver(edition, before, clock.instant());
        accreditations.persist(carried);
        record(AccreditationChange.CARRIED_OVER, carried, List.of("state"));
        documents.copy(before.id(), carried.id(), clock.instant());
        return created(carried);
    }

    /** Expressions of interest in an edition. */
    @GET
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT, Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "listAccreditations",
            summary = "Expressions of interest",
            description = "One's own; for the offices all that were handed in, the first who were first.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<AccreditationView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestQuery @Parameter(description = "Only those that have come so far.", example = "submitted")
                    AccreditationState state,
            @RestQuery
                    @Pattern(regexp = "[a-z-]{1,60}")
                    @Parameter(description = "Only of this stakeholder type, by its code.", example = "civil-society")
                    String entityType,
            @RestQuery
                    @Pattern(regexp = "[A-Z]{2}")
                    @Parameter(description = "Only from this country, ISO 3166 alpha-2.", example = "MW")
                    String country,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        var list = Keyset.of(Accreditation.class).where("edition = :edition", "edition", edition);
        if (isOffice()) {
            list.where("state <> DRAFT").orderedBy("submittedAt", Instant.class, Accreditation::submittedAt);
        } else {
            list.where("person = :person", "person", caller.subject());
        }
        list.whereIfGiven("state = :state", "state", state)
                .whereIfGiven("entityType = :entityType", "entityType", entityType)
                .whereIfGiven("country = :country", "country", country)
                .orderedBy("id", UUID.class, Accreditation::id);
        return pages.read(list, page, this::view);
    }

    private boolean isOffice() {
        return caller.has(Role.ACCREDITATION_OFFICER) || caller.has(Role.SECRETARIAT);
    }

    /** One expression of interest. */
    @GET
    @Path("{id}")
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT, Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readAccreditation",
            summary = "An expression of interest",
            description = "One's own, or any that was handed in for the offices, who see addresses only with"
                    + " `registration:read.pii`.")
    @Fails("edition-not-found")
    public AccreditationView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The accreditation.", example = ONE) UUID id) {
        editions.require(edition);
        return view(accreditations.require(edition, id, LockModeType.NONE));
    }

    /** Changes a draft. */
    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "patchAccreditation",
            summary = "Change a draft",
            description = "A merge patch (RFC 7396), until it is handed in.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = AccreditationInput.class),
                            examples = @ExampleObject(name = "Goals", value = "{\"goals\": \"Connecting villages.\"}")))
    @Fails({"edition-not-found", "stale-version", "invalid-patch", "accreditation-not-at-this-step"})
    public AccreditationView patch(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The accreditation.", example = ONE) UUID id,
            MergePatch patch) {
        editions.require(edition);
        var accreditation = accreditations.requireOwn(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(accreditation.version());
        var input = patch.applyTo(accreditation.input());
        RequestProblem.requireNone(input.faults());
        var fields = accreditation.rewrite(input.normalised());
        if (!fields.isEmpty()) {
            record(AccreditationChange.CHANGED, accreditation, fields);
        }
        return view(accreditation);
    }

    /** Hands a draft in. */
    @POST
    @Path("{id}/submission")
    @Transactional
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "submitAccreditation",
            summary = "Hand an expression of interest in",
            description = "Once; what is missing is named. From then on it stays as it is, documents too.")
    @Fails({"edition-not-found", "accreditation-not-complete", "accreditation-not-at-this-step"})
    public AccreditationView submit(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The accreditation.", example = ONE) UUID id) {
        editions.require(edition);
        var accreditation = accreditations.requireOwn(edition, id, LockModeType.PESSIMISTIC_WRITE);
        var gaps = accreditation.input().gaps();
        if (!gaps.isEmpty()) {
            throw AccreditationProblem.ACCREDITATION_NOT_COMPLETE.because("Fill in what is missing.", gaps);
        }
        accreditation.submit(clock.instant());
        record(AccreditationChange.SUBMITTED, accreditation, List.of("state"));
        return view(accreditation);
    }

    /** Throws a draft away. */
    @DELETE
    @Path("{id}")
    @Transactional
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "discardAccreditation",
            summary = "Throw a draft away",
            description = "With all that it says and its documents, until it is handed in.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Fails({"edition-not-found", "stale-version", "accreditation-not-at-this-step"})
    public void discard(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The accreditation.", example = ONE) UUID id) {
        editions.require(edition);
        var draft = accreditations.requireOwn(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(draft.version());
        draft.requireDraft();
        record(AccreditationChange.DISCARDED, draft, List.of());
        documents.removeAll(id);
        accreditations.delete(draft);
    }

    /** An officer takes one up. */
    @POST
    @Path("{id}/review")
    @Transactional
    @RolesAllowed(Role.ACCREDITATION_OFFICER)
    @RequiresScope("accreditation:decide")
    @Operation(
            operationId = "reviewAccreditation",
            summary = "Take an expression of interest up",
            description = "The person sees that it is looked at.")
    @Fails({"edition-not-found", "stale-version", "accreditation-not-at-this-step", "own-interest"})
    public AccreditationView review(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The accreditation.", example = ONE) UUID id) {
        editions.require(edition);
        var accreditation = accreditations.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(accreditation.version());
        accreditation.review(caller.subject());
        record(AccreditationChange.TAKEN_UP, accreditation, List.of("state"));
        return view(accreditation);
    }

    /** What an officer decides. */
    @Schema(name = "AccreditationDecision", description = "What an officer decides on an expression of interest.")
    public record DecisionInput(
            @NotNull Decision decision,

            @NotBlank
            @Size(max = 2000)
            @PlainText
            @Schema(description = "Why; the person reads it.", examples = "The entity cannot be found.")
            String reason) {

        /** The two decisions that there are. */
        @Schema(
                name = "AccreditationDecisionKind",
                enumeration = {"accredited", "refused"})
        public enum Decision {
            @JsonProperty("accredited")
            ACCREDITED,
            @JsonProperty("refused")
            REFUSED
        }
    }

    /** An officer decides. */
    @POST
    @Path("{id}/decision")
    @Transactional
    @RolesAllowed(Role.ACCREDITATION_OFFICER)
    @RequiresScope("accreditation:decide")
    @Operation(
            operationId = "decideAccreditation",
            summary = "Accredit or refuse",
            description = "Of one that was taken up, with a reason that the person reads.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "Accredited",
                                            value =
                                                    "{\"decision\": \"accredited\", \"reason\": \"A known network.\"}")))
    @Fails({"edition-not-found", "stale-version", "accreditation-not-at-this-step", "own-interest"})
    public AccreditationView decide(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The accreditation.", example = ONE) UUID id,
            @Valid @NotNull DecisionInput input) {
        editions.require(edition);
        var accreditation = accreditations.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(accreditation.version());
        var accredited = input.decision() == DecisionInput.Decision.ACCREDITED;
        accreditation.decide(accredited, input.reason(), caller.subject(), clock.instant());
        record(
                accredited ? AccreditationChange.ACCREDITED : AccreditationChange.REFUSED,
                accreditation,
                List.of("state", "reason"));
        return view(accreditation);
    }

    /** Why a refusal is appealed. */
    @Schema(name = "AccreditationAppeal", description = "Why a refusal is appealed.")
    public record AppealInput(
            @NotBlank
            @Size(max = 5000)
            @PlainText
            @Schema(description = "Why.", examples = "The register of our country was renamed in 2020.")
            String reason) {}

    /** The person asks for another look. */
    @POST
    @Path("{id}/appeal")
    @Transactional
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "appealAccreditation",
            summary = "Appeal a refusal",
            description =
                    "Once, within the days that the edition's rules give (`registration.appealDays`). Another officer decides on"
                            + " it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "With a reason",
                                            value = "{\"reason\": \"The register was renamed in 2020.\"}")))
    @Fails({"edition-not-found", "accreditation-not-at-this-step", "appeal-too-late"})
    public AccreditationView appeal(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The accreditation.", example = ONE) UUID id,
            @Valid @NotNull AppealInput input) {
        var rules = editions.require(edition).registration();
        var accreditation = accreditations.requireOwn(edition, id, LockModeType.PESSIMISTIC_WRITE);
        accreditation.appeal(input.reason(), rules, clock.instant());
        record(AccreditationChange.APPEALED, accreditation, List.of("state", "appeal"));
        return view(accreditation);
    }

    /** What another officer decides on an appeal. */
    @Schema(name = "AccreditationAppealDecision", description = "What another officer decides on an appeal.")
    public record AppealDecisionInput(
            @NotNull Decision decision,

            @NotBlank
            @Size(max = 2000)
            @PlainText
            @Schema(description = "Why; the person reads it.", examples = "The entity was found.")
            String reason) {

        /** The two decisions that there are. */
        @Schema(
                name = "AccreditationAppealDecisionKind",
                enumeration = {"upheld", "overturned"})
        public enum Decision {
            @JsonProperty("upheld")
            UPHELD,
            @JsonProperty("overturned")
            OVERTURNED
        }
    }

    /** Another officer decides on an appeal. */
    @POST
    @Path("{id}/appeal-decision")
    @Transactional
    @RolesAllowed(Role.ACCREDITATION_OFFICER)
    @RequiresScope("accreditation:decide")
    @Operation(
            operationId = "decideAccreditationAppeal",
            summary = "Uphold or overturn a refusal",
            description = "By another officer than the one who refused; it ends there.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "Overturned",
                                            value = "{\"decision\": \"overturned\", \"reason\": \"It was found.\"}")))
    @Fails({"edition-not-found", "stale-version", "accreditation-not-at-this-step", "own-interest", "same-officer"})
    public AccreditationView decideAppeal(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The accreditation.", example = ONE) UUID id,
            @Valid @NotNull AppealDecisionInput input) {
        editions.require(edition);
        var accreditation = accreditations.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(accreditation.version());
        var overturned = input.decision() == AppealDecisionInput.Decision.OVERTURNED;
        accreditation.decideAppeal(overturned, input.reason(), caller.subject(), clock.instant());
        record(
                overturned ? AccreditationChange.OVERTURNED : AccreditationChange.UPHELD,
                accreditation,
                List.of("state", "appealReason"));
        return view(accreditation);
    }

    /** What happened to one expression of interest. */
    @GET
    @Path("{id}/history")
    @RolesAllowed({Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readAccreditationHistory",
            summary = "What happened to an expression of interest",
            description = "Every step and change of it, by whom and when, oldest first.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The accreditation.", example = ONE) UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "accreditations/" + id, page);
    }

    private AccreditationView view(Accreditation accreditation) {
        return AccreditationView.of(
                accreditation, accreditation.isOf(caller.subject()) || caller.isGranted("registration:read.pii"));
    }

    private void record(AccreditationChange type, Accreditation accreditation, List<String> fields) {
        changes.record(change(type, accreditation, fields));
    }

    static Change change(AccreditationChange type, Accreditation accreditation, List<String> fields) {
        var subject = "accreditations/" + accreditation.id();
        var person = Audience.person(accreditation.person());
        return accreditation.state() == AccreditationState.DRAFT
                // A draft is nobody's business but the person's.
                ? new Change(type, accreditation.edition(), subject, fields, Set.of(person))
                : Change.of(type, accreditation.edition(), subject, fields.toArray(String[]::new))
                        .alsoFor(person);
    }
}
