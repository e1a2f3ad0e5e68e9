package org.wsisforum.kit.follow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A change feed of another service, and what its events do here. Wherever another service is asked there is no transaction;
 * what cannot be asked now throws {@link Unreachable} and is asked again, what can never be used throws {@link Unfit}.
 */
public interface FollowedFeed {

    /** The feed's name, for example {@code registration}: part of its cursors' key, its health check and its metrics. */
    String name();

    /** The editions whose changes are followed. Called in a transaction, every few seconds. */
    List<String> editions();

    /**
     * The changes after a cursor. An interrupt, which comes only when the service stops, should end the wait.
     *
     * @param since null for the beginning of the feed
     * @param wait how long to wait for a change when there is none; to be passed on to the other service
     * @return empty when the feed cannot go on from there, so that everything has to be read anew
     */
    Optional<FeedPage> changes(String edition, String since, Duration wait);

    /**
     * Asks what an event means now.
     *
     * @return brings that about, as a state of affairs; runs in the transaction that moves the cursor, or not at all
     */
    Runnable effect(String edition, FeedEvent event);

    /** Takes the feed's present end, and after that asks for everything that may matter. */
    Anew readAnew(String edition);

    /** Announces that an event has had no effect and will have none. Runs in the transaction that moves the cursor. */
    void leftBehind(String edition, FeedEvent event);

    /**
     * Everything that may matter, read without the feed.
     *
     * @param cursor where the feed goes on; taken before anything was asked
     * @param effect brings about what was found; runs in the transaction that moves the cursor, or not at all
     */
    record Anew(String cursor, Runnable effect) {}
}
