package org.wsisforum.registration.registration;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a registration has come. */
@Schema(
        description = "How far a registration has come.",
        enumeration = {"draft", "submitted", "focal-point-approved", "accredited", "rejected", "waitlisted", "withdrawn"
        })
public enum RegistrationState {
    /** Seen by whoever writes it alone. */
    DRAFT,
    SUBMITTED,
    /** The focal point of the delegation has approved. */
    FOCAL_POINT_APPROVED,
    ACCREDITED,
    /** By the focal point or an accreditation officer. */
    REJECTED,
    WAITLISTED,
    /** By whoever registered. */
    WITHDRAWN;

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it stands in an address. */
    public static RegistrationState fromString(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
