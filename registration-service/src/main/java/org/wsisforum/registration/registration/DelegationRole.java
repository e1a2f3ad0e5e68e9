package org.wsisforum.registration.registration;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody is in a delegation, or at the Forum. */
@Schema(
        description = "What somebody is in a delegation, or at the Forum.",
        enumeration = {"head", "deputy-head", "delegate", "adviser", "speaker", "observer", "press", "staff"})
public enum DelegationRole {
    HEAD,
    DEPUTY_HEAD,
    DELEGATE,
    ADVISER,
    SPEAKER,
    OBSERVER,
    PRESS,
    STAFF;

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static DelegationRole of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
