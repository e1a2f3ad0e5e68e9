package org.wsisforum.kit.conditional;

import java.time.Duration;

import jakarta.enterprise.context.RequestScoped;

/** For how long the answer to the current request is true, where that is known. */
@RequestScoped
public class Freshness {

    private static final Duration USUAL = Duration.ofSeconds(30);

    private Duration left;

    /**
     * Something is shown otherwise after so much time: no cache keeps the answer longer, nor shows it when it is stale. The
     * shortest counts.
     */
    public void endsIn(Duration time) {
        left = left == null || time.compareTo(left) < 0 ? time : left;
    }

    /** What is said of an answer for everybody. */
    String forEverybody() {
        return left == null
                ? "public, max-age=" + USUAL.toSeconds() + ", stale-while-revalidate=120, stale-if-error=86400"
                : "public, max-age=" + (left.compareTo(USUAL) < 0 ? left : USUAL).toSeconds() + ", must-revalidate";
    }
}
