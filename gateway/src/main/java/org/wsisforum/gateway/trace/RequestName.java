package org.wsisforum.gateway.trace;

import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;

/** Names every request and its trace, and records the trace's part in the gateway if it is one that is recorded. */
@Singleton
public class RequestName {

    private static final String ID = "X-Request-Id";
    private static final String TRACE_PARENT = "traceparent";
    private static final String TRACE_STATE = "tracestate";

    /** W3C Trace Context, Level 2. */
    private static final String TRACE_RESPONSE = "traceresponse";

    /** Where the trace's id stands in it, and in what the services are sent. */
    private static final int TRACE_FROM = 3;

    private static final int TRACE_TO = 35;

    /** Before everything that may refuse a request. */
    private static final int FIRST = -1_001;

    /** It goes into logs as it is, so it must be nothing that could pass for something else there. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    private static final TextMapGetter<MultiMap> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(MultiMap headers) {
            return headers.names();
        }

        @Override
        public String get(MultiMap headers, String name) {
            return headers.get(name);
        }
    };

    private final Tracer tracer;

    @Inject
    RequestName(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The id that this answer names. */
    public static String idIn(HttpServerResponse response) {
        return response.headers().get(ID);
    }

    /** The trace that this answer names. */
    public static String traceIn(HttpServerResponse response) {
        return response.headers().get(TRACE_RESPONSE).substring(TRACE_FROM, TRACE_TO);
    }

    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(this::name).failureHandler(this::nameFailed);
    }

    /** An address that is none fails before any handler. */
    private void nameFailed(RoutingContext context) {
        if (idIn(context.response()) == null) {
            name(context);
        } else {
            context.next();
        }
    }

    private void name(RoutingContext context) {
        var request = context.request();
        var headers = request.headers();
        var given = headers.get(ID);
        var id = given != null && HARMLESS.matcher(given).matches()
                ? given
                : IdGenerator.random().generateTraceId();
        var before = W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, HEADERS);
        var span = tracer.spanBuilder(request.method().name())
                .setSpanKind(SpanKind.SERVER)
                .setParent(before)
                .startSpan();
        var trace = span.getSpanContext();
        var here = "00-" + trace.getTraceId() + '-' + trace.getSpanId() + '-'
                + trace.getTraceFlags().asHex();
        // In place of what the client sent, so that everything that goes to a service on its account says the same.
        headers.set(ID, id).set(TRACE_PARENT, here);
        if (trace.getTraceState().isEmpty()) {
            headers.remove(TRACE_STATE);
        }
        MDC.put("requestId", id);
        MDC.put("traceId", trace.getTraceId());
        context.response().putHeader(ID, id).putHeader(TRACE_RESPONSE, here);
        if (span.isRecording()) {
            record(context, span);
        }
        context.next();
    }

    /** Of the address only the path: a query may hold the key of a letter. */
    private static void record(RoutingContext context, Span span) {
        HttpServerRequest request = context.request();
        span.setAttribute("http.request.method", request.method().name()).setAttribute("url.path", request.path());
        context.addHeadersEndHandler(answered -> {
            var status = context.response().getStatusCode();
            span.setAttribute("http.response.status_code", status);
            var fromCache = context.response().headers().get("Cache-Status");
            if (fromCache != null) {
                span.setAttribute("wsis.cache", fromCache);
            }
            if (status >= 500) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        });
    }
}
