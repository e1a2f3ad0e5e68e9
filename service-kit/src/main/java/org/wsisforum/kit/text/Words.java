package org.wsisforum.kit.text;

import java.text.Normalizer;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The words of a {@link Text} in one language.
 *
 * @param value the words, kept in Unicode NFC and without space around them
 * @param status what they are worth
 */
@Schema(description = "The words in one language.")
public record Words(
        @Schema(examples = "Opening segment", description = "The words.")
        String value,

        @Schema(examples = "official", description = "What the words are worth.")
        Status status) {

    /** What the words of one language are worth. */
    @Schema(
            name = "WordsStatus",
            enumeration = {"official", "unofficial", "machine"})
    public enum Status {
        /** As issued by the body responsible. */
        OFFICIAL,
        /** Translated by a person, not issued. */
        UNOFFICIAL,
        /** Translated by a machine. */
        MACHINE;

        /** As it crosses HTTP. */
        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Status of(String json) {
            return valueOf(json.toUpperCase(Locale.ROOT));
        }
    }

    public Words {
        value = value == null
                ? null
                : Normalizer.normalize(value, Normalizer.Form.NFC).strip();
        status = status == null ? Status.UNOFFICIAL : status;
    }
}
