package org.wsisforum.kit.conditional;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;

/** Tags answers that are JSON or {@link Tagged}, says who may cache them, and answers 304 to whoever has them already. */
@Provider
@Priority(Priorities.USER - 1000)
public class ConditionalFilter implements ContainerResponseFilter {

    static final String PRIVATE = "private, no-store";

    @Inject
    ObjectMapper json;

    @Inject
    SecurityIdentity identity;

    @Inject
    Freshness freshness;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var isRead = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        // Where a method has found by itself that its answer is known, that is kept by caches as the answer would be.
        var isKnownAlready = isRead && response.getStatus() == 304;
        if (!isKnownAlready && (response.getStatus() < 200 || response.getStatus() >= 300)) {
            return;
        }
        if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.CACHE_CONTROL,
                            isRead && identity.isAnonymous() ? freshness.forEverybody() : PRIVATE);
        }
        if (isRead) {
            // Authorization: an answer for everybody must not be given to somebody who would be shown more, or less.
            response.getHeaders()
                    .putSingle(HttpHeaders.VARY, "Accept, Accept-Language, Accept-Encoding, Authorization");
        }
        var version = request.getProperty(VersionFilter.VERSION) instanceof Long v
                ? OptionalLong.of(v)
                : OptionalLong.empty();
        if (isRead && response.getEntity() instanceof Tagged answer) {
            var tag = Tag.of(answer.determinedBy().getBytes(StandardCharsets.UTF_8), OptionalLong.empty());
            if (!isKnown(request, response, tag, true)) {
                // Where a method answers in several forms, one of them JSON, its fields would be written as JSON.
                StreamingOutput written = answer::write;
                response.setEntity(
                        answer.atHand().map(Object.class::cast).orElse(written), null, response.getMediaType());
            }
            return;
        }
        if (response.getEntity() == null || !isJson(response.getMediaType()) || (!isRead && version.isEmpty())) {
            return;
        }
        var bytes = bytes(response.getEntity());
        var tag = Tag.of(bytes, version);
        if (!isKnown(request, response, tag, isRead)) {
            response.setEntity(bytes, null, response.getMediaType());
        }
    }

    /** Tags the answer, and empties it where it is one to a read and the reader has it already. */
    private static boolean isKnown(
            ContainerRequestContext request, ContainerResponseContext response, String tag, boolean isRead) {
        response.getHeaders().putSingle(HttpHeaders.ETAG, '"' + tag + '"');
        var ifNoneMatch = request.getHeaders().getOrDefault(HttpHeaders.IF_NONE_MATCH, List.of());
        if (!isRead || response.getStatus() != 200 || !Tag.noneMatchHits(ifNoneMatch, tag)) {
            return false;
        }
        response.setStatus(304);
        response.setEntity(null);
        return true;
    }

    private byte[] bytes(Object entity) {
        try {
            return entity instanceof byte[] written ? written : json.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A view of " + entity.getClass().getSimpleName() + " is no JSON", e);
        }
    }

    private static boolean isJson(MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }
}
