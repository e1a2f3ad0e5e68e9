package org.wsisforum.gateway.route;

import java.util.Date;

import io.netty.handler.codec.DateFormatter;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Gives a service's answer to the client.
 *
 * <p>The proxy's own way reads the date of each answer to write the same again, looks three times at each header, and for a client
 * of HTTP/1.0 gathers an answer of unknown length in memory before it gives any of it.
 */
final class Handover {

    private Handover() {}

    /**
     * @param answer with only what is for the client
     * @param whenBroken runs when the answer does not get to its end, before the client is told
     * @return when all of it is written
     */
    static Future<Void> of(ProxyResponse answer, HttpServerRequest request, Runnable whenBroken) {
        var client = request.response();
        client.setStatusCode(answer.getStatusCode());
        if (answer.getStatusMessage() != null) {
            client.setStatusMessage(answer.getStatusMessage());
        }
        client.headers().addAll(answer.headers());
        if (!answer.headers().contains(HttpHeaders.DATE)) {
            client.putHeader(HttpHeaders.DATE, DateFormatter.format(new Date()));
        }
        var body = answer.getBody();
        if (body == null) {
            client.headers().remove(HttpHeaders.CONTENT_LENGTH);
            return client.end();
        }
        if (body.length() >= 0) {
            client.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(body.length()));
        } else if (request.version() == HttpVersion.HTTP_1_0) {
            // It knows no chunks: the end of the connection is the end of the answer.
            client.endHandler(written -> request.connection().close());
        } else {
            client.setChunked(true);
        }
        return body.stream().pipe().endOnFailure(false).to(client).onFailure(broken -> {
            whenBroken.run();
            client.reset();
        });
    }
}
