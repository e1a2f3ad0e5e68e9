package org.wsisforum.gateway.route;

import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

import org.wsisforum.gateway.cache.Answers;
import org.wsisforum.gateway.cache.Decision;
import org.wsisforum.gateway.cache.Feeds;
import org.wsisforum.gateway.cache.Fill;
import org.wsisforum.gateway.cache.Following;
import org.wsisforum.gateway.cache.Kept;
import org.wsisforum.gateway.cache.Reading;
import org.wsisforum.gateway.limit.ClientAddress;
import org.wsisforum.gateway.page.EntityTags;
import org.wsisforum.gateway.problem.GatewayProblem;
import org.wsisforum.gateway.problem.Problems;
import org.wsisforum.gateway.problem.Refusal;
import org.wsisforum.gateway.problem.UnreadBody;
import org.wsisforum.gateway.upstream.Call;
import org.wsisforum.gateway.upstream.Service;
import org.wsisforum.gateway.upstream.Upstreams;

/** What happens to a request between client and service. */
@Singleton
class Forwarding implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Forwarding.class);
    private static final String CALL = "call";
    private static final String REFUSAL = "refusal";
    private static final String KEPT = "kept";

    private final Upstreams upstreams;
    private final Answers answers;
    private final Following following;
    private final Problems problems;
    private final Limits limits;
    private final Shedding shedding;
    private final ClientAddress client;

    @Inject
    Forwarding(
            Upstreams upstreams,
            Answers answers,
            Following following,
            Problems problems,
            Limits limits,
            Shedding shedding,
            ClientAddress client) {
        this.upstreams = upstreams;
        this.answers = answers;
        this.following = following;
        this.problems = problems;
        this.limits = limits;
        this.shedding = shedding;
        this.client = client;
    }

    /** Opens the request to a copy of the service that the path names. */
    Future<HttpClientRequest> open(ProxyContext context) {
        var request = context.request();
        var service = serviceOf(request.getURI());
        var overload = shedding.refusal(service, request.proxiedRequest());
        if (overload.isPresent()) {
            return Future.failedFuture(overload.get());
        }
        var brokeOff = context.get(CALL, Call.class);
        var opened = brokeOff == null ? upstreams.open(service) : upstreams.openElsewhere(service, brokeOff);
        return opened.map(call -> {
            context.set(CALL, call);
            if (request.getBody() == null) {
                if (Feeds.isFeed(request.proxiedRequest().path())) {
                    call.awaitNews();
                } else {
                    call.awaitAnswer();
                }
            }
            return call.request();
        });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var request = context.request();
        var fromClient = request.proxiedRequest();
        EndToEndHeaders.keepOnly(request.headers());
        EndToEndHeaders.sayOrigin(request.headers(), fromClient, client.of(fromClient));
        // The gateway has answered 100 Continue by itself.
        request.headers().remove(HttpHeaders.EXPECT);
        if (UnreadBody.isExpected(fromClient)) {
            var body = bounded(context);
            return context.sendRequest().recover(failure -> {
                if (!body.isTooLarge()) {
                    blame(context, failure);
                }
                end(context);
                return refuse(context, body.isTooLarge() ? Gate.tooLarge(limits) : refusalOf(context, failure));
            });
        }
        request.setBody(null);
        fromClient.resume();
        return Reading.of(fromClient, serviceOf(request.getURI()))
                .map(answers::ask)
                .orElse(Future.succeededFuture(new Decision.Alone()))
                .compose(decision -> switch (decision) {
                    case Kept kept -> give(context, kept);
                    case Fill fill -> askForAll(context, fill);
                    case Decision.Alone _ -> askForItself(context);
                });
    }

    private Future<ProxyResponse> askForItself(ProxyContext context) {
        return send(context).recover(failure -> {
            end(context);
            return refuse(context, refusalOf(context, failure));
        });
    }

    private Future<ProxyResponse> askForAll(ProxyContext context, Fill fill) {
        fill.prepare(context.request().headers());
        return send(context)
                .compose(answer -> {
                    var call = context.get(CALL, Call.class);
                    call.began(answer.getStatusCode());
                    return fill.take(
                                    answer.getStatusCode(),
                                    answer.headers(),
                                    () -> call.wholeBody(answer.getBody().stream()))
                            .compose(kept -> {
                                if (kept.isEmpty()) {
                                    return Future.succeededFuture(unlessKnown(context, answer));
                                }
                                end(context);
                                answer.release();
                                return give(context, kept.get());
                            });
                })
                .recover(failure -> {
                    end(context);
                    if (isGone(context)) {
                        fill.abandoned();
                    }
                    return fill.failed()
                            .map(kept -> give(context, kept))
                            .orElseGet(() -> refuse(context, refusalOf(context, failure)));
                });
    }

    private Future<ProxyResponse> send(ProxyContext context) {
        return context.sendRequest()
                .onFailure(failure -> blame(context, failure))
                .recover(failure -> isRepeatable(context.request().proxiedRequest(), failure)
                        ? repeat(context, failure)
                        : Future.failedFuture(failure));
    }

    /** The service was not asked with the tags of this client; what it has already need not be sent all the same. */
    private static ProxyResponse unlessKnown(ProxyContext context, ProxyResponse answer) {
        var has = context.request().proxiedRequest().headers().getAll(HttpHeaders.IF_NONE_MATCH);
        if (answer.getStatusCode() == 200
                && EntityTags.areKnown(has, answer.headers().get(HttpHeaders.ETAG))) {
            answer.setStatusCode(304).setStatusMessage(null);
            answer.headers().remove(HttpHeaders.CONTENT_LENGTH);
        }
        return answer;
    }

    private Service serviceOf(String uri) {
        return upstreams.at(uri).orElseThrow();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var refusal = context.get(REFUSAL, Refusal.class);
        if (refusal != null) {
            problems.answer(context.request().proxiedRequest(), refusal);
            return Future.succeededFuture();
        }
        var kept = context.get(KEPT, Kept.class);
        if (kept != null) {
            kept.write(context.request().proxiedRequest());
            return Future.succeededFuture();
        }
        var response = context.response();
        EndToEndHeaders.keepOnlyOfService(response.headers());
        var status = response.getStatusCode();
        var call = context.get(CALL, Call.class);
        if (call != null) {
            call.began(status);
            var body = response.getBody();
            if (body != null && (status == 204 || status == 304)) {
                // Without a body there is nothing to divide into chunks, which the proxy would announce and some
                // clients wait for.
                call.unread(body.stream());
                response.setBody(null);
            } else if (body != null) {
                var client = context.request().proxiedRequest().response();
                response.setBody(Body.body(call.body(body.stream(), client::reset), body.length()));
            }
        }
        var path = context.request().proxiedRequest().path();
        if (status < 400 && !isReading(context.request().getMethod())) {
            answers.written(path);
        }
        if (status == 200 && response.getBody() != null) {
            following
                    .heldBack(path, response.getBody().stream())
                    .ifPresent(body ->
                            response.setBody(Body.body(body, response.getBody().length())));
        }
        return Handover.of(response, context.request().proxiedRequest(), () -> reset(context))
                .onComplete(done -> end(context));
    }

    /** Ends the request to the service, whose answer does not get to the client. */
    private static void reset(ProxyContext context) {
        var call = context.get(CALL, Call.class);
        if (call != null) {
            call.request().reset();
        }
    }

    private BoundedBody bounded(ProxyContext context) {
        var request = context.request();
        var fromClient = request.proxiedRequest();
        if (fromClient.version() == HttpVersion.HTTP_2 && request.getBody().length() < 0) {
            // HTTP/2 has no chunks, but HTTP/1.1, which the services speak, needs them for a body of unknown length.
            // The proxy looks for them in the headers of the client.
            fromClient.headers().set(HttpHeaders.TRANSFER_ENCODING, HttpHeaders.CHUNKED);
        }
        var body = new BoundedBody(request.getBody().stream(), limits.body().asLongValue(), () -> {
            var call = context.get(CALL, Call.class);
            if (call != null) {
                call.awaitAnswer();
            }
        });
        request.setBody(Body.body(body, request.getBody().length()));
        return body;
    }

    /**
     * A kept connection can be closed by the service at the moment when it is used again, and a copy can die; for reading, one
     * repeat is right.
     */
    private static boolean isRepeatable(HttpServerRequest request, Throwable failure) {
        return !(failure instanceof Refusal)
                && !(failure instanceof TimeoutException)
                && isReading(request.method())
                // Who has gone away ended the first try, and waits for no second one.
                && !request.response().closed();
    }

    private static boolean isReading(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
    }

    private Future<ProxyResponse> repeat(ProxyContext context, Throwable failure) {
        LOG.debugf("Repeating %s: %s", context.request().proxiedRequest().path(), failure.getMessage());
        end(context);
        return context.sendRequest().onFailure(again -> blame(context, again));
    }

    /** Counts a failure against the copy, unless it was refused here, or the client went away. */
    private static void blame(ProxyContext context, Throwable failure) {
        var call = context.get(CALL, Call.class);
        if (call != null && !(failure instanceof Refusal) && !isGone(context)) {
            call.failed(failure);
        }
    }

    /** Whether the client went away, so that nobody waits for an answer. */
    private static boolean isGone(ProxyContext context) {
        return context.request().proxiedRequest().response().closed();
    }

    private static void end(ProxyContext context) {
        var call = context.get(CALL, Call.class);
        if (call != null) {
            call.end();
        }
    }

    private static Refusal refusalOf(ProxyContext context, Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        if (failure instanceof TimeoutException) {
            return GatewayProblem.UPSTREAM_TIMEOUT.because(
                    "The request was sent; whether it was carried out is not known.");
        }
        if (!isGone(context)) {
            LOG.warnf("A service broke off: %s", failure.getMessage());
        }
        return GatewayProblem.BAD_GATEWAY.because("The request was sent; whether it was carried out is not known.");
    }

    /** Leaves the answer to {@link #handleProxyResponse}, like a refusal. */
    private static Future<ProxyResponse> give(ProxyContext context, Kept kept) {
        context.set(KEPT, kept);
        return Future.succeededFuture(context.request().release().response());
    }

    /** Leaves the answer to {@link #handleProxyResponse}, through which every answer goes. */
    private static Future<ProxyResponse> refuse(ProxyContext context, Refusal refusal) {
        context.set(REFUSAL, refusal);
        return Future.succeededFuture(context.request().release().response());
    }
}
