package org.wsisforum.gateway.problem;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.wsisforum.gateway.trace.RequestName;

/** Writes refusals. */
@Singleton
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    /** As long as a copy that could not be reached is set aside. */
    private static final String RETRY_AFTER_SECONDS = "5";

    /** The kinds of problem that are not ours: all who limit rates, or what they take on, answer with them. */
    private static final Map<GatewayProblem, URI> OF_ALL = Map.of(
            GatewayProblem.QUOTA_EXCEEDED,
            URI.create("https://iana.org/assignments/http-problem-types#quota-exceeded"),
            GatewayProblem.TEMPORARY_REDUCED_CAPACITY,
            URI.create("https://iana.org/assignments/http-problem-types#temporary-reduced-capacity"));

    private final ObjectMapper json;
    private final String publicUrl;

    Problems(ObjectMapper json, @ConfigProperty(name = "wsis.public-url") String publicUrl) {
        this.json = json;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** The stable address of a kind of problem. */
    public URI address(String code) {
        return URI.create(publicUrl + "/problems/" + code);
    }

    /** What to say about a failure: a refusal as it is, anything else without its particulars, which go to the log. */
    public Refusal refusal(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        LOG.error("A request failed in the gateway", failure);
        return GatewayProblem.INTERNAL_ERROR.because("The failure is in the log of the gateway.");
    }

    /** The body of a refusal of this request. */
    private Buffer body(Refusal refusal, HttpServerRequest request) {
        var problem = refusal.problem();
        var answer = new Problem(
                OF_ALL.getOrDefault(problem, address(problem.code())),
                problem.title(),
                problem.status(),
                refusal.getMessage(),
                request.path(),
                problem.code(),
                RequestName.idIn(request.response()),
                RequestName.traceIn(request.response()),
                refusal.violatedPolicies());
        try {
            return Buffer.buffer(json.writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of strings is always JSON.", e);
        }
    }

    /** After how many seconds the client should try again, for refusals where that makes sense. */
    private static Optional<String> retryAfter(Refusal refusal) {
        return refusal.problem() == GatewayProblem.SERVICE_UNAVAILABLE
                ? Optional.of(RETRY_AFTER_SECONDS)
                : refusal.retryAfter().map(time -> Long.toString(time.toSeconds()));
    }

    /** RFC 6750, 3.1: without an error when the request carried no credential at all. */
    private static String challenge(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.AUTHORIZATION)
                ? "Bearer realm=\"wsis\", error=\"invalid_token\""
                : "Bearer realm=\"wsis\"";
    }

    /** Refuses the request. */
    public void answer(HttpServerRequest request, Refusal refusal) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            // Too late for a problem: a torn connection tells the client that the answer is not whole.
            response.reset();
            return;
        }
        response.setStatusCode(refusal.problem().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (refusal.problem() == GatewayProblem.UNAUTHENTICATED) {
            response.putHeader("WWW-Authenticate", challenge(request));
        }
        retryAfter(refusal).ifPresent(seconds -> response.putHeader(HttpHeaders.RETRY_AFTER, seconds));
        var last = UnreadBody.announceEnd(request);
        response.end(body(refusal, request)).onComplete(written -> UnreadBody.drop(request, last));
    }
}
