package org.wsisforum.agenda.session;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Languages that people speak in sessions, which are more than the Forum's six. */
final class SpokenLanguage {

    private SpokenLanguage() {}

    /** The BCP 47 tag that an input means, in its usual spelling: {@code pt-br} is {@code pt-BR}; empty for none. */
    static Optional<String> of(String tag) {
        try {
            var language = new Locale.Builder().setLanguageTag(tag.strip()).build();
            var known = !language.getLanguage().isEmpty()
                    && !language.getDisplayLanguage(Locale.ENGLISH).equals(language.getLanguage());
            return known ? Optional.of(language.toLanguageTag()) : Optional.empty();
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
