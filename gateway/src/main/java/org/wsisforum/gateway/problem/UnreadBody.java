package org.wsisforum.gateway.problem;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/**
 * What becomes of a body that nobody wants. Closing the connection at once could tear the refusal away from a client that is
 * still sending, so the rest is read and dropped for a moment first.
 */
public final class UnreadBody {

    private static final long PATIENCE_MILLIS = 2_000;

    private UnreadBody() {}

    /** Whether a request comes with a body, even an empty one of unknown length. */
    public static boolean isExpected(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            return !request.isEnded();
        }
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }

    /** Says in the answer that the connection ends with it, and returns whether that is so. */
    static boolean announceEnd(HttpServerRequest request) {
        var last = request.version() != HttpVersion.HTTP_2 && isExpected(request) && !request.isEnded();
        if (last) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        return last;
    }

    /** Drops what is left of the body, after the answer was written; then ends the connection if that was announced. */
    static void drop(HttpServerRequest request, boolean last) {
        var connection = request.connection();
        if (request.isEnded()) {
            if (last) {
                connection.close();
            }
            return;
        }
        if (last) {
            var vertx = Vertx.currentContext().owner();
            var timer = vertx.setTimer(PATIENCE_MILLIS, late -> connection.close());
            connection.closeHandler(closed -> vertx.cancelTimer(timer));
            request.handler(data -> {}).endHandler(end -> connection.close());
        }
        request.resume();
    }
}
