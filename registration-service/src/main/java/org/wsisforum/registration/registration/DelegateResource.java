package org.wsisforum.registration.registration;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.registration.delegation.DelegationAccess;
import org.wsisforum.registration.edition.Editions;

/** Registering others: a focal point enters ministers and whoever else has no time for it. */
@Path("editions/{edition}/delegations/{delegation}/registrations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Registrations")
public class DelegateResource {

    @Inject
    Editions editions;

    @Inject
    DelegationAccess delegations;

    @Inject
    Delegates delegates;

    @Inject
    RegistrationAccess access;

    /** Registers somebody of the delegation. */
    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Role.FOCAL_POINT, Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "registerDelegate",
            summary = "Register somebody of a delegation",
            description =
                    "By its focal point, without any action of the person. The registration is handed in, approved by the focal"
                            + " point and takes a place of the delegation at once; it must be complete.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "A minister", value = RegistrationResource.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The person is registered.",
            content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    @Fails({"edition-not-found", "registration-not-complete", "registration-closed", "visa-support-closed", "quota-full"
    })
    public RestResponse<RegistrationView> register(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID delegation,
            @Valid @NotNull RegistrationInput input) {
        editions.require(edition);
        delegations.requireToDecide(edition, delegation);
        var registration = delegates.enter(edition, delegation, input);
        return RestResponse.ResponseBuilder.<RegistrationView>create(201, null)
                .header(HttpHeaders.LOCATION, Registrar.path(registration))
                .entity(RegistrationView.of(registration, access.sight(registration), java.util.List.of()))
                .build();
    }
}
