package org.wsisforum.kit.changes;

import java.util.List;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.kit.problem.Fails;

/** The change feed of a service. */
@Path("editions/{edition}/changes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Changes")
public class ChangeResource {

    @Inject
    Changes changes;

    @Inject
    SecurityIdentity identity;

    @ConfigProperty(name = "wsis.service")
    String service;

    /** Some changes, oldest first. */
    @Schema(name = "ChangeFeed")
    public record Feed(
            List<ChangeEvent> items,

            @Schema(description = "The cursor to send as `since` next time.")
            String cursor,

            @Schema(description = "Whether there is more to read at once.")
            boolean more) {}

    /** What to read of the feed. */
    public record Selection(
            @RestQuery
            @Parameter(description = "Cursor of an earlier answer, or `now`; without it, the feed from its beginning.")
            String since,

            @RestQuery
            @Parameter(
                    description = "Full type; may be given several times.",
                    example = "org.wsisforum.agenda.session.moved.v1")
            List<String> type,

            @RestQuery @Parameter(description = "Subject, below the edition.")
            String subject,

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
                    its person. Deleted things leave a change whose type ends in `deleted.v1`. To keep a copy in step: take \
                    `since=now`, read the lists, then follow from the cursor.""")
    @Fails({"change-cursor-not-valid", "cursor-too-old"})
    public RestResponse<Feed> read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid Selection selection) {
        var trusted =
                !identity.isAnonymous() && identity.checkPermissionBlocking(new StringPermission(service, "read"));
        var page = "now".equals(selection.since())
                ? new ChangePage(List.of(), changes.now(), false)
                : changes.after(
                        edition,
                        selection.since() == null || selection.since().isEmpty()
                                ? null
                                : ChangeCursor.read(selection.since()),
                        selection.type(),
                        selection.subject(),
                        changes.readers(identity, trusted, delegation()),
                        selection.limit());
        var feed = new Feed(
                page.rows().stream()
                        .map(row -> ChangeEvent.of(row, service, trusted))
                        .toList(),
                page.next().write(),
                page.more());
        return RestResponse.ResponseBuilder.ok(feed)
                // A copy that is kept in step must not be told what a cache knew half a minute ago.
                .header(HttpHeaders.CACHE_CONTROL, identity.isAnonymous() ? "no-cache" : "private, no-store")
                .build();
    }

    private String delegation() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.getClaim("delegation")
                : identity.getAttribute("delegation");
    }
}
