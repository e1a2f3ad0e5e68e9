package org.wsisforum.registration.delegation;

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

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
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
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.reference.Country.Category;
import org.wsisforum.kit.seed.SeedFiles;
import org.wsisforum.registration.edition.Editions;
import org.wsisforum.registration.protocol.FrenchOrder;

/** Who comes together to an edition. */
@Path("editions/{edition}/delegations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Delegations", description = "Those who come together, their focal points and their places.")
public class DelegationResource {

    private static final String EXAMPLE = """
            {
              "kind": "ngo",
              "country": "CH",
              "name": { "en": { "value": "Internet Society", "status": "official" } },
              "email": "wsis@isoc.example",
              "quota": { "onSite": 5 }
            }""";

    /** States in the French order of their names, then all others by what they are called. */
    private static final int AFTER_ALL_STATES = Integer.MAX_VALUE;

    private static final String PLACE = "case when kind in ('MEMBER_STATE', 'RESOLUTION_99') then "
            + FrenchOrder.PLACE.formatted("country")
            + " else " + AFTER_ALL_STATES + " end";

    @Inject
    Editions editions;

    @Inject
    Delegations delegations;

    @Inject
    DelegationAccess access;

    @Inject
    Caller caller;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    @Inject
    SeedFiles files;

    /**
     * Which delegations to list.
     *
     * @param kind only of this kind
     * @param country only from this country
     * @param startingWith with which country the States begin
     */
    public record Filter(
            @RestQuery @Parameter(description = "Only those who come in this capacity.", example = "member-state")
            DelegationKind kind,

            @RestQuery @Parameter(description = "Only those from this country, ISO 3166-1.", example = "RW")
            String country,

            @RestQuery
            @Parameter(
                    description =
                            "The Member State that was drawn by lot, ISO 3166-1: the order begins with it, and what comes"
                                    + " before it in the alphabet follows the last one.",
                    example = "CH")
            String startingWith) {

        FrenchOrder order() {
            return FrenchOrder.startingWith(startingWith)
                    .orElseThrow(() -> RequestProblem.VALIDATION_FAILED.because(
                            "\"" + startingWith + "\" is no Member State.",
                            List.of(FieldError.of("startingWith", "unknown", "A Member State, ISO 3166-1."))));
        }

        String countryCode() {
            return country == null
                    ? null
                    : Country.of(country)
                            .map(Country::code)
                            .orElseThrow(() -> RequestProblem.VALIDATION_FAILED.because(
                                    "There is no country \"" + country + "\".",
                                    List.of(FieldError.of("country", "unknown", "ISO 3166-1."))));
        }
    }

