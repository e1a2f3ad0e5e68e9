package org.wsisforum.awards.project;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a project has come on its owners' side. */
@Schema(
        description = "`draft`: being written; `submitted`: takes part; `withdrawn`: took part, and no longer does.",
        enumeration = {"draft", "submitted", "withdrawn"})
public enum ProjectState {
    DRAFT,
    SUBMITTED,
    WITHDRAWN;

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static ProjectState of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }
}
