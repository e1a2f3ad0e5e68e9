package org.wsisforum.registration.edition;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.wsisforum.kit.problem.Fails;

@Path("editions")
@RunOnVirtualThread
@Tag(name = "Editions", description = "Editions of the Forum and their rules.")
public class EditionResource {

    @Inject
    Editions editions;

    /** All editions, by code. */
    @Schema(name = "RegistrationEditions")
    public record All(List<EditionRules> items) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "listRegistrationEditions",
            summary = "The editions of the Forum",
            description = "All editions with the rules of their registration, by code.")
    public All list() {
        return new All(editions.inOrder());
    }

    @GET
    @Path("{edition}")
    @PermitAll
    @Operation(
            operationId = "readRegistrationEdition",
            summary = "An edition and the rules of its registration",
            description = "Dates, languages, deadlines and ways to answer an invitation. Instants are in UTC.")
    @Fails("edition-not-found")
    public EditionRules read(@RestPath @Parameter(description = "The edition.", example = "2021") String edition) {
        return editions.require(edition);
    }
}
