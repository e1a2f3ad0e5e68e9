package org.wsisforum.registration.member;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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

import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.registration.delegation.DelegationAccess;
import org.wsisforum.registration.edition.Editions;
import org.wsisforum.registration.registration.Delegates.Delegate;

/** Who stands in a delegation, and who leads it. */
@Path("editions/{edition}/delegations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Role.FOCAL_POINT, Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
@Tag(name = "Delegations")
public class MemberResource {

    @Inject
    Editions editions;

    @Inject
    DelegationAccess access;

    @Inject
    Members members;

    @Inject
    Precedences precedences;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    @Inject
    Pages pages;

    /** A member and its place in the order. */
    private record Placed(int place, MemberView member) {

        String key() {
            return "%06d".formatted(place);
        }
    }

    /** The members of a delegation. */
    @GET
    @Path("{id}/members")
    @RequiresScope("registration:read")
    @Operation(
            operationId = "listDelegationMembers",
            summary = "The members of a delegation",
            description =
                    "Whoever has handed in a registration with it that was not turned down. The head, the deputy head, then"
                            + " by the edition's ladder of offices, within one as the focal point ordered them, then by name."
                            + " `vip` tells in which class of honour each is received and why: by the edition's rules of"
                            + " protocol, of which some depend on who else comes from the country.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<MemberView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id,
            @BeanParam @Valid PageRequest page) {
        var year = editions.require(edition);
        var delegation = access.require(edition, id);
        var all = members.inOrder(year, delegation);
        var placed = IntStream.range(0, all.size())
                .mapToObj(place -> new Placed(place, all.get(place)))
                .toList();
        return pages.readKept(placed, "", Placed::key, page, null, shown -> shown.stream()
                .map(Placed::member)
                .toList());
    }

    /** Who leads a delegation, and the order of its members. */
    @GET
    @Path("{id}/order")
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readDelegationOrder",
            summary = "Who leads a delegation, and the order of its members",
            description = "As its focal point said. Its ETag is what changing any of it needs.")
    @Fails("edition-not-found")
    public PrecedenceView readOrder(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id) {
        editions.require(edition);
        access.require(edition, id);
        return PrecedenceView.of(precedences.of(id));
    }

    /**
     * In what order members are named.
     *
     * @param order of their registrations
     */
    @Schema(name = "DelegationOrderInput", description = "In what order the members of a delegation are named.")
    record OrderInput(
            @NotNull
            @Size(max = 1000)
            @Schema(description = "Their registrations; members that are missing follow by name.")
            List<@NotNull UUID> order) {}

    /** Orders the members of a delegation. */
    @PUT
    @Path("{id}/order")
    @Transactional
    @RequiresScope("registration:write")
    @Operation(
            operationId = "putDelegationOrder",
            summary = "Order the members of a delegation",
            description =
                    "Within one office of the edition's ladder; who holds a higher one is named before whatever this says.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "Two members",
                                            value = "{\"order\": [\"0190b0a2-5c7a-7000-8000-000000000502\","
                                                    + " \"0190b0a2-5c7a-7000-8000-000000000501\"]}")))
    @Fails({"edition-not-found", "stale-version", "no-member"})
    public PrecedenceView putOrder(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id,
            @Valid @NotNull OrderInput input) {
        var order = input.order().stream().distinct().toList();
        return change(edition, id, order, "/order", "order", precedence -> precedence.order(order));
    }

    /**
     * Who leads.
     *
     * @param registration of the member; null for nobody
     */
    @Schema(name = "DelegationLead", description = "Who leads a delegation.")
    record LeadInput(
            @Schema(
                    description = "The registration of the member; absent for nobody.",
                    examples = "0190b0a2-5c7a-7000-8000-000000000501")
            UUID registration) {

        List<UUID> named() {
            return registration == null ? List.of() : List.of(registration);
        }
    }

    /** Makes a member the head. */
    @PUT
    @Path("{id}/head")
    @Transactional
    @RequiresScope("registration:write")
    @Operation(
            operationId = "putDelegationHead",
            summary = "Say who is the head of a delegation",
            description =
                    "A member, or nobody. What people call themselves on their registrations does not count. Needs `If-Match`"
                            + " with the ETag of `order`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "A member",
                                            value = "{\"registration\": \"0190b0a2-5c7a-7000-8000-000000000501\"}")))
    @Fails({"edition-not-found", "stale-version", "no-member"})
    public PrecedenceView putHead(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id,
            @Valid @NotNull LeadInput input) {
        return change(
                edition,
                id,
                input.named(),
                "/registration",
                "head",
                precedence -> precedence.lead(input.registration()));
    }

    /** Makes a member the deputy head. */
    @PUT
    @Path("{id}/deputy-head")
    @Transactional
    @RequiresScope("registration:write")
    @Operation(
            operationId = "putDelegationDeputyHead",
            summary = "Say who is the deputy head of a delegation",
            description = "As for the head.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "Nobody", value = "{\"registration\": null}")))
    @Fails({"edition-not-found", "stale-version", "no-member"})
    public PrecedenceView putDeputyHead(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id,
            @Valid @NotNull LeadInput input) {
        return change(
                edition,
                id,
                input.named(),
                "/registration",
                "deputyHead",
                precedence -> precedence.deputize(input.registration()));
    }

    private PrecedenceView change(
            String edition, UUID id, List<UUID> named, String pointer, String field, Consumer<Precedence> how) {
        editions.require(edition);
        access.requireToDecide(edition, id);
        var precedence = precedences.toChange(id);
        preconditions.requireSeen(precedence.version());
        requireMembers(edition, id, named, pointer);
        how.accept(precedence);
        changes.record(access.toldToFocalPoints(
                id, Change.of(MemberChange.ORDER_CHANGED, edition, "delegations/" + id, field)));
        return PrecedenceView.of(precedence);
    }

    private void requireMembers(String edition, UUID delegation, List<UUID> named, String pointer) {
        if (named.isEmpty()) {
            return;
        }
        var members = this.members.registered(edition, delegation).stream()
                .map(Delegate::id)
                .collect(Collectors.toSet());
        var faults = IntStream.range(0, named.size())
                .filter(place -> !members.contains(named.get(place)))
                .mapToObj(place -> FieldError.at(
                        pointer.equals("/order") ? pointer + "/" + place : pointer,
                        "no-member",
                        "No member of this delegation."))
                .toList();
        if (!faults.isEmpty()) {
            throw MemberProblem.NO_MEMBER.because("Name members of the delegation by their registrations.", faults);
        }
    }
}
