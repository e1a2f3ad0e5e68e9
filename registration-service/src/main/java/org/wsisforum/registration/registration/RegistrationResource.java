package org.wsisforum.registration.registration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.wsisforum.kit.time.ForumClock;
import org.wsisforum.registration.delegation.DelegationAccess;
import org.wsisforum.registration.delegation.Places;
import org.wsisforum.registration.edition.Editions;

/** Registering, and what becomes of it. */
@Path("editions/{edition}/registrations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.PERSON)
@Tag(name = "Registrations", description = "Who comes to an edition, as what, and how far the registration has come.")
public class RegistrationResource {

    static final String EXAMPLE = """
            {
              "category": "member-state",
              "attendance": "on-site",
              "delegation": "0190b0a2-5c7a-7000-8000-000000000301",
              "role": "head",
              "rank": "minister",
              "honorific": "H.E. Ms",
              "givenName": "Paula",
              "familyName": "Ingabire",
              "jobTitle": "Minister of ICT and Innovation",
              "entity": "Ministry of ICT and Innovation",
              "country": "RW",
              "email": "paula@minict.example",
              "listed": true,
              "answers": { "firstForum": false }
            }""";

    private static final String SOMEBODY = "0190b0a2-5c7a-7000-8000-000000000501";

    @Inject
    Editions editions;

    @Inject
    Registrations registrations;

    @Inject
    RegistrationAccess access;

    @Inject
    Registrar registrar;

    @Inject
    DelegationAccess delegations;

    @Inject
    Places places;

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

    @Inject
    ObjectMapper json;

    /** Begins a registration. */
    @POST
    @Transactional
    @Idempotent
    @RequiresScope("registration:write")
    @Operation(
            operationId = "beginRegistration",
            summary = "Begin to register for an edition",
            description =
                    "Makes a draft, which nobody but the person sees until it is handed in with `submission`. A person has one"
                            + " registration for an edition.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "A minister", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "There is a draft.",
            content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    @Fails({"edition-not-found", "already-registered", "visa-support-closed"})
    public RestResponse<RegistrationView> begin(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @Valid @NotNull RegistrationInput input) {
        var rules = editions.require(edition).registration();
        registrar.requireFit(edition, rules, input);
        if (registrations.ofPerson(edition, caller.subject()).isPresent()) {
            throw RegistrationProblem.ALREADY_REGISTERED.because("Change the registration that you have.");
        }
        var draft = registrar.draft(edition, caller.subject(), input, rules);
        registrar.record(RegistrationChange.BEGUN, draft, List.of());
        return created(draft);
    }

    private RestResponse<RegistrationView> created(Registration registration) {
        return RestResponse.ResponseBuilder.<RegistrationView>create(201, null)
                .header(HttpHeaders.LOCATION, Registrar.path(registration))
                .entity(view(registration))
                .build();
    }

    /** Registrations of an edition. */
    @GET
    @RolesAllowed({Role.SECRETARIAT, Role.ACCREDITATION_OFFICER, Role.FOCAL_POINT})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "listRegistrations",
            summary = "Registrations for an edition",
            description =
                    "All that were handed in, in the order in which they were; for a focal point those with a delegation that it"
                            + " names in `delegation` and acts for. Drafts are not among them.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<RegistrationView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid RegistrationFilter filter,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        requireScopeOf(edition, filter);
        var list = filter.applyTo(
                        Keyset.of(Registration.class)
                                .where("edition = :edition", "edition", edition)
                                .where("state <> DRAFT"),
                        json)
                .orderedBy("submittedAt", Instant.class, Registration::submittedAt)
                .orderedBy("id", UUID.class, Registration::id);
        return pages.readAll(list, page, rows -> views(edition, rows));
    }

    private void requireScopeOf(String edition, RegistrationFilter filter) {
        if (!access.isOffice()) {
            if (filter.delegation() == null || filter.flagged() != null) {
                throw RequestProblem.VALIDATION_FAILED.because(
                        "Name a delegation that you act for, and no flag.",
                        List.of(FieldError.of("delegation", "missing", "One that you act for.")));
            }
            delegations.require(edition, filter.delegation());
        }
    }

    private List<RegistrationView> views(String edition, List<Registration> rows) {
        var duplicates = access.isOffice()
                ? registrations.duplicates(
                        edition, rows.stream().map(Registration::id).toList())
                : java.util.Map.<UUID, List<RegistrationView.Duplicate>>of();
        return rows.stream()
                .map(row -> RegistrationView.of(row, access.sight(row), duplicates.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private RegistrationView view(Registration registration) {
        return views(registration.edition(), List.of(registration)).getFirst();
    }

    /** One's own registration. */
    @GET
    @Path("mine")
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readMyOwnRegistration",
            summary = "My registration",
            description = "The caller's own, with all that it says; 404 for somebody who has none.")
    @Fails("edition-not-found")
    public RegistrationView mine(@RestPath @Parameter(description = "The edition.", example = "2021") String edition) {
        editions.require(edition);
        return view(registrations
                .ofPerson(edition, caller.subject())
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("You have no registration for " + edition + ".")));
    }

    /** One registration. */
    @GET
    @Path("{id}")
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readRegistration",
            summary = "A registration",
            description =
                    "One's own, one with a delegation that one acts for, or any for the offices, each with what its reader may"
                            + " see.")
    @Fails("edition-not-found")
    public RegistrationView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The registration.", example = SOMEBODY) UUID id) {
        editions.require(edition);
        return view(access.require(edition, id, LockModeType.NONE));
    }

    /** Changes a registration. */
    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RequiresScope("registration:write")
    @Operation(
            operationId = "patchRegistration",
            summary = "Change a registration",
            description =
                    "A merge patch (RFC 7396) by whoever's it is, or by the focal point who entered it. The edition's rules name"
                            + " the fields whose change opens an approval again: another name goes back to the focal point,"
                            + " another passport asks for the letter anew, another telephone number changes nothing else.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = RegistrationInput.class),
                            examples = @ExampleObject(name = "Another job", value = "{\"jobTitle\": \"Director\"}")))
    @Fails({
        "edition-not-found",
        "stale-version",
        "invalid-patch",
        "not-at-this-step",
        "visa-support-closed",
        "registration-not-complete"
    })
    public RegistrationView patch(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The registration.", example = SOMEBODY) UUID id,
            MergePatch patch) {
        var rules = editions.require(edition).registration();
        var registration = access.requireToWrite(edition, id);
        preconditions.requireSeen(registration.version());
        var patched = patch.applyTo(registration.input());
        var input = registration.person() == null ? patched.unlisted() : patched;
        if (registration.state() == RegistrationState.DRAFT) {
            registrar.requireFit(edition, rules, input);
        } else {
            registrar.requireComplete(edition, rules, input, registration.person() != null);
        }
        registrar.rewrite(registration, input, rules);
        return view(registration);
    }

    /** Hands a registration in. */
    @POST
    @Path("{id}/submission")
    @Transactional
    @RequiresScope("registration:write")
    @Operation(
            operationId = "submitRegistration",
            summary = "Hand a registration in",
            description =
                    "From a draft, or again after it was withdrawn. Where the category needs a focal point it goes to that of the"
                            + " delegation first; a focal point's own is approved by this. What is missing is named.")
    @Fails({"edition-not-found", "registration-not-complete", "registration-closed", "not-at-this-step", "quota-full"})
    public RegistrationView submit(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The registration.", example = SOMEBODY) UUID id) {
        var rules = editions.require(edition).registration();
        var registration = access.requireToWrite(edition, id);
        registrar.requireComplete(edition, rules, registration.input(), registration.person() != null);
        registrar.submit(registration, rules);
        return view(registration);
    }

    /** Takes a registration back. */
    @POST
    @Path("{id}/withdrawal")
    @Transactional
    @RequiresScope("registration:write")
    @Operation(
            operationId = "withdrawRegistration",
            summary = "Take a registration back",
            description =
                    "The person does not come; its place is free for another. It can be handed in again while registration is"
                            + " open.")
    @Fails({"edition-not-found", "not-at-this-step"})
    public RegistrationView withdraw(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The registration.", example = SOMEBODY) UUID id) {
        editions.require(edition);
        var registration = access.requireToWrite(edition, id);
        registrar.step(
                registration, RegistrationChange.WITHDRAWN, () -> registration.withdraw(places, clock.instant()));
        return view(registration);
    }

    /** Throws a draft away. */
    @DELETE
    @Path("{id}")
    @Transactional
    @RequiresScope("registration:write")
    @Operation(
            operationId = "discardRegistration",
            summary = "Throw a draft away",
            description = "With all that it says. What was handed in is withdrawn instead.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Fails({"edition-not-found", "stale-version", "not-at-this-step"})
    public void discard(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The registration.", example = SOMEBODY) UUID id) {
        editions.require(edition);
        var draft = access.requireToWrite(edition, id);
        preconditions.requireSeen(draft.version());
        draft.requireDraft();
        registrar.record(RegistrationChange.DISCARDED, draft, List.of());
        registrations.delete(draft);
    }

    /** A focal point says whether somebody belongs to its delegation. */
    @POST
    @Path("{id}/approval")
    @Transactional
    @RolesAllowed({Role.FOCAL_POINT, Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "approveRegistration",
            summary = "Approve or reject a registration with one's delegation",
            description =
                    "By the focal point, or by an office for one who wrote to it. An approved one takes a place of the"
                            + " delegation and goes on to the accreditation officer. A rejection needs a reason.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "Approved", value = "{\"decision\": \"approved\"}")))
    @Fails({"edition-not-found", "stale-version", "not-at-this-step", "quota-full", "own-registration"})
    public RegistrationView approve(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The registration.", example = SOMEBODY) UUID id,
            @Valid @NotNull ApprovalInput input) {
        var rules = editions.require(edition).registration();
        var registration = access.requireOfDelegation(edition, id);
        preconditions.requireSeen(registration.version());
        if (!delegations.isFocalPoint(registration.delegation(), caller.subject())) {
            registration.requireOfAnother(caller.subject());
        }
        RequestProblem.requireNone(input.faults());
        var now = clock.instant();
        if (input.decision() == ApprovalInput.Decision.APPROVED) {
            registrar.step(
                    registration,
                    RegistrationChange.APPROVED,
                    () -> registration.approve(rules, places, caller.subject(), now));
        } else {
            registrar.step(
                    registration,
                    RegistrationChange.REJECTED,
                    () -> registration.refuse(rules, input.reason(), places, caller.subject(), now));
        }
        return view(registration);
    }

    /** An accreditation officer decides. */
    @POST
    @Path("{id}/decision")
    @Transactional
    @RolesAllowed(Role.ACCREDITATION_OFFICER)
    @RequiresScope("accreditation:decide")
    @Operation(
            operationId = "decideRegistration",
            summary = "Accredit, reject or put on the waiting list",
            description =
                    "Once the focal point has approved, where the category needs one, and once the expression of interest is"
                            + " accredited, where it needs that. From the waiting list somebody is promoted"
                            + " with `accredited`; `reconsidered` takes a rejection back, and all is decided anew. Whoever"
                            + " decided on another version than the present one is refused.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "Accredited", value = "{\"decision\": \"accredited\"}")))
    @Fails({
        "edition-not-found",
        "stale-version",
        "not-at-this-step",
        "own-registration",
        "interest-not-accredited",
        "quota-full"
    })
    public RegistrationView decide(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The registration.", example = SOMEBODY) UUID id,
            @Valid @NotNull DecisionInput input) {
        var rules = editions.require(edition).registration();
        var registration = access.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(registration.version());
        RequestProblem.requireNone(input.faults());
        registration.requireOfAnother(caller.subject());
        var now = clock.instant();
        var by = caller.subject();
        switch (input.decision()) {
            case ACCREDITED -> {
                registrar.requireInterestAccredited(registration, rules);
                registrar.step(
                        registration,
                        RegistrationChange.ACCREDITED,
                        () -> registration.accredit(rules, places, by, now));
            }
            case REJECTED ->
                registrar.step(
                        registration,
                        RegistrationChange.REJECTED,
                        () -> registration.reject(input.reason(), places, by, now));
            case WAITLISTED ->
                registrar.step(
                        registration,
                        RegistrationChange.WAITLISTED,
                        () -> registration.waitlist(rules, input.reason(), places, by, now));
            case RECONSIDERED ->
                registrar.step(registration, RegistrationChange.RECONSIDERED, registration::reconsider);
        }
        return view(registration);
    }

    /** A letter for a visa may be written once more. */
    @POST
    @Path("{id}/visa-approval")
    @Transactional
    @RolesAllowed(Role.ACCREDITATION_OFFICER)
    @RequiresScope("accreditation:decide")
    @Operation(
            operationId = "approveVisaSupport",
            summary = "Approve the letter for a visa anew",
            description =
                    "The accreditation approves it too; after a change of what stands in the letter it needs this, and the person"
                            + " stays accredited meanwhile.")
    @Fails({"edition-not-found", "stale-version", "not-at-this-step", "own-registration"})
    public RegistrationView approveVisa(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The registration.", example = SOMEBODY) UUID id) {
        editions.require(edition);
        var registration = access.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(registration.version());
        registration.requireOfAnother(caller.subject());
        registration.approveVisa(clock.instant());
        registrar.record(RegistrationChange.VISA_APPROVED, registration, List.of("visaLetter"));
        return view(registration);
    }

    /** Which invitation somebody answers. */
    @Schema(name = "InvitationLink", description = "Which invitation somebody answers by coming.")
    record InvitationLink(
            @Schema(
                    description = "The invitation; absent or null for none.",
                    examples = "0190b0a2-5c7a-7000-8000-000000000101")
            UUID invitation) {}

    /** Links a registration to an invitation. */
    @PUT
    @Path("{id}/invitation")
    @Transactional
    @RolesAllowed({Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "putRegistrationInvitation",
            summary = "Say which invitation somebody answers by coming",
            description =
                    "For an invited person who registered under another address than the letter was sent to. An invitation is"
                            + " answered by one registration.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "An invitation",
                                            value = "{\"invitation\": \"0190b0a2-5c7a-7000-8000-000000000101\"}")))
    @Fails({"edition-not-found", "stale-version", "unknown-invitation", "invitation-linked"})
    public RegistrationView putInvitation(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The registration.", example = SOMEBODY) UUID id,
            @Valid @NotNull InvitationLink input) {
        editions.require(edition);
        var registration = access.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(registration.version());
        registration.answers(input.invitation());
        registrar.record(RegistrationChange.INVITATION_LINKED, registration, List.of("invitation"));
        return view(registration);
    }

    /** What happened to one registration. */
    @GET
    @Path("{id}/history")
    @RolesAllowed({Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readRegistrationHistory",
            summary = "What happened to a registration",
            description = "Every change of it, by whom and when, oldest first.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The registration.", example = SOMEBODY) UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "registrations/" + id, page);
    }
}
