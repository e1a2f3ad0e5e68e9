package org.wsisforum.registration.invitation;

import java.util.List;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.Secretariat;
import org.wsisforum.registration.Secretariat.Invited;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** What a minister's office sees when it follows the link of its letter. */
@ForumTest
class ReadingTheLetterTest {

    private Invited invited;

    @BeforeEach
    void an_invitation_in_mid_february() {
        ForumTime.is("2021-02-15T10:00+01:00");
        invited = Secretariat.invited("EG");
    }

    private ValidatableResponse open(String more) {
        return given().redirects()
                .follow(false)
                .get(invited.path() + "/letter?key=" + invited.key() + more)
                .then();
    }

    @Test
    void the_letter_is_in_the_language_of_the_office() {
        open("").statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Language", "en")
                .body(containsString("<html lang=\"en\" dir=\"ltr\">"))
                .body(containsString("Invitation to the WSIS Forum"))
                .body(containsString("H.E. Ms Paula Ingabire"))
                .body(containsString("28 February 2021"));
    }

    @Test
    void arabic_is_set_from_right_to_left() {
        open("&lang=ar")
                .header("Content-Language", "ar")
                .body(containsString("<html lang=\"ar\" dir=\"rtl\">"))
                .body(containsString("الفقرة الأولى"))
                .body(containsString("نقبل الدعوة"));
    }

    @Test
    void a_language_that_the_letter_is_not_in_falls_back_as_a_whole() {
        open("&lang=zh").header("Content-Language", "en").body(containsString("lang=\"en\""));
    }

    @Test
    void a_language_that_the_forum_does_not_speak_is_refused() {
        open("&lang=de").statusCode(422).body("code", is("language-not-available"));
    }

    @Test
    void markup_in_a_letter_is_shown_and_not_obeyed() {
        open("").body(containsString("Second &lt;b&gt;paragraph&lt;/b&gt; &amp; more."));
    }

    @Test
    void the_page_tells_nobody_its_address_and_runs_no_script() {
        open("").header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", "private, no-store")
                .body(not(containsString("<script")));
    }

    @Test
    void the_first_opening_is_noted_once() {
        open("").statusCode(200);
        ForumTime.is("2021-02-16T10:00+01:00");
        open("").statusCode(200);
        Secretariat.request()
                .get(invited.path())
                .then()
                .body("state", is("opened"))
                .body("openedAt", containsString("2021-02-15T09:00"));
    }

    @Test
    void the_secretariat_reads_it_without_opening_it() {
        Secretariat.request()
                .get(invited.path() + "/letter")
                .then()
                .statusCode(200)
                .body(not(containsString("<form")));
        Secretariat.request().get(invited.path()).then().body("state", is("sent"));
    }

    @Test
    void the_form_answers_and_leads_back_to_the_letter() {
        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .body("answer=accepted&wishesToSpeak=true&honorific=&name=&title=")
                .post(invited.path() + "/letter?lang=ar&key=" + invited.key())
                .then()
                .statusCode(303)
                .header("Location", containsString("/letter?key=" + invited.key() + "&lang=ar"));
        open("").body(containsString("You have accepted the invitation"));
        Secretariat.request().get(invited.path()).then().body("response.wishesToSpeak", is(true));
    }

    @Test
    void a_form_that_is_sent_twice_is_taken_once() {
        for (var i = 0; i < 2; i++) {
            given().redirects()
                    .follow(false)
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .body("answer=represented&name=Luc+Ndoye&title=Ambassador")
                    .post(invited.path() + "/letter?key=" + invited.key())
                    .then()
                    .statusCode(303);
        }
        Secretariat.request().get(invited.path() + "/responses").then().body("items.size()", is(1));
    }

    @Test
    void a_form_without_a_choice_or_a_name_is_refused() {
        for (var form : new String[] {
            "",
            "answer=perhaps",
            "answer=represented&name=&title=",
            // Read from right to left, over two lines, and longer than a form of address.
            "answer=represented&title=Adviser&name=Luc%E2%80%AEeodN",
            "answer=represented&title=Adviser&name=Luc%0ADupont",
            "answer=represented&title=Adviser&name=Luc&honorific=" + "x".repeat(300)
        }) {
            given().contentType("application/x-www-form-urlencoded")
                    .body(form)
                    .post(invited.path() + "/letter?key=" + invited.key())
                    .then()
                    .statusCode(422)
                    .body("code", is("response-not-coherent"));
        }
    }

    @Test
    void after_the_deadline_the_page_takes_no_answer() {
        ForumTime.is("2021-03-02T10:00+01:00");
        open("").statusCode(200)
                .body(not(containsString("<form")))
                .body(containsString("Answers are no longer taken here."));
    }

    @Test
    void a_link_that_opens_nothing_gets_a_page_that_says_whom_to_ask() {
        given().get(invited.path() + "/letter?key=" + LinkKey.random().secret())
                .then()
                .statusCode(401)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("This link does not open an invitation"))
                .body(containsString("wsis-info@itu.int"))
                .body(not(containsString("Ingabire")));
    }

    @Test
    void a_link_that_a_mail_program_cut_or_lengthened_gets_the_same_page() {
        var key = invited.key();
        for (var damaged : List.of(key.substring(0, 20), key + ".", "")) {
            given().get(invited.path() + "/letter?key=" + damaged)
                    .then()
                    .statusCode(401)
                    .contentType("text/html;charset=UTF-8")
                    .body(containsString("wsis-info@itu.int"));
        }
    }
}
