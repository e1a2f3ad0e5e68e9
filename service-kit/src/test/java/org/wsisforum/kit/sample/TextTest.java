package org.wsisforum.kit.sample;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.RealPostgres;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** Texts are in up to six languages; a reader may ask for one. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
class TextTest {

    private String edition;
    private String note;

    @BeforeEach
    void a_note_in_english_and_arabic() {
        edition = Notes.freshEdition();
        note = Notes.create(edition, 1).then().statusCode(201).extract().header("Location");
    }

    @Test
    void all_languages_come_with_their_status() {
        when().get(note)
                .then()
                .body("title.en.value", is("Note 1"))
                .body("title.en.status", is("official"))
                .body("title.ar.status", is("unofficial"))
                .header("Content-Language", nullValue());
    }

    @Test
    void one_language_comes_as_plain_strings() {
        when().get(note + "?lang=ar")
                .then()
                .body("title", is("ملاحظة"))
                .body("fallbacks", empty())
                .header("Content-Language", "ar");
    }

    @Test
    void what_is_not_to_be_had_falls_back_and_is_listed() {
        when().get(Notes.path(edition) + "?lang=zh")
                .then()
                .body("items[0].title", is("Note 1"))
                .body("fallbacks.pointer", contains("/items/0/title"))
                .body("fallbacks.language", contains("en"))
                .header("Content-Language", "en");
    }

    @Test
    void the_header_of_a_browser_is_understood() {
        given().header("Accept-Language", "de-CH, ar-EG;q=0.8, en;q=0.5")
                .get(note)
                .then()
                .body("title", is("ملاحظة"))
                .header("Content-Language", "ar");
        given().header("Accept-Language", "de").get(note).then().body("title", is("Note 1"));
    }

    @Test
    void a_star_asks_for_all_languages_whatever_the_browser_sends() {
        given().header("Accept-Language", "ar").get(note + "?lang=*").then().body("title.en.value", is("Note 1"));
        given().header("Accept-Language", "*").get(note).then().body("title.en.value", is("Note 1"));
        given().header("Accept-Language", ";;;").get(note).then().body("title.en.value", is("Note 1"));
    }

    @Test
    void a_language_that_the_forum_does_not_speak_is_refused() {
        when().get(note + "?lang=de")
                .then()
                .statusCode(422)
                .body("code", is("language-not-available"))
                .body("errors[0].parameter", is("lang"));
    }

    @Test
    void a_language_tag_that_is_none_is_refused_on_writing() {
        for (var tag : List.of("tlh", "de", "fr-CH", "EN", "${7*7}")) {
            post("{\"title\":{\"en\":{\"value\":\"Note\"},\"" + tag + "\":{\"value\":\"Qapla\"}},\"place\":2}")
                    .then()
                    .statusCode(422)
                    .body("code", is("validation-failed"))
                    .body("errors.pointer", contains("/title/" + tag))
                    .body("errors[0].detail", containsString("ar, zh, en, fr, ru and es"));
        }
    }

    @Test
    void words_are_kept_composed_and_without_space_around_them() {
        post("{\"title\":{\"fr\":{\"value\":\"  Cafe\\u0301 \"}},\"place\":2}")
                .then()
                .statusCode(201)
                .body("title.fr.value", is("Caf\u00e9"))
                .body("title.fr.status", is("unofficial"));
    }

    @Test
    void what_makes_a_text_read_differently_from_what_it_says_is_refused() {
        post("{\"title\":{\"en\":{\"value\":\"a\\u202eb\"}},\"place\":2}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/title/en/value"));
        post("{\"title\":{\"en\":{\"value\":\"a\\u0000b\"}},\"place\":2}")
                .then()
                .statusCode(422);
        post("{\"title\":{},\"place\":2}").then().statusCode(422);
    }

    private io.restassured.response.Response post(String body) {
        return Notes.json()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(Notes.path(edition));
    }
}
