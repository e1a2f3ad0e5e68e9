package org.wsisforum.kit.reference;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.ibm.icu.lang.UScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;

import static org.assertj.core.api.Assertions.assertThat;

class ReferenceTest {

    private static final Map<Language, Integer> SCRIPTS = Map.of(
            Language.AR,
            UScript.ARABIC,
            Language.ZH,
            UScript.HAN,
            Language.EN,
            UScript.LATIN,
            Language.FR,
            UScript.LATIN,
            Language.RU,
            UScript.CYRILLIC,
            Language.ES,
            UScript.LATIN);

    /** Every name of every list, by the code that bears it. */
    private static Stream<Map.Entry<String, Text>> names() {
        return Stream.of(
                        names(Reference.actionLines(), ActionLine::code, ActionLine::name),
                        names(Reference.actionLines(), ActionLine::code, ActionLine::fullName),
                        names(Reference.goals(), goal -> "SDG " + goal.number(), Goal::name),
                        names(Reference.countries(), Country::code, Country::name),
                        names(Reference.regions(), Region::code, Region::name),
                        names(Reference.stakeholderTypes(), StakeholderType::code, StakeholderType::name),
                        names(Reference.sessionTypes(), SessionType::code, SessionType::name))
                .flatMap(n -> n);
    }

    @Test
    void every_name_is_there_in_six_languages_and_fit_to_print() {
        assertThat(names()).allSatisfy(name -> {
            assertThat(name.getValue().languages()).containsExactly(Language.values());
            assertThat(name.getValue().words().values()).allSatisfy(words -> assertThat(words.value())
                    .isNotBlank()
                    .isEqualTo(Normalizer.normalize(words.value(), Normalizer.Form.NFC))
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]"));
        });
    }

    @Test
    void no_word_mixes_the_letters_of_two_scripts() {
        assertThat(names()).allSatisfy(name -> name.getValue().words().forEach((language, words) -> {
            var script = SCRIPTS.get(language);
            assertThat(words.value().split("[^\\p{L}\\p{M}]+")).allSatisfy(word -> assertThat(word.codePoints()
                            .filter(Character::isLetter)
                            .mapToObj(UScript::getScript)
                            .distinct()
                            .toList())
                    .as(word)
                    // A name such as "WSIS" or "TalkX" stays in Latin letters everywhere.
                    .isIn(List.of(), List.of(script), List.of(UScript.LATIN)));
        }));
    }

    @Test
    void every_list_has_a_version_and_a_day() {
        assertThat(List.of(
                        Reference.actionLines(),
                        Reference.goals(),
                        Reference.matrix(),
                        Reference.stakeholderTypes(),
                        Reference.sessionTypes(),
                        Reference.regions(),
                        Reference.countries()))
                .allSatisfy(list -> {
                    assertThat(list.version()).isNotBlank();
                    assertThat(list.asOf()).isEqualTo("2021-05-21");
                    assertThat(list.items()).isNotEmpty().doesNotHaveDuplicates();
                });
    }

    @Test
    void codes_are_unique() {
        assertThat(Reference.actionLines().items()).extracting(ActionLine::code).doesNotHaveDuplicates();
        assertThat(Reference.countries().items()).extracting(Country::code).doesNotHaveDuplicates();
        assertThat(Reference.countries().items()).extracting(Country::alpha3).doesNotHaveDuplicates();
        assertThat(Reference.countries().items()).extracting(Country::m49).doesNotHaveDuplicates();
        assertThat(Reference.regions().items()).extracting(Region::code).doesNotHaveDuplicates();
        assertThat(Reference.sessionTypes().items())
                .extracting(SessionType::code)
                .doesNotHaveDuplicates();
        assertThat(Reference.stakeholderTypes().items())
                .extracting(StakeholderType::code)
                .doesNotHaveDuplicates();
    }

    @Test
    void lists_and_their_entries_cannot_be_changed() {
        assertThat(Reference.actionLines().items()).isUnmodifiable();
        assertThat(ActionLine.of("C1").orElseThrow().facilitators()).isUnmodifiable();
        assertThat(Reference.matrix().items().getFirst().targets()).isUnmodifiable();
    }

