package org.wsisforum.kit.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/** What the messages of one subscription are signed with: {@code whsec_} and 256 random bits in base64. */
record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(
                com.standardwebhooks.Webhook.SECRET_PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** Never the secret itself: it must not reach a log by accident. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
