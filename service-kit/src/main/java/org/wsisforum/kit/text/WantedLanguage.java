package org.wsisforum.kit.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.wsisforum.kit.problem.Problem.FieldError;

/** Which single language a request asks for. */
public final class WantedLanguage {

    private WantedLanguage() {}

    /**
     * The language that a request asks for.
     *
     * @param lang the query parameter {@code lang}: a BCP 47 tag or {@code *} for all languages; may be null
     * @param acceptLanguage the header {@code Accept-Language}; may be null
     * @return empty when all languages are wanted
     */
    public static Optional<Language> of(String lang, String acceptLanguage) {
        if (lang != null) {
            return lang.equals("*")
                    ? Optional.empty()
                    : Optional.of(Language.of(lang).orElseThrow(() -> notSpoken(lang)));
        }
        return acceptLanguage == null ? Optional.empty() : preferred(acceptLanguage);
    }

    private static Optional<Language> preferred(String header) {
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException malformed) {
            // RFC 9110, 12.5.4: a preference that cannot be understood is no reason to refuse.
            return Optional.empty();
        }
        if (ranges.stream().allMatch(range -> range.getRange().equals("*"))) {
            return Optional.empty();
        }
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> Language.of(range.getRange()).stream())
                .findFirst()
                .or(() -> Optional.of(Language.EN));
    }

    private static RuntimeException notSpoken(String lang) {
        var known = String.join(
                ", ", Stream.of(Language.values()).map(Language::tag).toList());
        return TextProblem.LANGUAGE_NOT_AVAILABLE.because(
                "Ask for one of " + known + ", or for * to get all.",
                List.of(FieldError.of("lang", "language-not-available", "One of " + known + " or *.")));
    }
}
