package org.wsisforum.gateway.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.authentication.UsernamePasswordCredentials;
import org.jboss.logging.Logger;

/**
 * Asks the sign-in (RFC 7662) whether tokens that are good by their signature were ended before their time: by signing out, by
 * taking them back, by shutting out their holder. What it says is believed for a while.
 *
 * <p>It never stands in the way: while the sign-in is away, or has more questions than it may be asked at once, tokens are good as
 * long as their signature says so, which is a few minutes.
 */
@Singleton
class Revocations {

    private static final Logger LOG = Logger.getLogger(Revocations.class);

    private final IdentityConfig.Revocation config;
    private final HttpClient client;
    private final Semaphore places;

    /** By the hash of the token, whether it is still good. */
    private final Cache<String, Boolean> answers;

    private long awayUntil;
    private volatile boolean isAway;

    @Inject
    Revocations(Vertx vertx, IdentityConfig config) {
        this.config = config.revocation();
        if (this.config.secret().isPresent() && this.config.questions().isEmpty()) {
            throw new ConfigurationException(
                    "The gateway does not start: wsis.gateway.identity.revocation.questions must be"
                            + " set to where the sign-in answers whether tokens are good.");
        }
        if (config.check() && this.config.secret().isEmpty()) {
            LOG.warn(
                    "WSIS_OIDC_CLIENT_SECRET is not set: tokens that are ended before their time are good until they expire.");
        }
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(
                                Math.toIntExact(this.config.patience().toMillis()))
                        .setKeepAliveTimeout(30),
                new PoolOptions().setHttp1MaxSize(this.config.atOnce()));
        this.places = new Semaphore(this.config.atOnce());
        this.answers = Caffeine.newBuilder()
                .maximumSize(config.remembered())
                .expireAfterWrite(this.config.believed())
                .build();
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /**
     * Whether a token was ended before its time, as far as the sign-in can be asked. Never fails.
     *
     * @param hash of the token as it was shown
     */
    Future<Boolean> isEnded(Token token, String shown, String hash) {
        var isGood = answers.getIfPresent(hash);
        if (isGood != null) {
            return Future.succeededFuture(!isGood);
        }
        // Of a token that is not for whoever asks, the sign-in says that it is none.
        var isTold = config.secret().isPresent() && token.audiences().contains(config.client());
        if (!isTold || isPausing() || !places.tryAcquire()) {
            return Future.succeededFuture(false);
        }
        return ask(shown)
                .onComplete(done -> places.release())
                .onSuccess(good -> {
                    isAway = false;
                    answers.put(hash, good);
                })
                .onFailure(this::missed)
                .map(good -> !good)
                .otherwise(false);
    }

    /** While it is away, one in so long finds out whether it is back. */
    private synchronized boolean isPausing() {
        var now = System.nanoTime();
        if (!isAway || now - awayUntil < 0) {
            return isAway;
        }
        awayUntil = now + config.pause().toNanos();
        return false;
    }

    private Future<Boolean> ask(String shown) {
        var time = config.patience().toMillis();
        var who =
                new UsernamePasswordCredentials(config.client(), config.secret().orElseThrow());
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(config.questions().orElseThrow().toString())
                        .putHeader(HttpHeaders.AUTHORIZATION, who.toHttpAuthorization())
                        .putHeader(HttpHeaders.CONTENT_TYPE, HttpHeaders.APPLICATION_X_WWW_FORM_URLENCODED)
                        .putHeader(HttpHeaders.ACCEPT, "application/json"))
                .compose(request -> request.idleTimeout(time)
                        .send("token_type_hint=access_token&token=" + URLEncoder.encode(shown, StandardCharsets.UTF_8))
                        .compose(response -> response.statusCode() == 200
                                ? response.body()
                                : Future.failedFuture("it answered " + response.statusCode())))
                .timeout(time, TimeUnit.MILLISECONDS)
                .map(body -> {
                    if (new JsonObject(body).getValue("active") instanceof Boolean active) {
                        return active;
                    }
                    throw new DecodeException("it answered without saying whether the token is good");
                });
    }

    private synchronized void missed(Throwable failure) {
        awayUntil = System.nanoTime() + config.pause().toNanos();
        if (!isAway) {
            isAway = true;
            LOG.warnf(
                    "The sign-in does not say whether tokens were ended; until it does a good signature is enough: %s",
                    failure.getMessage());
        }
    }
}
