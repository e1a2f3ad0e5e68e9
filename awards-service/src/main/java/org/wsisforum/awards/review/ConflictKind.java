package org.wsisforum.awards.review;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an expert may not judge a project. */
@Schema(
        name = "ConflictKind",
        description = "Why an expert may not judge a project.",
        enumeration = {"own-project", "same-entity", "past-collaboration", "same-country", "declared"})
public enum ConflictKind {
    /** The expert writes the project. */
    OWN_PROJECT,
    /** The expert works for the entity behind it. */
    SAME_ENTITY,
    /** The expert has worked with the entity behind it. */
    PAST_COLLABORATION,
    /** The expert and the entity are of one country, and the edition does not let that pass. */
    SAME_COUNTRY,
    /** The expert said so. */
    DECLARED;

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static ConflictKind of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
