package org.wsisforum.gateway.route;

import java.util.regex.Pattern;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** How much is lost when a request is not carried out now, least first. */
enum Urgency {
    /** What anybody may read: it can be read a moment later, and mostly comes from memory. */
    READING,
    /** Everything else. */
    OTHER,
    /** What has its hour: votes, the answers of ministers, badges at the door. */
    LAST;

    private static final Pattern HAS_ITS_HOUR = Pattern.compile("/awards/v1/editions/[^/]+/ballot(/[^/]+)?"
            + "|/registration/v1/editions/[^/]+/invitations/[^/]+/response"
            + "|/registration/v1/(.+/)?redeem");

    static Urgency of(HttpServerRequest request) {
        var reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        if (!reads && HAS_ITS_HOUR.matcher(request.path()).matches()) {
            return LAST;
        }
        var forAnybody = !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && (request.query() == null || !request.params().contains("key"));
        return reads && forAnybody ? READING : OTHER;
    }
}
