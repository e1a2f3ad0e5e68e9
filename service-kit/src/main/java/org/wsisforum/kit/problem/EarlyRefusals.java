package org.wsisforum.kit.problem;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Refuses requests before they come to where problems are thrown, with the problem that belongs to it all the same. */
@ApplicationScoped
class EarlyRefusals {

    /** For so long the rest is read and dropped, lest the refusal be torn away from a client that is still sending. */
    private static final long PATIENCE_MS = 2_000;

    @Inject
    Problems problems;

    @Inject
    ObjectMapper json;

    @Inject
    Vertx vertx;

    /** Refuses a request; its connection ends with it, so that nobody has to know where the request does. */
    void refuse(HttpServerRequest request, ProblemType type, String detail) {
        request.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(problem(type, detail, request.path()))
                .onComplete(written -> drop(request));
    }

    private void drop(HttpServerRequest request) {
        var connection = request.connection();
        if (request.isEnded()) {
            connection.close();
            return;
        }
        var timer = vertx.setTimer(PATIENCE_MS, late -> connection.close());
        connection.closeHandler(closed -> vertx.cancelTimer(timer));
        request.handler(dropped -> {}).endHandler(end -> connection.close()).resume();
    }

    private String problem(ProblemType type, String detail, String path) {
        try {
            return json.writeValueAsString(problems.describe(type, detail, path, List.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is no JSON", e);
        }
    }
}
