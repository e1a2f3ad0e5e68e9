package org.wsisforum.kit.problem;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that says it is larger than the service takes, before it is read. Quarkus does so too, without a word. */
@ApplicationScoped
class LargeBody {

    /** Before the server's own check, which stands at -2. */
    private static final int BEFORE_THE_SERVERS = -10;

    /** For so long the rest is read and dropped, lest the refusal be torn away from a client that is still sending. */
    private static final long PATIENCE_MS = 2_000;

    @Inject
    Problems problems;

    @Inject
    ObjectMapper json;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M")
    MemorySize most;

    void mount(@Observes Router router) {
        router.route().order(BEFORE_THE_SERVERS).handler(this::refuseIfTooLarge);
    }

    private void refuseIfTooLarge(RoutingContext context) {
        if (length(context.request()) <= most.asLongValue()) {
            context.next();
            return;
        }
        var request = context.request();
        context.response()
                .setStatusCode(RequestProblem.CONTENT_TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(problem(request.path()));
        var connection = request.connection();
        var timer = vertx.setTimer(PATIENCE_MS, late -> connection.close());
        connection.closeHandler(closed -> vertx.cancelTimer(timer));
        request.handler(dropped -> {}).endHandler(end -> connection.close()).resume();
    }

    private static long length(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            // The server refuses it for what it is.
            return 0;
        }
    }

    private String problem(String path) {
        try {
            return json.writeValueAsString(problems.describe(
                    RequestProblem.CONTENT_TOO_LARGE,
                    "No body may have more than " + most.asLongValue() + " bytes here.",
                    path,
                    List.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is no JSON", e);
        }
    }
}
