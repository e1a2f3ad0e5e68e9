package org.wsisforum.kit.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.kit.problem.Fails;

/** The change feed of a service, by pages and as a stream. */
@Path("editions/{edition}/changes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Changes")
public class ChangeResource {

    private static final String NOW = "now";

    @Inject
    Changes changes;

    @Inject
    ChangeStream stream;

    @Inject
    LiveChanges live;

    @Inject
    SecurityIdentity identity;

    @ConfigProperty(name = "wsis.service")
    String service;

    /** Which changes are wanted. */
    public record Wanted(
            @RestQuery
            @Parameter(
                    description = "Full type; may be given several times.",
                    example = "org.wsisforum.agenda.session.moved.v1")
            List<String> type,

            @RestQuery
            @Parameter(
                    description = "Subject below the edition: one thing, or all of a kind with `/*` at its end.",
                    example = "sessions/*")
            String subject) {

        ChangeSelection in(String edition, Set<String> readers) {
            return new ChangeSelection(edition, Set.copyOf(type), subject, readers);
        }
    }

    /** Which page of the feed is wanted. */
    public record Page(
            @RestQuery
            @Parameter(
                    description = "Cursor of an earlier answer or of a list, or `now`; without it, from the beginning.")
            String since,

            @RestQuery
            @DefaultValue("50")
            @Min(1)
            @Max(200)
            @Parameter(description = "The most changes to answer.", example = "50")
            int limit) {}

    @GET
    @PermitAll
    @Operation(operationId = "readChanges", summary = "What changed since a cursor", description = """
                    Changes in an order that never skips one, whatever the order in which they were stored. Anonymous callers \
                    read public changes; a token with the service's read scope adds those for its roles, its delegation and \
                    its person. Who did it is told to those who read of a change by a role of theirs. Deleted things leave a \
                    change whose type ends in `deleted.v1`, kept for 90 days like all. To keep a copy in step: read a list, \
                    then follow from the cursor in its `links.changes`; apply changes as “read this again”, so that one \
                    heard twice does no harm.""")
    @Fails({"change-cursor-not-valid", "cursor-too-old"})
    public RestResponse<ChangeFeed> read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid Wanted wanted,
            @BeanParam @Valid Page page,
            @RestQuery
                    @DefaultValue("0")
                    @Min(0)
                    @Max(25)
                    @Parameter(
                            description = "Seconds to wait for a change when there is none, 25 at most; it is answered"
                                    + " at once when there is.",
                            example = "25")
                    int wait)
            throws InterruptedException {
        var selection = wanted.in(edition, readers());
        var feed = ChangeFeed.of(
                page(selection, since(page.since()), page.limit(), Duration.ofSeconds(wait)),
                service,
                change -> change.isWorkOf(selection.readers()));
        return RestResponse.ResponseBuilder.ok(feed)
                // A copy that is kept in step must not be told what a cache knew half a minute ago.
                .header(HttpHeaders.CACHE_CONTROL, identity.isAnonymous() ? "no-cache" : "private, no-store")
                .build();
    }

    private ChangePage page(ChangeSelection selection, ChangeCursor since, int limit, Duration wait)
            throws InterruptedException {
        var end = System.nanoTime() + wait.toNanos();
        // Before the page is read, so that nothing falls between the page and the wait.
        var link = stream.latest();
        var page = changes.after(selection, since, limit);
        while (page.changes().isEmpty() && link != null && System.nanoTime() < end) {
            link = stream.after(link, Duration.ofNanos(end - System.nanoTime()));
            if (link != null && selection.matches(link.change())) {
                page = changes.after(selection, since, limit);
            }
        }
        return page;
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermitAll
    @Operation(operationId = "followChanges", summary = "What changes, as it happens", description = """
                    The same changes as server-sent events: `data` is the change, `id` its cursor. A stream that breaks off \
                    goes on where it stopped with `Last-Event-ID`, which browsers send by themselves. Every 15 seconds a \
                    comment shows that the stream is alive, and moves the id on. It ends with the token it was opened with, \
                    and when its reader does not keep up; come back with the last id.""")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "One change", value = """
                                    id: q3Rk0dX1b7n2Zs8uJm4w5A
                                    data: {"specversion":"1.0","type":"org.wsisforum.agenda.session.moved.v1",…}

                                    """)))
    @Fails({"change-cursor-not-valid", "cursor-too-old"})
    public void follow(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid Wanted wanted,
            @RestQuery @Parameter(description = "Cursor of an earlier answer or of a list; without it, from now on.")
                    String since,
            @RestHeader("Last-Event-ID")
                    @Parameter(description = "The id of the last event that came; goes before `since`.")
                    String lastEventId,
            @Context HttpServerRequest request,
            @Context SseEventSink sink,
            @Context Sse sse) {
        var reader = new LiveChanges.Reader(wanted.in(edition, readers()), endOfCredential());
        var from = lastEventId != null && !lastEventId.isBlank() ? lastEventId : since;
        // Nothing on the way may hold events back.
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader("X-Accel-Buffering", "no");
        live.begin(reader, from == null || from.isEmpty() ? changes.now() : since(from), sink, sse, () -> cut(request));
    }

    private static void cut(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    private ChangeCursor since(String since) {
        if (since == null || since.isEmpty()) {
            return null;
        }
        return since.equals(NOW) ? changes.now() : ChangeCursor.read(since);
    }

    private Set<String> readers() {
        var isTrusted =
                !identity.isAnonymous() && identity.checkPermissionBlocking(new StringPermission(service, "read"));
        return ChangeSelection.readers(identity, isTrusted);
    }

    private Instant endOfCredential() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.MAX;
    }
}
