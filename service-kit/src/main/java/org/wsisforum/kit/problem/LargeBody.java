package org.wsisforum.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.configuration.MemorySize;
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

    @Inject
    EarlyRefusals refusals;

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
        refusals.refuse(
                context.request(),
                RequestProblem.CONTENT_TOO_LARGE,
                "No body may have more than " + most.asLongValue() + " bytes here.");
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
}
