package org.wsisforum.awards.stocktaking;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.awards.AwardsTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

/** Anybody takes the entries away as a file. */
@AwardsTest
class ExportingTheStocktakingTest {

    private static final String EXPORT = SubmittedProjects.EDITION + "/stocktaking/export";

    private final String mark = "m" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    @BeforeEach
    void projects_are_taken() {
        SubmittedProjects.areTaken();
    }

    private String marked(String title) {
        return SubmittedProjects.submitted(
                Map.of("title", title, "results", "Told with " + mark, "entity", "Entity " + UUID.randomUUID()));
    }

    private String csv() {
        var bytes = given().accept("text/csv")
                .queryParam("q", mark)
                .get(EXPORT)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void a_table_for_spreadsheet_programs_has_a_name_and_a_mark() {
        var id = marked("Телемедицина");
        given().accept("text/csv")
                .queryParam("q", mark)
                .get(EXPORT)
                .then()
                .statusCode(200)
                .header("Content-Type", is("text/csv;charset=utf-8"))
                .header("Content-Disposition", is("attachment; filename=\"wsis-stocktaking-2031.csv\""))
                .header("Cache-Control", containsString("public"));
        assertThat(csv())
                .startsWith("\ufeffid,category,actionLine,title,entity,country,region,")
                .contains("\r\n" + id + ",1,C1,Телемедицина,Entity ")
                .endsWith("Z\r\n");
    }

    @Test
    void whoever_says_nothing_gets_the_table() {
        given().get(EXPORT + "?q=nothing" + mark).then().header("Content-Type", containsString("text/csv"));
    }

    @Test
    void what_separates_cells_is_quoted() {
        marked("Comma, \"quote\"\nand line");
        assertThat(csv()).contains(",\"Comma, \"\"quote\"\"\nand line\",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1 x", "+1 x", "-1 x", "@SUM x", "\tx"})
    void no_cell_is_a_formula(String title) {
        marked(title);
        assertThat(csv()).contains(",'" + title + ",");
    }

    @Test
    void a_program_takes_an_array() {
        var id = marked("One");
        given().accept("application/json")
                .queryParam("q", mark)
                .get(EXPORT)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Content-Disposition", is("attachment; filename=\"wsis-stocktaking-2031.json\""))
                .body("id", contains(id))
                .body("[0].title", is("One"))
                .body("[0].results", is("Told with " + mark))
                .body("[0].linkages[0].goal", is(3));
        given().accept("application/json")
                .queryParam("q", "nothing" + mark)
                .get(EXPORT)
                .then()
                .body("", is(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/json"})
    void who_has_the_file_is_told_that_it_is_still_the_same(String form) {
        marked("One");
        var url = EXPORT + "?q=" + mark;
        String tag = given().accept(form)
                .get(url)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"[A-Za-z0-9_-]+\""))
                .extract()
                .header("ETag");
        given().accept(form)
                .header("If-None-Match", tag)
                .get(url)
                .then()
                .statusCode(304)
                .body(is(""));
        marked("Two");
        given().accept(form).header("If-None-Match", tag).get(url).then().statusCode(200);
    }

    @Test
    void a_table_and_an_array_of_the_same_are_not_taken_for_each_other() {
        marked("One");
        String table = given().accept("text/csv").get(EXPORT + "?q=" + mark).header("ETag");
        given().accept("application/json")
                .header("If-None-Match", table)
                .get(EXPORT + "?q=" + mark)
                .then()
                .statusCode(200);
    }

    @Test
    void other_forms_are_not_to_be_had() {
        given().accept("application/pdf").get(EXPORT).then().statusCode(406).body("code", is("not-acceptable"));
    }

    @Test
    void more_than_are_held_at_once_are_all_there_in_the_order_of_the_list() {
        IntStream.range(0, Export.PAGE + 5)
                .forEach(i -> marked(UUID.randomUUID().toString()));
        var listed =
                SubmittedProjects.<String>all(SubmittedProjects.EDITION + "/stocktaking?limit=200&q=" + mark, "id");
        assertThat(listed).hasSize(Export.PAGE + 5);
        given().accept("application/json")
                .queryParam("q", mark)
                .get(EXPORT)
                .then()
                .body("id", is(listed));
        assertThat(csv().lines().skip(1).map(line -> line.split(",")[0]).toList())
                .isEqualTo(listed);
    }
}
