package org.wsisforum.awards.edition;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.kit.conditional.Freshness;
import org.wsisforum.kit.time.ForumClock;

/** Whether what is kept may be shown to everybody, asked while a request is answered. */
@ApplicationScoped
public class Embargoes {

    @Inject
    ForumClock clock;

    @Inject
    Freshness freshness;

    /**
     * Whether everybody may see what is kept until this instant, to the instant. It holds for whoever asks, so that no cache
     * keeps what somebody was shown before; and no cache keeps beyond it that there was nothing.
     */
    public boolean isOver(Instant until) {
        var now = clock.instant();
        if (now.isBefore(until)) {
            freshness.endsIn(Duration.between(now, until));
            return false;
        }
        return true;
    }
}
