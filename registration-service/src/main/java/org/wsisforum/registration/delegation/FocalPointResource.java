package org.wsisforum.registration.delegation;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.text.OneLine;
import org.wsisforum.kit.time.ForumClock;
import org.wsisforum.registration.edition.Editions;

/** Who acts for a delegation. */
@Path("editions/{edition}/delegations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Delegations")
public class FocalPointResource {

    private static final String APPOINT = """
            {
              "person": {
                "subject": "5a2b6f4e-31c0-4f0e-9d0e-2f7c1f0e9a11",
                "name": "Aline Uwase",
                "email": "aline@minict.example"
              },
              "letter": "MINICT/2021/117 of 3 February 2021"
            }""";

    private static final String HAND_OVER = """
            {
              "to": {
                "subject": "77ab0c2e-8c9f-4d0d-a2a0-5f8f0d7be611",
                "name": "Eric Mugisha",
                "email": "eric@minict.example"
              },
              "letter": "MINICT/2021/140 of 1 March 2021"
            }""";

    @Inject
    Editions editions;

    @Inject
    Delegations delegations;

    @Inject
    FocalPoints focalPoints;

    @Inject
    DelegationAccess access;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    /** Who acts for a delegation, and who did. */
    @GET
    @Path("{id}/focal-points")
    @RolesAllowed({Role.FOCAL_POINT, Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "listFocalPoints",
            summary = "Who acts for a delegation",
            description = "And who did, with the letters by which that began and ended. In the order of appointment.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<FocalPointView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        access.requireVisible(edition, id, LockModeType.NONE);
        var list = Keyset.of(FocalPoint.class)
                .where("delegation = :delegation", "delegation", id)
                .orderedBy("appointedAt", Instant.class, FocalPoint::appointedAt)
                .orderedBy("id", UUID.class, FocalPoint::id);
        return pages.read(list, page, this::view);
    }

    /** Appoints a focal point or a deputy. */
    @POST
    @Path("{id}/focal-points")
    @Transactional
    @Idempotent
    @RolesAllowed({Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "appointFocalPoint",
            summary = "Appoint a focal point or a deputy",
            description =
                    "A delegation has one focal point, and as many deputies as it wishes, who may do the same. From this moment"
                            + " the person acts for the delegation; the account needs the role `focal-point` too, which the realm"
                            + " gives.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "By letter", value = APPOINT)))
    @APIResponse(
            responseCode = "201",
            description = "The person acts for the delegation.",
            content = @Content(schema = @Schema(implementation = FocalPointView.class)))
    @Fails({"edition-not-found", "focal-point-taken", "focal-point-already"})
    public RestResponse<FocalPointView> appoint(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id,
            @Valid @NotNull FocalPointInput input) {
        editions.require(edition);
        var delegation = access.requireVisible(edition, id, LockModeType.PESSIMISTIC_WRITE);
        var appointed =
                new FocalPoint(id, input.person(), input.deputy(), input.letter(), caller.subject(), clock.instant());
        focalPoints.persistAndFlush(appointed);
        delegations.touch(delegation);
        changes.record(
                access.toldToFocalPoints(delegation.id(), change(DelegationChange.FOCAL_POINT_APPOINTED, delegation)));
        return RestResponse.ResponseBuilder.<FocalPointView>create(201, null)
                .entity(view(appointed))
                .build();
    }

    /**
     * Why somebody does not act any more.
     *
     * @param letter by which the delegation says so
     */
    @Schema(name = "FocalPointEnding", description = "By which letter a delegation ends an appointment.")
    record EndingInput(
            @NotBlank
            @OneLine
            @Size(max = 200)
            @Schema(
                    description = "The letter or e-mail of an authorized official that says so.",
                    examples = "MINICT/2021/151 of 9 March 2021")
            String letter) {}

    /** Ends an appointment. */
    @POST
    @Path("{id}/focal-points/{focalPoint}/ending")
    @Transactional
    @RolesAllowed({Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "endFocalPoint",
            summary = "End the appointment of a focal point or a deputy",
            description = "At once: the person's next request finds no delegation. What it decided stays decided.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "By letter",
                                            value = "{\"letter\": \"MINICT/2021/151 of 9 March 2021\"}")))
    @Fails({"edition-not-found", "focal-point-ended"})
    public FocalPointView end(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id,
            @RestPath @Parameter(description = "The appointment.", example = "0190b0a2-5c7a-7000-8000-000000000401")
                    UUID focalPoint,
            @Valid @NotNull EndingInput input) {
        editions.require(edition);
        var delegation = access.requireVisible(edition, id, LockModeType.PESSIMISTIC_WRITE);
        var ended = focalPoints.requireToEnd(id, focalPoint);
        ended.end(input.letter(), caller.subject(), clock.instant());
        delegations.touch(delegation);
        changes.record(access.toldToFocalPoints(delegation.id(), change(DelegationChange.FOCAL_POINT_ENDED, delegation))
                .alsoFor(Audience.person(ended.subject())));
        return view(ended);
    }

    /** Makes somebody else the focal point. */
    @POST
    @Path("{id}/hand-overs")
    @Transactional
    @Idempotent
    @RolesAllowed({Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "handOverFocalPoint",
            summary = "Hand over from one focal point to another",
            description =
                    "Ends the one and appoints the other, in one step: at every moment exactly one person is the focal point."
                            + " A deputy who takes over is no deputy any more. Needs `If-Match` with the delegation's ETag, so"
                            + " that of two hand-overs at once one is refused.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "By letter", value = HAND_OVER)))
    @APIResponse(
            responseCode = "201",
            description = "The new focal point.",
            content = @Content(schema = @Schema(implementation = FocalPointView.class)))
    @Fails({"edition-not-found", "stale-version", "no-focal-point", "focal-point-already"})
    public RestResponse<FocalPointView> handOver(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id,
            @Valid @NotNull HandOverInput input) {
        editions.require(edition);
        var delegation = access.requireVisible(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(delegation.version());
        var before = focalPoints
                .main(id)
                .orElseThrow(() -> DelegationProblem.NO_FOCAL_POINT.because("Appoint one at focal-points."));
        if (before.subject().equals(input.to().subject())) {
            throw DelegationProblem.FOCAL_POINT_ALREADY.because("The person is the focal point already.");
        }
        var now = clock.instant();
        before.end(input.letter(), caller.subject(), now);
        focalPoints
                .deputy(id, input.to().subject())
                .ifPresent(deputy -> deputy.end(input.letter(), caller.subject(), now));
        focalPoints.flush();
        var after = new FocalPoint(id, input.to(), false, input.letter(), caller.subject(), now);
        focalPoints.persistAndFlush(after);
        delegations.touch(delegation);
        changes.record(access.toldToFocalPoints(delegation.id(), change(DelegationChange.HANDED_OVER, delegation))
                .alsoFor(Audience.person(before.subject())));
        return RestResponse.ResponseBuilder.<FocalPointView>create(201, null)
                .entity(view(after))
                .build();
    }

    /** A focal point sees whom it works with; others need the scope for personal data. */
    private FocalPointView view(FocalPoint point) {
        return FocalPointView.of(point, !access.isOffice() || caller.isGranted("registration:read.pii"));
    }

    private static Change change(DelegationChange type, Delegation delegation) {
        return Change.of(type, delegation.edition(), DelegationResource.subject(delegation), "focalPoints");
    }
}
