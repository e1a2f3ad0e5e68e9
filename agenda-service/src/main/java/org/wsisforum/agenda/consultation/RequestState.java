package org.wsisforum.agenda.consultation;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a request for a workshop has come. */
@Schema(
        name = "WorkshopRequestState",
        description = "How far a request for a workshop has come.",
        enumeration = {
            "draft",
            "submitted",
            "under-review",
            "change-requested",
            "waitlisted",
            "accepted",
            "rejected",
            "withdrawn"
        })
public enum RequestState {
    /** Only whoever makes it sees it. */
    DRAFT,
    SUBMITTED,
    /** A reviewer has said what to do with it. */
    UNDER_REVIEW,
    /** To be changed by whoever made it, and handed in again. */
    CHANGE_REQUESTED,
    WAITLISTED,
    /** It is a session. */
    ACCEPTED,
    REJECTED,
    /** By whoever made it. */
    WITHDRAWN;

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it stands in an address. */
    public static RequestState fromString(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
