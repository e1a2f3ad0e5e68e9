package org.wsisforum.kit.text;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;

import org.wsisforum.kit.text.TextSerializer.Flattening;

/** Gives a reader the one language it asked for, and says where another had to do. */
@Provider
@Priority(Priorities.USER)
public class TextFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String WANTED = TextFilter.class.getName();

    @Inject
    ObjectMapper json;

    /** Reads the wish before the work is done, so that an unknown language costs nothing. */
    @Override
    public void filter(ContainerRequestContext request) {
        if (isRead(request)) {
            WantedLanguage.of(
                            request.getUriInfo().getQueryParameters().getFirst("lang"),
                            request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                    .ifPresent(wanted -> request.setProperty(WANTED, wanted));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(WANTED) instanceof Language wanted)
                || response.getStatus() != 200
                || response.getEntity() == null
                // Written already, or by itself: in the language that was asked for, if it has any.
                || response.getEntity() instanceof byte[]
                || response.getEntity() instanceof StreamingOutput
                || !MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())) {
            return;
        }
        var flattening = new Flattening(wanted);
        try (var buffer = new TokenBuffer(json, false)) {
            json.writer().withAttribute(Flattening.class, flattening).writeValue(buffer, response.getEntity());
            if (!flattening.metText()) {
                return;
            }
            var tree = json.readTree(buffer.asParser());
            if (tree instanceof ObjectNode object) {
                object.set("fallbacks", json.valueToTree(flattening.fallbacks()));
            }
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.CONTENT_LANGUAGE,
                            String.join(
                                    ", ",
                                    flattening.given().stream()
                                            .map(Language::tag)
                                            .toList()));
            response.setEntity(json.writeValueAsBytes(tree), null, response.getMediaType());
        } catch (IOException e) {
            throw new UncheckedIOException("A view that was built cannot be written", e);
        }
    }

    private static boolean isRead(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    }
}
