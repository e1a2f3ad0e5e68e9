package org.wsisforum.gateway.upstream;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import org.jboss.logging.Logger;

/** Asks every copy again and again whether it is ready, so that no request of a client has to find out that it is not. */
@Singleton
public class Probes {

    private static final Logger LOG = Logger.getLogger(Probes.class);

    private final Upstreams upstreams;
    private final UpstreamConfig.Probe config;
    private final HttpClient client;
    private Thread thread;

    @Inject
    Probes(Vertx vertx, Upstreams upstreams, UpstreamConfig config) {
        this.upstreams = upstreams;
        this.config = config.probe();
        // On a connection of its own each time: whether one comes about is half of the question.
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(Math.toIntExact(this.config.timeout().toMillis())));
    }

    void start(@Observes StartupEvent started) {
        if (config.every().isPositive()) {
            thread = Thread.ofVirtual().name("probes").start(this::askOnAndOn);
        }
    }

    void stop(@Observes ShutdownEvent ended) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Whether this copy says that it is ready. Never fails: silence is a no. */
    public Future<Boolean> isReady(Copy copy) {
        return readiness(copy).map(Readiness.READY::equals);
    }

    private Future<Readiness> readiness(Copy copy) {
        var time = config.timeout().toMillis();
        var where = config.port().isPresent() ? copy.at(config.port().getAsInt()) : copy.at();
        return client.request(where.setMethod(HttpMethod.GET).setURI(config.path()))
                .compose(request -> request.idleTimeout(time).send().compose(response -> response.end()
                        .map(response.statusCode())))
                .timeout(time, TimeUnit.MILLISECONDS)
                .map(status -> status == 200 ? Readiness.READY : Readiness.NOT_READY)
                .otherwise(failure -> failure instanceof TimeoutException ? Readiness.SILENT : Readiness.NOT_READY)
                .onSuccess(answer -> {
                    if (answer == Readiness.READY) {
                        copy.reached();
                    }
                });
    }

    private void askOnAndOn() {
        try {
            while (true) {
                askAll();
                // Not all copies of the gateway at the same moment.
                Thread.sleep(config.every()
                        .multipliedBy(ThreadLocalRandom.current().nextInt(70, 101))
                        .dividedBy(100));
            }
        } catch (InterruptedException stop) {
            // As it should.
        }
    }

    /** All at once, so that one that hangs holds up no other for longer than its time. */
    private void askAll() throws InterruptedException {
        var asked = upstreams.services().stream()
                .flatMap(service -> service.copies().stream().map(copy -> ask(service, copy)))
                .toList();
        try {
            Future.join(asked).toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException unforeseen) {
            LOG.error("Copies could not be asked whether they are ready", unforeseen.getCause());
        }
    }

    private Future<Readiness> ask(Service service, Copy copy) {
        return readiness(copy).onSuccess(answer -> {
            if (copy.asked(answer)) {
                LOG.warnf(
                        "Copy %d of %s is %s",
                        copy.number(), service.name(), answer == Readiness.READY ? "ready again" : "not ready");
            }
        });
    }
}
