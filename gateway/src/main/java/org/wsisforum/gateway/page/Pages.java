package org.wsisforum.gateway.page;

import java.util.function.Function;

import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.wsisforum.gateway.problem.GatewayProblem;
import org.wsisforum.gateway.problem.Problems;

/** Puts the gateway's own pages at their addresses. */
@Singleton
public class Pages {

    private static final String ALLOWED = "GET, HEAD";
    private static final String HTML_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String OTHER_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private final Problems problems;

    Pages(Problems problems) {
        this.problems = problems;
    }

    /** Serves a page; the path may have parameters in the form of Vert.x Web. */
    public void mount(Router router, String path, Function<RoutingContext, Future<Page>> source) {
        router.route(path).handler(context -> {
            var method = context.request().method();
            if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
                context.response().putHeader(HttpHeaders.ALLOW, ALLOWED);
                throw GatewayProblem.METHOD_NOT_ALLOWED.because("This page is only read.");
            }
            source.apply(context)
                    .onSuccess(page -> answer(context, page))
                    .onFailure(failure -> problems.answer(context.request(), problems.refusal(failure)));
        });
    }

    private static void answer(RoutingContext context, Page page) {
        var response = context.response();
        response.putHeader(HttpHeaders.CACHE_CONTROL, page.cacheControl())
                .putHeader(HttpHeaders.ETAG, page.etag())
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader(
                        "Content-Security-Policy",
                        page.contentType().startsWith("text/html") ? HTML_POLICY : OTHER_POLICY);
        if (page.status() == 200
                && EntityTags.areKnown(context.request().headers().getAll(HttpHeaders.IF_NONE_MATCH), page.etag())) {
            response.setStatusCode(304).end();
            return;
        }
        response.setStatusCode(page.status()).putHeader(HttpHeaders.CONTENT_TYPE, page.contentType());
        response.end(Buffer.buffer(page.body()));
    }
}