    @Test
    void there_are_seventeen_goals_in_order() {
        assertThat(Reference.goals().items())
                .extracting(Goal::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 17).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({"9, 9", "SDG 9, 9", "sdg17, 17", "ODD 4, 4", "'ЦУР 3', 3", "Goal 10, 10", "'\u0661\u0667', 17", "'９', 9"
    })
    void what_people_write_finds_the_goal_they_mean(String input, int number) {
        assertThat(Goal.of(input)).map(Goal::number).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "18", "1 7", "9.1", "SDG", "-"})
    void what_is_no_goal_is_none(String input) {
        assertThat(Goal.of(input)).isEmpty();
    }

    @Test
    void the_six_regions_are_those_of_ITU() {
        assertThat(Reference.regions().items())
                .extracting(Region::code)
                .containsExactly("AFR", "AMS", "ARB", "ASP", "CIS", "EUR");
        assertThat(Region.of(" arb ")).map(Region::code).hasValue("ARB");
        assertThat(Region.of("international")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "high-level-policy-session, high-level-policy-session",
        "High-Level Policy Session, high-level-policy-session",
        "TALKX, talkx",
        "knowledge_cafe, knowledge-cafe",
    })
    void a_session_type_is_found_however_its_code_is_written(String input, String code) {
        assertThat(SessionType.of(input)).map(SessionType::code).hasValue(code);
    }

    @Test
    void statistics_count_academia_and_the_technical_community_as_one_group() {
        assertThat(Reference.stakeholderTypes().items())
                .extracting(StakeholderType::code)
                .containsExactly(
                        "government",
                        "private-sector",
                        "civil-society",
                        "international-organization",
                        "academia",
                        "technical-community",
                        "other");
        assertThat(StakeholderType.of("Academia").orElseThrow().statisticsGroup())
                .isEqualTo(
                        StakeholderType.of("technical community").orElseThrow().statisticsGroup());
    }

    @Test
    void the_matrix_links_known_lines_to_known_goals_and_their_own_targets() {
        assertThat(Reference.matrix().items()).allSatisfy(cell -> {
            assertThat(ActionLine.of(cell.actionLine())).map(ActionLine::code).hasValue(cell.actionLine());
            assertThat(Goal.of(cell.goal())).isPresent();
            assertThat(cell.targets()).allMatch(target -> target.startsWith(cell.goal() + "."));
        });
        assertThat(Reference.matrix().items().stream().map(cell -> cell.actionLine() + " " + cell.goal()))
                .doesNotHaveDuplicates();
        assertThat(Reference.matrix().items().stream()
                        .map(MatrixCell::actionLine)
                        .distinct())
                .containsExactlyElementsOf(Reference.actionLines().items().stream()
                        .map(ActionLine::code)
                        .toList());
    }

    @Test
    void a_link_is_on_the_matrix_or_not() {
        var infrastructure = ActionLine.of("C2").orElseThrow();
        assertThat(Reference.isOnMatrix(infrastructure, Goal.of(9).orElseThrow()))
                .isTrue();
        assertThat(Reference.isOnMatrix(infrastructure, Goal.of(14).orElseThrow()))
                .isFalse();
    }

    @Test
    void no_cell_of_the_matrix_claims_to_be_confirmed() {
        assertThat(Reference.matrix().items()).noneMatch(MatrixCell::confirmed);
    }

    @Test
    void a_list_crosses_HTTP_as_version_day_and_items() {
        var json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        var tree = json.valueToTree(Reference.countries());
        assertThat(tree.at("/asOf").asText()).isEqualTo("2021-05-21");
        var palestine = tree.at("/items")
                .valueStream()
                .filter(item -> item.at("/code").asText().equals("PS"))
                .findFirst()
                .orElseThrow();
        assertThat(palestine.at("/category").asText()).isEqualTo("resolution-99");
        assertThat(palestine.at("/name/en/value").asText()).isEqualTo("State of Palestine");
        assertThat(palestine.at("/name/en/status").asText()).isEqualTo("official");
        assertThat(palestine.at("/region").asText()).isEqualTo("ARB");
    }

    private static <T> Stream<Map.Entry<String, Text>> names(
            ReferenceList<T> list, Function<T, String> code, Function<T, Text> name) {
        return list.items().stream().map(item -> Map.entry(code.apply(item), name.apply(item)));
    }
}
