package org.wsisforum.registration.registration;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A gender, as a person gives it. */
@Schema(
        description = "A gender, as a person gives it.",
        enumeration = {"female", "male", "other", "undisclosed"})
public enum Gender {
    @JsonProperty("female")
    FEMALE,
    @JsonProperty("male")
    MALE,
    @JsonProperty("other")
    OTHER,
    @JsonProperty("undisclosed")
    UNDISCLOSED
}
