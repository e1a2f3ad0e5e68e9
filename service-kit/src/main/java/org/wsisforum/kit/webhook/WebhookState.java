package org.wsisforum.kit.webhook;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a subscription has come. */
@Schema(
        description =
                "`pending`: its address has not been verified; `active`: changes are sent; `suspended`: a change was"
                        + " not taken for three days, verify the address to go on; `ended`: the address answered 410.",
        enumeration = {"pending", "active", "suspended", "ended"})
public enum WebhookState {
    PENDING,
    ACTIVE,
    SUSPENDED,
    ENDED;

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
