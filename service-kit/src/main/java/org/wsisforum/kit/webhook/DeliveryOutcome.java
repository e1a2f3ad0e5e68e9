package org.wsisforum.kit.webhook;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one attempt to deliver. Says nothing of what stands in an answer: that would be a window into networks. */
@Schema(
        description =
                "`delivered`: taken with 2xx; `refused`: another status; `redirected`: 3xx, which is not followed;"
                        + " `gone`: 410, the webhook has ended; `wrong-answer`: the challenge was not repeated; `timed-out`;"
                        + " `unknown-host`: the name has no address; `address-not-allowed`: the name leads to an address that is"
                        + " not public; `not-trusted`: no certificate for the name; `unreachable`: no connection, or it broke off.",
        enumeration = {
            "delivered",
            "refused",
            "redirected",
            "gone",
            "wrong-answer",
            "timed-out",
            "no-public-address",
            "not-trusted",
            "unreachable"
        })
public enum DeliveryOutcome {
    DELIVERED,
    REFUSED,
    REDIRECTED,
    GONE,
    WRONG_ANSWER,
    TIMED_OUT,
    /** One word for both: which names exist inside is not for partners to find out. */
    NO_PUBLIC_ADDRESS,
    NOT_TRUSTED,
    UNREACHABLE;

    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int BAD_REQUEST = 400;
    private static final int IS_GONE = 410;

    /** What an answer with this status means. */
    static DeliveryOutcome of(int status) {
        if (status >= OK && status < MULTIPLE_CHOICES) {
            return DELIVERED;
        }
        if (status >= MULTIPLE_CHOICES && status < BAD_REQUEST) {
            return REDIRECTED;
        }
        return status == IS_GONE ? GONE : REFUSED;
    }

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return json();
    }
}
