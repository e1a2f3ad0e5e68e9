package org.wsisforum.gateway.cache;

import java.time.Duration;
import java.util.concurrent.ExecutionException;

import io.vertx.core.Future;
import org.jboss.logging.Logger;

import org.wsisforum.gateway.upstream.Fetch;
import org.wsisforum.gateway.upstream.Service;

/** Reads the change feed of one edition, and says what changes concern. */
final class Feed {

    private static final Logger LOG = Logger.getLogger(Feed.class);

    /** More than a read waits: after it nobody is there who would say so. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final Fetch fetch;
    private final Service service;
    private final String path;
    private final Scope edition;
    private final Scope whole;
    private final CacheConfig config;
    private volatile String cursor;
    private Future<Void> lookNow = Future.succeededFuture();
    private Future<Void> lookNext;

    /**
     * @param edition what is said of this edition
     * @param whole what the service says of no edition, or of all
     */
    Feed(Fetch fetch, Service service, String code, Scope edition, Scope whole, CacheConfig config) {
        this.fetch = fetch;
        this.service = service;
        this.path = service.root() + "editions/" + code + "/changes";
        this.edition = edition;
        this.whole = whole;
        this.config = config;
    }

    boolean isFollowed() {
        return edition.isFollowed();
    }

    /** Reads on until interrupted, with a pause where reading at once makes no sense. */
    void follow() {
        try {
            while (true) {
                if (!read()) {
                    Thread.sleep(config.retry());
                }
            }
        } catch (InterruptedException stop) {
            edition.follow(false);
            whole.follow(false);
        }
    }

    private boolean read() throws InterruptedException {
        try {
            var wait = cursor == null ? Duration.ZERO : config.longestWait();
            var asked = System.nanoTime();
            var page = fetch.answer(
                            service,
                            path + "?since=" + (cursor == null ? "now" : cursor) + "&limit=200&wait="
                                    + wait.toSeconds(),
                            wait.plus(SILENCE))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            if (page.status() != 200 || !page.json().path("cursor").isTextual()) {
                lose("it answered " + page.status());
                if (page.status() < 500) {
                    // The cursor is too old, or of another database: what happened since is not known.
                    cursor = null;
                }
                return false;
            }
            var isNews = cursor == null || !page.json().path("items").isEmpty();
            if (isNews) {
                changed();
            }
            cursor = page.json().path("cursor").asText();
            if (!edition.isFollowed()) {
                LOG.infof("Following %s.", path);
                edition.follow(true);
            }
            // A service that is about to stop does not wait to say that there is nothing; it must not be asked over
            // and over.
            return isNews || System.nanoTime() - asked >= config.retry().toNanos();
        } catch (ExecutionException failed) {
            lose(failed.getCause().getMessage());
            return false;
        }
    }

    private void lose(String why) {
        if (edition.isFollowed()) {
            LOG.warnf("%s is not followed, its answers are confirmed each time: %s", path, why);
            edition.follow(false);
            whole.follow(false);
        }
    }

    private void changed() {
        edition.changed();
        whole.changed();
    }

    /** Done when everything that the service had announced at this moment has had its effect here. */
    synchronized Future<Void> caughtUp() {
        if (!edition.isFollowed()) {
            return Future.succeededFuture();
        }
        if (lookNow.isComplete()) {
            lookNow = look();
            return lookNow;
        }
        // A look that is under way may have begun before that moment; the next one serves all who wait for it.
        if (lookNext == null) {
            lookNext = lookNow.compose(done -> begin());
        }
        return lookNext;
    }

    private synchronized Future<Void> begin() {
        lookNext = null;
        lookNow = look();
        return lookNow;
    }

    private Future<Void> look() {
        return fetch.answer(service, path + "?since=" + cursor + "&limit=1", SILENCE)
                .<Void>map(page -> {
                    if (page.status() != 200 || !page.json().path("items").isEmpty()) {
                        changed();
                    }
                    return null;
                })
                .recover(failed -> {
                    lose(failed.getMessage());
                    return Future.succeededFuture();
                });
    }
}
