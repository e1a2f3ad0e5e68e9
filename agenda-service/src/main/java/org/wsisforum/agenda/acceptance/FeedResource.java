package org.wsisforum.agenda.acceptance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.follow.Cursors;
import org.wsisforum.kit.problem.Fails;

/** The switch for the reading of registration-service's changes. */
@Path("editions/{edition}/feeds/registration")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Feeds")
public class FeedResource {

    @Inject
    Editions editions;

    @Inject
    Cursors cursors;

    /**
     * How the switch stands.
     *
     * @param paused whether reading is paused
     */
    @Schema(name = "FeedSwitch", description = "Whether the answers to invitations are being read.")
    public record FeedSwitch(
            @NotNull @Schema(description = "Whether reading is paused.", examples = "true")
            Boolean paused) {}

    /** Whether answers to invitations are read. */
    @GET
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "readRegistrationFeed",
            summary = "Whether answers to invitations are read",
            description =
                    "Whether the agenda follows the answers to the edition's invitations, or its reading is paused."
                            + " How far it has come stands in the service's health, under feed-registration.")
    @Fails("edition-not-found")
    public FeedSwitch read(@RestPath @Parameter(description = "The edition.", example = "2021") String edition) {
        editions.require(edition);
        return new FeedSwitch(cursors.isPaused(AcceptanceFeed.NAME, edition));
    }

    /** Pauses or resumes. */
    @PUT
    @Transactional
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "switchRegistrationFeed",
            summary = "Pause or resume the reading of answers to invitations",
            description =
                    "Once a pause is answered, no statement is opened or withdrawn on account of an invitation, by"
                            + " any copy of the service. When reading is resumed it goes on where it stopped; what came meanwhile"
                            + " is applied, unless the pause was longer than changes are kept: then all answered invitations are"
                            + " read anew.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "Pause", value = "{\"paused\": true}")))
    @Fails("edition-not-found")
    public FeedSwitch put(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @Valid @NotNull FeedSwitch wanted) {
        editions.require(edition);
        cursors.pause(AcceptanceFeed.NAME, edition, wanted.paused());
        return wanted;
    }
}
