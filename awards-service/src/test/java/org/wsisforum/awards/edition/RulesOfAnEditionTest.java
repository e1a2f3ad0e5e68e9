package org.wsisforum.awards.edition;

import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.validation.Validator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.wsisforum.awards.AwardsTest;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** An edition that contradicts itself is not stored. */
@AwardsTest
class RulesOfAnEditionTest {

    @Inject
    ObjectMapper json;

    @Inject
    Validator validator;

    @Inject
    EditionLoader loader;

    private static Stream<Arguments> contradictions() {
        return Stream.of(
                fault("code: A year, and a name after a hyphen for a rehearsal.", e -> e.put("code", "next year")),
                fault("zone: The IANA name of a time zone, such as Europe/Zurich.", e -> e.put("zone", "CET")),
                fault("zone: The IANA name of a time zone, such as Europe/Zurich.", e -> e.put("zone", "+01:00")),
                fault("languages: Each language once.", e -> e.withArray("languages")
                        .add("en")),
                fault("title.es: Only languages of the edition.", e -> e.withArray("languages")
                        .remove(5)),
                fault("phases[2].endsAt: A phase ends after it has begun.", e -> phase(e, 2)
                        .put("endsAt", "2021-03-01T00:00:00+01:00")),
                fault("phases[1].startsAt: A phase begins when the one before it has ended.", e -> phase(e, 1)
                        .put("startsAt", "2021-01-25T22:59:59+01:00")),
                fault("phases[3].code: Each phase once, in the order of the contest.", e -> phase(e, 3)
                        .put("code", "voting")),
                fault("phases[0].source: must not be blank", e -> phase(e, 0).put("source", "")),
                fault("rules.descriptionWords: The least is not above the most.", e -> e.withObject("rules")
                        .withObject("descriptionWords")
                        .put("min", 201)),
                fault("rules.championsPerCategory: Champions are chosen among the nominees.", e -> e.withObject("rules")
                        .put("nomineesPerCategory", 4)),
                fault("rules.winnersPerCategory: Winners are chosen among the champions.", e -> e.withObject("rules")
                        .put("championsPerCategory", 1)),
                fault("rules.submissionLanguages[0].<list element>: must not be null", e -> e.withObject("rules")
                        .putArray("submissionLanguages")
                        .addNull()),
                fault("rules.review.criteria: Each criterion once.", e -> e.withObject("rules")
                        .withObject("review")
                        .withArray("criteria")
                        .add(e.withObject("rules")
                                .withObject("review")
                                .withArray("criteria")
                                .get(0)
                                .deepCopy())),
                fault(
                        "rules.embargo: Nominees are made public before champions, and champions before winners.",
                        e -> e.withObject("rules").withObject("embargo").put("winnersAt", "2021-03-01T00:00:00Z")),
                fault(
                        "rules.embargo.countsAt: Numbers of votes would tell who the champions are.",
                        e -> e.withObject("rules").withObject("embargo").put("countsAt", "2021-04-12T21:59:59Z")),
                fault(
                        "rules.vote.quarantineScore: A suspicion that can be reached.",
                        e -> e.withObject("rules").withObject("vote").put("quarantineScore", 121)),
                fault("rules.ballot: must not be null", e -> e.withObject("rules")
                        .remove("ballot")));
    }

    private static Arguments fault(String complaint, Consumer<ObjectNode> change) {
        return arguments(complaint, change);
    }

    private static ObjectNode phase(ObjectNode edition, int index) {
        return (ObjectNode) edition.withArray("phases").get(index);
    }

    private ObjectNode edition() throws Exception {
        try (var file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("editions/2021/edition.json")) {
            return (ObjectNode) json.readTree(file);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void a_contradiction_is_named_where_it_stands(String complaint, Consumer<ObjectNode> change) throws Exception {
        var edition = edition();
        change.accept(edition);
        assertThat(validator.validate(json.treeToValue(edition, EditionInput.class)))
                .extracting(v -> v.getPropertyPath() + ": " + v.getMessage())
                .contains(complaint);
    }

    @Test
    void the_edition_2021_contradicts_itself_nowhere() throws Exception {
        assertThat(validator.validate(json.treeToValue(edition(), EditionInput.class)))
                .isEmpty();
    }

    @Test
    void another_start_doubles_nothing() {
        loader.load(new StartupEvent());
        when().get("/awards/v1/editions?count=exact").then().body("count", is(2));
    }

    /** What is known of the rules of three years (unite-it.eu 2013, ist-africa.org 2020, fao.org 2021) can be said as data. */
    private static Stream<Arguments> years() {
        return Stream.of(
                // Votes in all 18 categories or none; no quota of nominees, and no champions before 2016: the first one
                // wins.
                year("2013", rules -> {
                    rules.remove("nomineesPerCategory");
                    rules.put("championsPerCategory", 1);
                    rules.withObject("winnersPerCategory").put("min", 1).put("max", 1);
                    rules.withObject("ballot").put("rule", "all-categories").put("changeAllowed", false);
                }),
                // Any subset of the categories, a vote once given stays; no fixed number of nominees, five champions.
                year("2020", rules -> {
                    rules.remove("nomineesPerCategory");
                    rules.withObject("ballot").put("rule", "any-categories").put("changeAllowed", false);
                }),
                // Twenty nominees and five champions a category.
                year("2021", rules -> {}),
                // Later: an entity may hand in several projects a category, and two won in one.
                year("2026", rules -> rules.put("onePerEntityAndCategory", false)));
    }

    private static Arguments year(String code, Consumer<ObjectNode> rules) {
        return arguments(code, rules);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("years")
    void the_rules_of_other_years_are_data_too(String code, Consumer<ObjectNode> rules) throws Exception {
        var edition = edition();
        edition.put("code", code);
        rules.accept(edition.withObject("rules"));
        var input = json.treeToValue(edition, EditionInput.class);
        assertThat(validator.validate(input)).isEmpty();
        assertThat(input.rules().nomineesPerCategory())
                .isEqualTo(code.equals("2021") || code.equals("2026") ? Integer.valueOf(20) : null);
        assertThat(input.rules().ballot().rule().json())
                .isEqualTo(code.equals("2020") ? "any-categories" : "all-categories");
        assertThat(input.rules().winnersPerCategory().max()).isEqualTo(code.equals("2013") ? 1 : 2);
        assertThat(input.rules().onePerEntityAndCategory()).isEqualTo(!code.equals("2026"));
    }
}
