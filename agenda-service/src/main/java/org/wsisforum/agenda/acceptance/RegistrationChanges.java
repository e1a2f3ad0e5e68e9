package org.wsisforum.agenda.acceptance;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Registration-service's change feed; apart from {@link RegistrationClient}, since its answers may take as long as they wait. */
@RegisterRestClient(configKey = "registration-changes")
@OidcClientFilter
@Path("/registration/v1/editions/{edition}/changes")
@Produces(MediaType.APPLICATION_JSON)
interface RegistrationChanges {

    @GET
    Uni<String> after(
            @RestPath String edition,
            @RestQuery String since,
            @RestQuery List<String> type,
            @RestQuery int limit,
            @RestQuery long wait);
}
