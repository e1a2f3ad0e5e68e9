package org.wsisforum.kit.trace;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.smallrye.common.vertx.ContextLocals;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;

/** Gives every request an id, and names it and its trace in the answer. */
@ApplicationScoped
class RequestId {

    static final String HEADER = "X-Request-Id";

    /** Where the log, and the problems, find it. */
    static final String KEY = "requestId";

    /** W3C Trace Context, Level 2. */
    private static final String TRACE_RESPONSE = "traceresponse";

    /**
     * Where traces and metrics look for the template of the address. What is refused before it was matched with one would go by
     * the address as it was called, of which there is no end.
     */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final String UNMATCHED = "UNMATCHED";

    /** Before everything that may refuse a request. */
    private static final int FIRST = -1_000;

    /** It goes into the log as it is, so it must be nothing that could pass for something else there. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(RequestId::name);
    }

    private static void name(RoutingContext context) {
        var given = context.request().getHeader(HEADER);
        var id = given != null && HARMLESS.matcher(given).matches()
                ? given
                : IdGenerator.random().generateTraceId();
        MDC.put(KEY, id);
        ContextLocals.put(TEMPLATE, UNMATCHED);
        var response = context.response().putHeader(HEADER, id);
        var span = Span.current().getSpanContext();
        if (span.isValid()) {
            response.putHeader(TRACE_RESPONSE, asHeader(span));
        }
        context.next();
    }

    private static String asHeader(SpanContext span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }
}