    /** Adds a delegation. */
    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "addDelegation",
            summary = "Add a delegation",
            description =
                    "A State is called as its country is, and has one delegation an edition. All Member States at once are"
                            + " added at `delegations/member-states`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "An organization", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "It was added; `Location` says where it is.",
            content = @Content(schema = @Schema(implementation = DelegationView.class)))
    @Fails({"edition-not-found", "country-has-delegation", "delegation-name-taken", "language-not-of-edition"})
    public RestResponse<DelegationView> add(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @Valid @NotNull DelegationInput input) {
        var year = editions.require(edition);
        Editions.requireLanguages(year, input.name(), "/name");
        RequestProblem.requireNone(input.faults());
        var delegation = new Delegation(edition, input);
        delegations.persist(delegation);
        changes.record(Change.of(DelegationChange.ADDED, edition, subject(delegation)));
        return RestResponse.ResponseBuilder.<DelegationView>create(201, null)
                .header(HttpHeaders.LOCATION, "/registration/v1/editions/" + edition + "/" + subject(delegation))
                .entity(DelegationView.of(delegation))
                .build();
    }

    /**
     * What all Member States get.
     *
     * @param quota how many each may have
     */
    @Schema(name = "MemberStatesInput", description = "What the delegation of each Member State gets.")
    record MemberStatesInput(
            @Valid @Schema(description = "How many each may have; absent for as many as wish.")
            Quota quota) {}

    /**
     * How many Member States there are now.
     *
     * @param added by this request
     * @param present before
     */
    @Schema(name = "MemberStatesAdded", description = "How many Member States have a delegation now.")
    public record MemberStatesAdded(
            @Schema(description = "By this request.", examples = "193")
            int added,

            @Schema(description = "Before; these were left as they are.", examples = "0")
            int present) {}

    /** Adds a delegation of each Member State that has none. */
    @POST
    @Path("member-states")
    @Transactional
    @Idempotent
    @RolesAllowed({Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "addMemberStates",
            summary = "Add the delegations of all Member States",
            description =
                    "Of those that have none yet; the others are left as they are, so it can be asked for as often as one"
                            + " likes.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(name = "Ten places each", value = "{\"quota\": {\"onSite\": 10}}")))
    @APIResponse(
            responseCode = "200",
            description = "Each Member State has a delegation.",
            content = @Content(schema = @Schema(implementation = MemberStatesAdded.class)))
    @Fails("edition-not-found")
    public RestResponse<MemberStatesAdded> addMemberStates(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @Valid @NotNull MemberStatesInput input) {
        editions.require(edition);
        files.oneAtATime("delegations/" + edition);
        var present = delegations.states(edition);
        var states = FrenchOrder.alphabetical().countries().stream()
                .filter(country -> country.category() == Category.MEMBER_STATE)
                .toList();
        var added = states.stream()
                .filter(country -> !present.contains(country.code()))
                .map(country -> new Delegation(
                        edition,
                        new DelegationInput(DelegationKind.MEMBER_STATE, country.code(), null, null, input.quota())))
                .toList();
        delegations.persist(added);
        changes.recordAll(added.stream()
                .map(delegation -> Change.of(DelegationChange.ADDED, edition, subject(delegation)))
                .toList());
        return RestResponse.ok(new MemberStatesAdded(added.size(), states.size() - added.size()));
    }

    /** Delegations that the caller may see. */
    @GET
    @RolesAllowed({Role.FOCAL_POINT, Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "listDelegations",
            summary = "Delegations",
            description =
                    "Those that the caller is focal point of; all of the edition for the secretariat and the accreditation"
                            + " officers. States in the French alphabetical order of their names, as they are seated; then all"
                            + " others by what they are called.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<DelegationView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid Filter filter,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        var list = all(edition, filter)
                .whereIfGiven(
                        "id in (select delegation from FocalPoint where subject = :subject and endedAt is null)",
                        "subject",
                        access.isOffice() ? null : caller.subject());
        return pages.read(list, page, DelegationView::of);
    }

    static Keyset<Delegation> all(String edition, Filter filter) {
        var order = filter.order();
        return Keyset.of(Delegation.class)
                .where("edition = :edition", "edition", edition)
                // Gives the order its value; where somebody is from is a country, so it leaves nobody out.
                .where("(country is null or " + FrenchOrder.IS_LISTED.formatted("country") + ")", "order", order.line())
                .whereIfGiven("kind = :kind", "kind", filter.kind())
                .whereIfGiven("country = :country", "country", filter.countryCode())
                .orderedBy(
                        PLACE,
                        Integer.class,
                        delegation -> delegation.kind().isOfAState()
                                ? (Integer) order.placeOf(delegation.country())
                                : (Integer) AFTER_ALL_STATES)
                .orderedBy("nameKey", String.class, Delegation::nameKey)
                .orderedBy("id", UUID.class, Delegation::id);
    }

    /** One delegation. */
    @GET
    @Path("{id}")
    @RolesAllowed({Role.FOCAL_POINT, Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readDelegation",
            summary = "A delegation",
            description =
                    "How many places it has and how many are taken. A focal point sees its own, and nothing where another's is.")
    @Fails("edition-not-found")
    public DelegationView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id) {
        editions.require(edition);
        return DelegationView.of(access.requireVisible(edition, id, LockModeType.NONE));
    }

    /** Changes a delegation. */
    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RolesAllowed({Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "patchDelegation",
            summary = "Change a delegation or its quota",
            description =
                    "A merge patch (RFC 7396). A quota is never lower than the places that are taken; one that is removed lets"
                            + " as many come as wish.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = DelegationDetails.class),
                            examples =
                                    @ExampleObject(
                                            name = "Twelve at the venue",
                                            value = "{\"quota\": {\"onSite\": 12}}")))
    @Fails({
        "edition-not-found",
        "stale-version",
        "invalid-patch",
        "quota-below-taken",
        "delegation-name-taken",
        "language-not-of-edition"
    })
    public DelegationView patch(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id,
            MergePatch patch) {
        var year = editions.require(edition);
        var delegation = access.requireVisible(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(delegation.version());
        var wanted = patch.applyTo(delegation.details());
        RequestProblem.requireNone(wanted.faults());
        Editions.requireLanguages(year, wanted.name(), "/name");
        var fields = delegation.rewrite(wanted);
        if (!fields.isEmpty()) {
            changes.record(access.toldToFocalPoints(
                    delegation.id(),
                    Change.of(DelegationChange.CHANGED, edition, subject(delegation), fields.toArray(String[]::new))));
        }
        return DelegationView.of(delegation);
    }

    /** Takes a delegation out. */
    @DELETE
    @Path("{id}")
    @Transactional
    @RolesAllowed({Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "deleteDelegation",
            summary = "Take a delegation out",
            description = "One that was added by mistake: not once anybody acted for it or registered with it.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Fails({"edition-not-found", "stale-version", "delegation-in-use"})
    public void delete(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id) {
        editions.require(edition);
        var delegation = access.requireVisible(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(delegation.version());
        delegations.delete(delegation);
        changes.record(Change.of(DelegationChange.REMOVED, edition, subject(delegation)));
    }

    /** What happened to one delegation. */
    @GET
    @Path("{id}/history")
    @RolesAllowed({Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readDelegationHistory",
            summary = "What happened to a delegation",
            description = "Every change of it, by whom and when, oldest first.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "delegations/" + id, page);
    }

    static String subject(Delegation delegation) {
        return "delegations/" + delegation.id();
    }
}
