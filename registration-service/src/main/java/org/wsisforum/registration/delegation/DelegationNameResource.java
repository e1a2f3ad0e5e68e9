package org.wsisforum.registration.delegation;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.registration.edition.Editions;

/** What delegations there are, for everybody. */
@Path("editions/{edition}/delegation-names")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Delegations")
public class DelegationNameResource {

    @Inject
    Editions editions;

    @Inject
    Pages pages;

    /** What delegations there are. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listDelegationNames",
            summary = "What delegations there are",
            description =
                    "In the order of `delegations`, and nothing but what they are called: for whoever registers with one.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<DelegationSummary> listNames(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid DelegationResource.Filter filter,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        return pages.read(DelegationResource.all(edition, filter), page, Delegation::summary);
    }
}
