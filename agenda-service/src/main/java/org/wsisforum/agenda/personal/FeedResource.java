package org.wsisforum.agenda.personal;

import java.net.URI;
import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;

/** The secret address at which a calendar program, which cannot sign in, reads the agenda of a person. */
@Path("editions/{edition}/me/agenda/feed")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.PERSON)
@Tag(name = "My agenda")
public class FeedResource {

    @Inject
    Editions editions;

    @Inject
    Feeds feeds;

    @Inject
    Bookmarks bookmarks;

    @Inject
    Caller caller;

    @ConfigProperty(name = "wsis.public-url")
    String publicUrl;

    /** Whether there is one. */
    @GET
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "readMyFeed",
            summary = "The calendar address of my agenda",
            description = "When it was made and last read; not found if there is none. What it is, is not said again.")
    @Fails("edition-not-found")
    public FeedView read(@RestPath @Parameter(description = "The edition.", example = "2021") String edition) {
        editions.require(edition);
        return feeds.of(caller.subject(), edition)
                .map(feed -> new FeedView(null, feed.madeAt(), feed.readAt()))
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("There is no calendar address of your agenda."));
    }

    /**
     * A new one. Not idempotent by a key, since then the answer would be stored, and the secret with it: who sends the request
     * again gets another address.
     */
    @POST
    @Transactional
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "makeMyFeed",
            summary = "Make a calendar address of my agenda",
            description =
                    "A secret address for a calendar program to subscribe to. It is shown this once; the one before, if there is"
                            + " one, opens nothing more.")
    @APIResponse(
            responseCode = "201",
            description = "The address.",
            content = @Content(schema = @Schema(implementation = FeedView.class)))
    @Fails("edition-not-found")
    public RestResponse<FeedView> make(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition) {
        editions.require(edition);
        var me = caller.subject();
        bookmarks.oneAtATime(me, edition);
        var feed = feeds.of(me, edition).orElseGet(() -> new Feed(me, edition));
        var key = LinkKey.random();
        feed.openWith(key, Instant.now());
        feeds.persistAndFlush(feed);
        var address = URI.create(publicUrl.replaceAll("/+$", "") + "/agenda/v1/editions/" + edition
                + "/me/agenda.ics?key=" + key.secret());
        return RestResponse.ResponseBuilder.<FeedView>create(201, null)
                .entity(new FeedView(address, feed.madeAt(), null))
                .build();
    }

    /** No more. */
    @DELETE
    @Transactional
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "revokeMyFeed",
            summary = "Revoke the calendar address of my agenda",
            description = "It opens nothing more, at once.")
    @APIResponse(responseCode = "204", description = "There is no address.")
    @Fails("edition-not-found")
    public void revoke(@RestPath @Parameter(description = "The edition.", example = "2021") String edition) {
        editions.require(edition);
        feeds.remove(caller.subject(), edition);
    }
}
