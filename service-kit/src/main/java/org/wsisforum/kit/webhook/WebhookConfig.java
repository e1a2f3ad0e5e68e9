package org.wsisforum.kit.webhook;

import java.time.Duration;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How webhooks are delivered. */
@ConfigMapping(prefix = "wsis.webhooks")
interface WebhookConfig {

    /**
     * How long to wait after each failed delivery of a message, give or take a fifth; after the last one the subscription is
     * suspended. The default spans three days.
     */
    @WithDefault("5S,5M,30M,2H,5H,10H,14H,20H,20H")
    List<Duration> retries();

    /** How long one delivery may take in all, from the look-up of the name to the end of the answer. */
    @WithDefault("20S")
    Duration timeout();

    /** For how long a copy of the service claims a subscription; more than twice the timeout. */
    @WithDefault("60S")
    Duration claim();

    /** The most deliveries that one copy has on their way at once. */
    @WithDefault("200")
    int atOnce();

    /** The most subscriptions of one owner, in all editions together. */
    @WithDefault("20")
    int perOwner();

    /** Whether plain http and addresses of this machine and its networks are allowed. Refused in production. */
    @WithDefault("false")
    boolean insideAllowed();
}
