package org.wsisforum.registration.member;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.registration.delegation.DelegationAccess;
import org.wsisforum.registration.edition.Editions;

/** Entering the members of a delegation at once. */
@Path("editions/{edition}/delegations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Role.FOCAL_POINT, Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
@Tag(name = "Delegations")
public class EnteringResource {

    /** So many members are entered at once at most. */
    static final int MOST = 500;

    private static final String EXAMPLE = """
            {
              "members": [
                { "attendance": "on-site", "role": "head", "rank": "minister", "honorific": "H.E. Ms",
                  "givenName": "Paula", "familyName": "Ingabire", "jobTitle": "Minister of ICT and Innovation",
                  "entity": "Ministry of ICT and Innovation", "email": "paula@minict.example" }
              ]
            }""";

    private static final String TABLE = """
            attendance,role,rank,honorific,givenName,familyName,jobTitle,entity,email
            on-site,head,minister,H.E. Ms,Paula,Ingabire,Minister of ICT,Ministry of ICT,paula@minict.example
            """;

    @Inject
    Editions editions;

    @Inject
    DelegationAccess access;

    @Inject
    Entering entering;

    @Inject
    MemberTable table;

    /**
     * Members to enter.
     *
     * @param members in any order
     */
    @Schema(name = "DelegationMembersInput", description = "Members of a delegation to enter at once.")
    record MembersInput(
            @NotEmpty @Size(max = MOST) @Schema(description = "The members.")
            List<@NotNull MemberInput> members) {}

    /**
     * What came of it.
     *
     * @param entered how many there are
     * @param items each with where it stood
     */
    @Schema(name = "DelegationMembersEntered", description = "Whom a request entered.")
    public record Entered(
            @Schema(description = "How many members were entered.", examples = "12")
            int entered,

            @Schema(description = "Each of them.") List<Item> items) {

        /**
         * A member that was entered.
         *
         * @param pointer where it stood in the body
         * @param registration that was made
         */
        @Schema(name = "DelegationMemberEntered", description = "A member that was entered.")
        public record Item(
                @Schema(description = "Where it stood in the body.", examples = "/members/0")
                String pointer,

                @Schema(
                        description = "The registration that was made.",
                        examples = "0190b0a2-5c7a-7000-8000-000000000501")
                UUID registration) {}
    }

    /** Enters members. */
    @POST
    @Path("{id}/bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @RequiresScope("registration:write")
    @Operation(
            operationId = "enterDelegationMembers",
            summary = "Enter many members of a delegation at once",
            description =
                    "At most 500. All are entered or none: with a fault in any line nothing is stored, and `errors` name each"
                            + " fault by its line (`/members/3/email`; in a table `/lines/4/email`, its head being line 1). Each"
                            + " member is registered and handed in by it, and where the category needs the focal point's"
                            + " approval, approved in its place of the delegation; whoever is called `head` or `deputy-head`"
                            + " leads it. An address that a member of the delegation has already is a fault, so nobody is"
                            + " entered twice. A table is UTF-8, its columns in any order under the names of the JSON fields,"
                            + " separated by commas or by semicolons.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MembersInput.class),
                        examples = @ExampleObject(name = "A minister", value = EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "A minister", value = TABLE))
            })
    @APIResponse(
            responseCode = "201",
            description = "All were entered.",
            content = @Content(schema = @Schema(implementation = Entered.class)))
    @Fails({"edition-not-found", "quota-full", "registration-closed", "table-not-readable"})
    public RestResponse<Entered> enter(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id,
            @Valid @NotNull MembersInput input) {
        var lines = IntStream.range(0, input.members().size())
                .mapToObj(place ->
                        new Entering.Line("/members/" + place, input.members().get(place)))
                .toList();
        return entered(edition, id, lines, List.of());
    }

    /** Enters members from a table. */
    @POST
    @Path("{id}/bulk")
    @Consumes("text/csv")
    @Transactional
    @Idempotent
    @RequiresScope("registration:write")
    @Operation(hidden = true) // One operation in the description, which tells of both forms.
    public RestResponse<Entered> enterTable(@RestPath String edition, @RestPath UUID id, @NotNull String sent) {
        editions.require(edition);
        access.require(edition, id);
        var read = table.read(sent);
        if (read.rows().isEmpty() || read.rows().size() > MOST) {
            throw MemberProblem.TABLE_NOT_READABLE.because("It has between 1 and " + MOST + " rows below its head.");
        }
        var lines = read.rows().stream()
                .map(row -> new Entering.Line("/lines/" + row.number(), row.member()))
                .toList();
        return entered(edition, id, lines, read.faults());
    }

    private RestResponse<Entered> entered(String edition, UUID id, List<Entering.Line> lines, List<FieldError> faults) {
        var year = editions.require(edition);
        var delegation = access.requireToDecide(edition, id);
        var ids = entering.enter(year, delegation, lines, faults);
        var items = IntStream.range(0, ids.size())
                .mapToObj(place -> new Entered.Item(lines.get(place).pointer(), ids.get(place)))
                .toList();
        return RestResponse.ResponseBuilder.<Entered>create(201, null)
                .entity(new Entered(items.size(), items))
                .build();
    }
}
