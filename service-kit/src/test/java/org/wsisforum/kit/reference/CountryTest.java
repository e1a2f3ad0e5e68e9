package org.wsisforum.kit.reference;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.ibm.icu.util.LocaleData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Words;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

class CountryTest {

    @Test
    void there_are_193_Member_States_and_one_more_under_Resolution_99() {
        assertThat(Reference.countries().items())
                .filteredOn(c -> c.category() == Country.Category.MEMBER_STATE)
                .hasSize(193);
        assertThat(Reference.countries().items())
                .filteredOn(c -> c.category() == Country.Category.RESOLUTION_99)
                .extracting(Country::code)
                .containsExactly("PS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PW", "TW", "XK", "EH", "HK", "AQ", "EU"})
    void what_was_no_member_in_2021_is_not_listed(String code) {
        assertThat(Country.of(code)).isEmpty();
    }

    @Test
    void each_country_is_in_one_of_the_six_regions() {
        assertThat(Reference.countries().items()).allSatisfy(country -> assertThat(Region.of(country.region()))
                .as(country.code())
                .isPresent());
        assertThat(Reference.countries().items().stream().collect(groupingBy(Country::region, counting())))
                .isEqualTo(Map.of("AFR", 44L, "AMS", 35L, "ARB", 22L, "ASP", 38L, "CIS", 9L, "EUR", 46L));
    }

    @Test
    void the_three_codes_are_those_of_ISO_3166_and_M49() {
        assertThat(Reference.countries().items()).allSatisfy(country -> {
            assertThat(country.alpha3()).isEqualTo(Locale.of("", country.code()).getISO3Country());
            var region = com.ibm.icu.util.Region.getInstance(country.code());
            assertThat(country.m49()).isEqualTo("%03d".formatted(region.getNumericCode()));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "CH, CH",
        "ch, CH",
        "' CH ', CH",
        "CHE, CH",
        "756, CH",
        "004, AF",
        "'ＣＨ', CH", // full width
        "'\u0421H', CH", // Cyrillic capital es
        "'\u0441he', CH", // Cyrillic small es
        "'\u0399T', IT", // Greek capital iota
        "'\u0667\u0665\u0666', CH", // Arabic-Indic digits
        "'\u200fCH', CH", // right-to-left mark
    })
    void what_people_write_finds_the_country_they_mean(String input, String code) {
        assertThat(Country.of(input)).map(Country::code).hasValue(code);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "?", "Switzerland", "C", "CHEE", "000", "4", "UK"})
    void what_is_no_code_finds_nothing(String input) {
        assertThat(Country.of(input)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"КР", "РК", "РТ", "РУ", "СА"})
    void an_abbreviation_in_Cyrillic_is_not_taken_for_the_Latin_code_it_looks_like(String input) {
        assertThat(Country.of(input)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BN | EN | Brunei Darussalam
                    BO | ES | Bolivia (Estado Plurinacional de)
                    CD | ZH | 刚果民主共和国
                    CI | AR | كوت ديفوار
                    CI | EN | Côte d’Ivoire
                    CZ | EN | Czechia
                    CZ | RU | Чехия
                    GB | FR | Royaume-Uni de Grande-Bretagne et d’Irlande du Nord
                    IR | EN | Iran (Islamic Republic of)
                    KP | FR | République populaire démocratique de Corée
                    KR | EN | Republic of Korea
                    LA | EN | Lao People’s Democratic Republic
                    MD | RU | Республика Молдова
                    MK | EN | North Macedonia
                    MM | EN | Myanmar
                    PS | AR | دولة فلسطين
                    PS | EN | State of Palestine
                    PS | FR | État de Palestine
                    RU | AR | الاتحاد الروسي
                    RU | EN | Russian Federation
                    SY | ES | República Árabe Siria
                    SZ | FR | Eswatini
                    TR | EN | Turkey
                    TZ | ZH | 坦桑尼亚联合共和国
                    VA | EN | Vatican City State
                    VE | RU | Венесуэла (Боливарианская Республика)
                    VN | EN | Viet Nam
                    """)
    void countries_bear_the_names_of_the_United_Nations_in_2021(String code, Language language, String name) {
        assertThat(Country.of(code)
                        .orElseThrow()
                        .name()
                        .bestFor(language)
                        .orElseThrow()
                        .value())
                .isEqualTo(name);
    }

    @Test
    void a_name_of_CLDR_is_not_called_official() {
        var france = Country.of("FR").orElseThrow().name().words();
        assertThat(france.get(Language.EN)).isEqualTo(new Words("France", Words.Status.UNOFFICIAL));
        var korea = Country.of("KR").orElseThrow().name().words();
        assertThat(korea.get(Language.EN)).isEqualTo(new Words("Republic of Korea", Words.Status.OFFICIAL));
    }

    @Test
    void no_two_countries_share_a_name() {
        for (var language : Language.values()) {
            assertThat(namesIn(language)).as(language.tag()).doesNotHaveDuplicates();
        }
    }

    @Test
    void the_version_tells_from_which_CLDR_the_names_are() {
        assertThat(Reference.countries().version())
                .isEqualTo("2021.1+cldr" + LocaleData.getCLDRVersion().getMajor());
    }

    @Test
    void in_French_the_accents_do_not_send_a_country_to_the_end() {
        assertThat(namesIn(Language.FR))
                .containsSubsequence("Égypte", "El Salvador", "Émirats arabes unis", "Équateur", "Érythrée", "Espagne")
                .containsSequence("El Salvador", "Émirats arabes unis")
                .containsSubsequence(
                        "Estonie",
                        "Eswatini",
                        "État de Palestine",
                        "États-Unis d’Amérique",
                        "Éthiopie",
                        "Fédération de Russie",
                        "Fidji")
                .endsWith("Zambie", "Zimbabwe");
    }

    @Test
    void in_Spanish_the_letter_enye_comes_right_after_n() {
        assertThat(namesIn(Language.ES))
                .startsWith("Afganistán", "Albania", "Alemania", "Andorra")
                .containsSubsequence("Eslovenia", "España", "Estado de la Ciudad del Vaticano", "Estado de Palestina");
    }

    @Test
    void in_Chinese_countries_stand_by_pinyin() {
        assertThat(namesIn(Language.ZH))
                .startsWith("阿尔巴尼亚", "阿尔及利亚", "阿富汗", "阿根廷")
                .containsSubsequence("巴西", "法国", "美利坚合众国", "瑞士", "中国");
    }

    @Test
    void in_Russian_and_Arabic_countries_stand_by_their_own_alphabets() {
        assertThat(namesIn(Language.RU))
                .startsWith("Австралия", "Австрия", "Азербайджан")
                .endsWith("Ямайка", "Япония");
        assertThat(namesIn(Language.AR)).containsSubsequence("بلجيكا", "تونس", "فرنسا", "مصر", "هنغاريا");
    }

    @Test
    void in_no_language_do_countries_stand_by_code() {
        for (var language : Language.values()) {
            assertThat(Country.inOrderOf(language))
                    .hasSameSizeAs(Reference.countries().items())
                    .containsExactlyInAnyOrderElementsOf(Reference.countries().items())
                    .isNotEqualTo(Reference.countries().items());
        }
    }

    private static List<String> namesIn(Language language) {
        return Country.inOrderOf(language).stream()
                .map(country -> country.name().words().get(language).value())
                .toList();
    }
}
