package org.wsisforum.registration.letter;

import org.junit.jupiter.api.Test;

import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.Secretariat;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

@ForumTest
class WritingALetterTest {

    private static final String LETTERS = Secretariat.EDITION + "/letters";

    @Test
    void a_letter_is_stored_in_its_languages() {
        var letter = Secretariat.letter();
        Secretariat.request()
                .get(LETTERS + "/" + letter)
                .then()
                .statusCode(200)
                .body("subject.ar.value", is("دعوة إلى منتدى القمة"))
                .body("subject.ar.status", is("official"))
                .body("edition", is("2021"))
                .header("ETag", startsWith("\"v0-"));
        Secretariat.request().get(LETTERS + "?limit=200").then().body("items.id", hasItem(letter));
    }

    @Test
    void a_reference_is_given_once_an_edition() {
        Secretariat.request()
                .body(Secretariat.letterBody("CL-21/3"))
                .post(LETTERS)
                .then()
                .statusCode(201);
        Secretariat.request()
                .body(Secretariat.letterBody("CL-21/3"))
                .post(LETTERS)
                .then()
                .statusCode(409)
                .body("code", is("reference-taken"));
    }

    @Test
    void a_reference_has_its_form() {
        Secretariat.request()
                .body(Secretariat.letterBody("Letter 4"))
                .post(LETTERS)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/reference"));
    }

    @Test
    void a_letter_may_be_rewritten_until_it_is_out() {
        var letter = Secretariat.letter();
        var rewritten = Secretariat.letterBody("CL-21/90001").replace("First paragraph", "Better paragraph");
        Secretariat.request()
                .header("If-Match", "\"v0-x\"")
                .body(rewritten)
                .put(LETTERS + "/" + letter)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"v1-"));
        Secretariat.invite(letter, "RW").then().statusCode(201);
        Secretariat.request()
                .header("If-Match", "\"v1-x\"")
                .body(rewritten.replace("Better", "Worse"))
                .put(LETTERS + "/" + letter)
                .then()
                .statusCode(409)
                .body("code", is("letter-is-out"));
    }

    @Test
    void an_edition_that_there_is_not() {
        Secretariat.request()
                .body(Secretariat.letterBody("CL-21/5"))
                .post("/registration/v1/editions/1999/letters")
                .then()
                .statusCode(404)
                .body("code", is("edition-not-found"));
    }

    @Test
    void a_letter_that_there_is_not() {
        Secretariat.request()
                .get(LETTERS + "/01900000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404)
                .body("code", is("letter-not-found"));
    }
}
