package org.wsisforum.kit.reference;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.Words;

/**
 * A country as ITU counts them.
 *
 * @param code ISO 3166-1 alpha-2
 * @param alpha3 ISO 3166-1 alpha-3
 * @param m49 the three digits of the United Nations, M49
 * @param name the name; official where it is the one of the United Nations, unofficial where it is the one of Unicode CLDR
 * @param region the code of the {@link Region}
 * @param category in what capacity it takes part
 */
@Schema(description = "A country as ITU counts them; no opinion on the legal status of any country or territory.")
public record Country(
        @Schema(description = "ISO 3166-1 alpha-2.", examples = "CH")
        String code,

        @Schema(description = "ISO 3166-1 alpha-3.", examples = "CHE")
        String alpha3,

        @Schema(description = "The three digits of UN M49.", examples = "756")
        String m49,

        @Schema(description = "The name.") Text name,

        @Schema(description = "The code of the ITU region.", examples = "EUR")
        String region,

        @Schema(description = "In what capacity it takes part.")
        Category category) {

    /** In what capacity a country takes part. */
    @Schema(
            name = "CountryCategory",
            enumeration = {"member-state", "resolution-99"})
    public enum Category {
        /** A Member State of ITU. */
        @JsonProperty("member-state")
        MEMBER_STATE,
        /** The State of Palestine, under Resolution 99 of the ITU Plenipotentiary Conference. */
        @JsonProperty("resolution-99")
        RESOLUTION_99
    }

    /**
     * The country that an input means: {@code CH}, {@code ch}, {@code CHE}, {@code 756}, {@code ＣＨ}, {@code СH} with one
     * Cyrillic letter.
     *
     * @return empty for what is none, and for codes in Cyrillic or Greek letters throughout: КР, РТ and РУ are abbreviations in
     *     Russian and, taken for the Latin letters they look like, name the wrong countries
     */
    public static Optional<Country> of(String input) {
        return Optional.ofNullable(input)
                .filter(text -> !CodeInput.isForeign(text))
                .flatMap(text -> CodeInput.find(All.BY_KEY, text));
    }

    /** All countries in the order of their names in this language, as lists and seating follow it. */
    public static List<Country> inOrderOf(Language language) {
        return All.LIST.items().stream()
                .sorted(Comparator.comparing(Country::name, NameOrder.in(language)))
                .toList();
    }

    static ReferenceList<Country> all() {
        return All.LIST;
    }

    private static final class All {
        /** The names are part of the list, so a newer CLDR makes another version of it. */
        static final ReferenceList<Country> LIST = withNames(ReferenceList.read("countries.json", Entry.class));

        static final Map<String, Country> BY_KEY = CodeInput.index(
                LIST.items().stream().flatMap(country -> Stream.of(country.code(), country.alpha3(), country.m49())
                        .map(key -> Map.entry(key, country))));

        private static ReferenceList<Country> withNames(ReferenceList<Entry> entries) {
            var cldr = Stream.of(Language.values())
                    .collect(Collectors.toMap(
                            language -> language,
                            language -> LocaleDisplayNames.getInstance(ULocale.forLocale(language.locale())),
                            (a, _) -> a,
                            () -> new EnumMap<>(Language.class)));
            return entries.map(
                    entries.version() + "+cldr" + LocaleData.getCLDRVersion().getMajor(), entry -> entry.named(cldr));
        }
    }

    /** A line of the file: the names are only those that replace CLDR's. */
    private record Entry(
            String code, String alpha3, String m49, String region, Category category, Map<Language, Words> names) {

        Country named(Map<Language, LocaleDisplayNames> cldr) {
            var words = new EnumMap<Language, Words>(Language.class);
            cldr.forEach((language, displayNames) ->
                    words.put(language, new Words(displayNames.regionDisplayName(code), Words.Status.UNOFFICIAL)));
            words.putAll(names);
            return new Country(code, alpha3, m49, Text.of(words), region, category);
        }
    }
}
