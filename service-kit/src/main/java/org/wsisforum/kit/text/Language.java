package org.wsisforum.kit.text;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The six languages of the United Nations, and of ITU. */
public enum Language {
    AR,
    ZH,
    EN,
    FR,
    RU,
    ES;

    /** The BCP 47 tag, for example {@code ar}. */
    @JsonValue
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language for a BCP 47 tag; regions and scripts are left aside, {@code fr-CH} is French. */
    public static Optional<Language> of(String tag) {
        var primary = tag.strip().split("[-_]", 2)[0];
        return Stream.of(values())
                .filter(l -> l.name().equalsIgnoreCase(primary))
                .findFirst();
    }

    /** The locale for formatting and collation. */
    public Locale locale() {
        return Locale.of(tag());
    }

    /** {@code rtl} or {@code ltr}, as HTML's {@code dir} takes it. */
    public String direction() {
        return this == AR ? "rtl" : "ltr";
    }

    @JsonCreator
    static Language require(String tag) {
        return of(tag).filter(l -> l.tag().equals(tag))
                .orElseThrow(() -> new IllegalArgumentException("No language of the Forum: " + tag));
    }
}
