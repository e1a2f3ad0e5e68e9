package org.wsisforum.agenda.acceptance;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What the agenda asks of registration-service, with a token of its own. Answers come as they were sent: which part of one
 * cannot be read, and what that means, is for {@link Registration} to say.
 */
@RegisterRestClient(configKey = "registration")
@OidcClientFilter
@Path("/registration/v1/editions/{edition}")
@Produces(MediaType.APPLICATION_JSON)
interface RegistrationClient {

    @GET
    @Path("invitations")
    String invitations(
            @RestPath String edition, @RestQuery String state, @RestQuery String cursor, @RestQuery int limit);

    @GET
    @Path("invitations/{id}/office")
    String office(@RestPath String edition, @RestPath UUID id);
}
