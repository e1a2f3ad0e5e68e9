package org.wsisforum.gateway.upstream;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;

import org.wsisforum.gateway.problem.GatewayProblem;

/** Reads what the services say about themselves, for the pages of the gateway. */
@Singleton
public class Fetch {

    /** Short, since a page waits for the slowest service. */
    private static final Duration TIME = Duration.ofSeconds(5);

    /**
     * What a service answered.
     *
     * @param status the HTTP status
     * @param json the body
     */
    public record Answer(int status, JsonNode json) {}

    private final Upstreams upstreams;
    private final ObjectMapper json;

    Fetch(Upstreams upstreams, ObjectMapper json) {
        this.upstreams = upstreams;
        this.json = json;
    }

    /** The JSON document at a path of a service, from the copy that has the least to do. */
    public Future<JsonNode> json(Service service, String path) {
        return answer(service, path, TIME).map(answer -> {
            if (answer.status() != 200) {
                throw GatewayProblem.BAD_GATEWAY.because("The " + service.name() + " service answered "
                        + answer.status() + " where its description was expected.");
            }
            return answer.json();
        });
    }

    /** What a service answers at a path, if it has begun to answer in this time. */
    public Future<Answer> answer(Service service, String path, Duration time) {
        return upstreams.open(service).compose(call -> get(call, path, time));
    }

    /** What a service answers at a path to a request with these headers, if all of it is there in this time. */
    public Future<Answer> answer(Service service, String path, Map<String, String> headers, Duration time) {
        return upstreams
                .open(service)
                .compose(call -> {
                    call.request().headers().addAll(headers);
                    return get(call, path, time);
                })
                .timeout(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Future<Answer> get(Call call, String path, Duration time) {
        var request = call.request();
        request.setURI(path).putHeader(HttpHeaders.ACCEPT, "application/json");
        request.idleTimeout(time.toMillis());
        return request.send()
                .onSuccess(response -> call.began(response.statusCode()))
                .onFailure(call::failed)
                .compose(response -> call.wholeBody(response).map(body -> read(response, body)))
                .onComplete(done -> call.end());
    }

    private Answer read(HttpClientResponse response, Buffer body) {
        try {
            return new Answer(response.statusCode(), json.readTree(body.getBytes()));
        } catch (java.io.IOException e) {
            throw GatewayProblem.BAD_GATEWAY.because("The service answered with something that is not JSON.");
        }
    }
}
