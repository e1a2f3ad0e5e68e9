package org.wsisforum.gateway.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;

/** The keys of the sign-in: read at the start, and again when that makes sense. */
@Singleton
class Keys {

    private static final Logger LOG = Logger.getLogger(Keys.class);
    private static final Duration TIME = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final IdentityConfig config;
    private final HttpClient client;
    private volatile Keyring ring;
    private volatile boolean stopped;
    private boolean isAway;
    private long asked;
    private Future<Void> asking = Future.succeededFuture();

    @Inject
    Keys(Vertx vertx, IdentityConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(2_000).setKeepAlive(false));
        this.asked = System.nanoTime() - config.pause().toNanos();
        if (config.check() && (config.keys().isEmpty() || config.issuer().isEmpty())) {
            throw new ConfigurationException(
                    "The gateway does not start: WSIS_OIDC_URL must be set to the realm in which people sign in.");
        }
    }

    void start(@Observes StartupEvent started) {
        if (config.check()) {
            readOnAndOn();
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        client.close();
    }

    /** The keys, if they were ever read. */
    Optional<Keyring> ring() {
        return Optional.ofNullable(ring);
    }

    /** Done when the keys were read since a token named one that was not known, unless they were read a moment ago. */
    synchronized Future<Void> lookAgain() {
        if (asking.isComplete() && System.nanoTime() - asked >= config.pause().toNanos()) {
            asked = System.nanoTime();
            asking = read();
        }
        return asking;
    }

    private void readOnAndOn() {
        lookAgain().onComplete(done -> {
            if (!stopped) {
                vertx.setTimer((ring == null ? config.pause() : config.renewal()).toMillis(), again -> readOnAndOn());
            }
        });
    }

    /** Never fails: what was read before stays. */
    private Future<Void> read() {
        return client.request(new RequestOptions()
                        .setAbsoluteURI(config.keys().orElseThrow().toString())
                        .putHeader("Accept", "application/json"))
                .compose(request -> request.send().compose(HttpClientResponse::body))
                .timeout(TIME.toMillis(), TimeUnit.MILLISECONDS)
                .compose(body -> {
                    try {
                        return Future.succeededFuture(Keyring.read(body.toString()));
                    } catch (JoseException noKeys) {
                        return Future.failedFuture(noKeys);
                    }
                })
                .onSuccess(this::take)
                .onFailure(this::missed)
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    private synchronized void take(Keyring read) {
        isAway = false;
        if (!read.isSameAs(ring)) {
            LOG.info("The keys of the sign-in were read.");
            ring = read;
        }
    }

    private synchronized void missed(Throwable failure) {
        if (!isAway) {
            isAway = true;
            LOG.warnf(
                    "The keys of the sign-in cannot be read, %s: %s",
                    ring == null ? "tokens are left to the services" : "those known go on being used",
                    failure.getMessage());
        }
    }
}
