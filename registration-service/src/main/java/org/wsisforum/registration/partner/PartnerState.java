package org.wsisforum.registration.partner;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an offer of partnership has come. */
@Schema(
        description = "How far an offer of partnership has come.",
        enumeration = {"offered", "accepted", "declined", "withdrawn"})
public enum PartnerState {
    /** Interest was expressed, and the secretariat has not decided. */
    OFFERED,
    /** Who offered is a partner of the edition. */
    ACCEPTED,
    DECLINED,
    /** By whoever offered, or by the secretariat on their behalf. */
    WITHDRAWN;

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it stands in an address. */
    public static PartnerState fromString(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }
}
