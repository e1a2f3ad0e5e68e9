package org.wsisforum.registration.partner;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.time.ForumClock;
import org.wsisforum.registration.edition.Editions;

/** What all partners of an edition pledged together. */
@Path("editions/{edition}/pledge-totals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Partners")
public class TotalResource {

    @Inject
    Editions editions;

    @Inject
    Pledges pledges;

    @Inject
    ForumClock clock;

    /** What was pledged and received, as of a moment. */
    @Schema(name = "PledgeTotals", description = "What was pledged to an edition and received.")
    public record Totals(
            @Schema(description = "As of when, by the Forum's time.")
            Instant asOf,

            List<Total> items) {}

    /** What was pledged and received. */
    @GET
    @RolesAllowed({Role.SECRETARIAT, Role.ANALYST})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readPledgeTotals",
            summary = "What was pledged to an edition and received",
            description =
                    "Confirmed pledges by kind, earmark and currency, exact; amounts in different currencies are not added up.")
    @Fails("edition-not-found")
    public Totals read(@RestPath @Parameter(description = "The edition.", example = "2021") String edition) {
        editions.require(edition);
        return new Totals(clock.instant(), pledges.totals(edition));
    }
}
