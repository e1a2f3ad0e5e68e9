package org.wsisforum.gateway.cache;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import org.jboss.logging.Logger;

import org.wsisforum.gateway.upstream.Call;
import org.wsisforum.gateway.upstream.Upstreams;

/** The answers that are kept for everybody. */
@Singleton
public class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    /** Paths of which is known what their answers depend on; what falls out of memory is asked for anew. */
    private static final int PATHS = 20_000;

    /** As often may somebody wait for one who goes away before the answer is there. */
    private static final int ATTEMPTS = 3;

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final Scopes scopes;
    private final ForumTime forumTime;
    private final CacheConfig config;
    private final Cache<Reading.Key, Stored> answers;
    private final Cache<String, Address> addresses;
    private final Cache<Reading.Key, Boolean> notForAll;
    private final Map<Reading.Key, Fill> fills = new ConcurrentHashMap<>();

    @Inject
    Answers(Vertx vertx, Upstreams upstreams, Scopes scopes, ForumTime forumTime, CacheConfig config) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.scopes = scopes;
        this.forumTime = forumTime;
        this.config = config;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(config.memory().asLongValue())
                .weigher((Reading.Key key, Stored stored) -> key.uri().length() + stored.bytes())
                .build();
        this.addresses = Caffeine.newBuilder().maximumSize(PATHS).build();
        this.notForAll = Caffeine.newBuilder()
                .maximumSize(PATHS)
                .expireAfterWrite(config.alone())
                .build();
    }

    /** Answers the request from memory, if that needs nobody else. */
    public boolean answer(Reading reading) {
        if (forumTime.wasMoved()) {
            forget();
        }
        var address = addresses.getIfPresent(reading.path());
        if (address == null || address.vary().isEmpty()) {
            return false;
        }
        var key = reading.key(address.vary().get());
        var stored = answers.getIfPresent(key);
        if (stored == null || !stored.isCertain(address)) {
            return false;
        }
        var age = stored.age();
        if (!stored.lifetime().isFresh(age)) {
            if (!stored.lifetime().servesWhileRenewed(age)) {
                return false;
            }
            renew(new Fill(this, key, reading, address, Optional.of(stored)), address);
        }
        Kept.hit(stored).write(reading.request());
        return true;
    }

    /** What to do about a request that cannot be answered from memory at once. */
    public Future<Decision> ask(Reading reading) {
        return isOff() || reading.isHead() ? Future.succeededFuture(new Decision.Alone()) : ask(reading, ATTEMPTS);
    }

    private Future<Decision> ask(Reading reading, int attempts) {
        var address = addresses.get(reading.path(), path -> new Address(scopes.ofPath(reading.service(), path)));
        var key = address.vary().map(reading::key).orElse(new Reading.Key(reading.uri(), List.of()));
        if (notForAll.getIfPresent(key) != null) {
            return Future.succeededFuture(new Decision.Alone());
        }
        var before = address.vary().map(known -> answers.getIfPresent(key));
        var mine = new Fill(this, key, reading, address, before);
        var running = begun(mine, address);
        if (running == mine) {
            return Future.succeededFuture(
                    fresh(reading, address).<Decision>map(mine::answeredBy).orElse(mine));
        }
        return outcomeOf(running).compose(outcome -> {
            var shared = outcome.kept()
                    .filter(kept -> kept.stored().vary().isEmpty()
                            || reading.key(kept.stored().vary())
                                    .equals(running.first().key(kept.stored().vary())));
            if (shared.isPresent()) {
                return Future.succeededFuture(shared.get());
            }
            var goesOn = outcome.kept().isPresent() || outcome.again();
            return goesOn && attempts > 0 ? ask(reading, attempts - 1) : Future.succeededFuture(new Decision.Alone());
        });
    }

    /** What another's question has brought between the look into memory and this one, which ends as it is begun then. */
    private Optional<Kept> fresh(Reading reading, Address address) {
        return address.vary()
                .map(known -> answers.getIfPresent(reading.key(known)))
                .filter(stored -> stored.isCertain(address) && stored.lifetime().isFresh(stored.age()))
                .map(Kept::hit);
    }

    /** The question that is asked already, if it was not begun too long ago or before a change; otherwise this one. */
    private Fill begun(Fill mine, Address address) {
        return fills.compute(
                mine.key(),
                (key, other) ->
                        other != null && other.isAsOf(address) && other.isYounger(config.patience()) ? other : mine);
    }

    /** How the question of another ended, told in the context of whoever waits; as a failure when that takes too long. */
    private Future<Fill.Outcome> outcomeOf(Fill running) {
        var here = vertx.getOrCreateContext();
        var outcome = Promise.<Fill.Outcome>promise();
        var timer = vertx.setTimer(
                config.patience().toMillis(), late -> outcome.tryComplete(new Fill.Outcome(Optional.empty(), false)));
        running.outcome()
                .onSuccess(how -> here.runOnContext(go -> {
                    vertx.cancelTimer(timer);
                    outcome.tryComplete(how);
                }));
        return outcome.future();
    }

    /** Something was written at this path through this gateway (RFC 9111 4.4). */
    public void written(String path) {
        addresses.invalidate(path);
    }

    /** Takes everything out of use. */
    void forget() {
        addresses.invalidateAll();
    }

    boolean isOff() {
        return config.memory().asLongValue() == 0;
    }

    boolean isSmallEnough(MultiMap headers) {
        var length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return length != null
                && length.matches("\\d{1,18}")
                && Long.parseLong(length) <= config.largest().asLongValue();
    }

    /** Away from the event loop: compressing takes longer than others there should wait. */
    Future<Stored> compress(Callable<Stored> work) {
        return vertx.executeBlocking(work, false);
    }

    void store(Reading reading, Stored stored) {
        stored.asked().address().varies(stored.vary());
        answers.put(reading.key(stored.vary()), stored);
    }

    /**
     * What is answered there is not kept.
     *
     * @param forOne whether it is for one client, so that for a while nobody waits to share it
     */
    void drop(Reading.Key key, boolean forOne) {
        answers.invalidate(key);
        if (forOne) {
            notForAll.put(key, true);
        }
    }

    void ended(Fill fill) {
        fills.remove(fill.key(), fill);
    }

    /** Asks in the background, unless somebody is asking already. */
    private void renew(Fill fill, Address address) {
        if (begun(fill, address) != fill) {
            return;
        }
        upstreams
                .open(fill.first().service())
                .compose(call -> {
                    var request = call.request().setURI(fill.first().uri());
                    fill.first().copyTo(request.headers(), address.vary().orElseThrow());
                    fill.prepare(request.headers());
                    call.awaitAnswer();
                    return request.send()
                            .onFailure(call::failed)
                            .compose(response -> take(fill, call, response))
                            .onComplete(done -> call.end());
                })
                .onFailure(failure -> {
                    LOG.debugf("An answer is not renewed: %s", failure.getMessage());
                    fill.failed();
                });
    }

    private static Future<Optional<Kept>> take(Fill fill, Call call, HttpClientResponse response) {
        call.began(response.statusCode());
        return fill.take(response.statusCode(), response.headers(), () -> call.wholeBody(response))
                .compose(kept -> kept.isPresent()
                        ? Future.succeededFuture(kept)
                        : call.unread(response).map(read -> kept));
    }
}
