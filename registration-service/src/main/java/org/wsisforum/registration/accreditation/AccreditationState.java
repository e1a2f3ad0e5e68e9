package org.wsisforum.registration.accreditation;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an expression of interest has come. */
@Schema(
        description = "How far an expression of interest has come.",
        enumeration = {"draft", "submitted", "under-review", "accredited", "refused", "appealed", "upheld", "overturned"
        })
public enum AccreditationState {
    /** Seen by whoever writes it alone. */
    DRAFT,
    SUBMITTED,
    /** An officer has taken it up. */
    UNDER_REVIEW,
    ACCREDITED,
    REFUSED,
    APPEALED,
    /** The appeal was decided: the refusal holds. */
    UPHELD,
    /** The appeal was decided: accredited after all. */
    OVERTURNED;

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it stands in an address. */
    public static AccreditationState fromString(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
