package org.wsisforum.registration.me;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.registration.delegation.DelegationAccess;
import org.wsisforum.registration.delegation.DelegationSummary;
import org.wsisforum.registration.edition.Editions;
import org.wsisforum.registration.registration.OwnRegistrations;

/** What the signed-in person is to registration. */
@Path("editions/{edition}/me/registration")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.PERSON)
@Tag(name = "My registration", description = "What the signed-in person is to registration.")
public class MyRegistrationResource {

    @Inject
    Editions editions;

    @Inject
    DelegationAccess delegations;

    @Inject
    OwnRegistrations registrations;

    @Inject
    Caller caller;

    /**
     * What the signed-in person is.
     *
     * @param delegations that it acts for now
     * @param registration the own one; null for none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MyRegistration", description = "What the signed-in person is to registration.")
    public record MyRegistration(
            @Schema(description = "The delegations that the person is focal point or deputy of.")
            List<DelegationSummary> delegations,

            @Schema(description = "The own registration; absent for somebody who has none.")
            OwnRegistrations.Own registration) {}

    /** What the signed-in person is. */
    @GET
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readMyRegistration",
            summary = "What I am here",
            description =
                    "The delegations that the caller acts for, and how far the own registration has come. The gateway's `/me` shows it with the other services'.")
    @Fails("edition-not-found")
    public MyRegistration read(@RestPath @Parameter(description = "The edition.", example = "2021") String edition) {
        editions.require(edition);
        return new MyRegistration(
                delegations.mine(edition),
                registrations.of(edition, caller.subject()).orElse(null));
    }
}
