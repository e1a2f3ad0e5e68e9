package org.wsisforum.registration.invitation;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.Secretariat;
import org.wsisforum.registration.Secretariat.Invited;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** An invitation from its draft to its end. */
@ForumTest
class StepByStepTest {

    private static final String INVITATIONS = Secretariat.EDITION + "/invitations";

    @BeforeEach
    void mid_february() {
        ForumTime.is("2021-02-15T10:00+01:00");
    }

    private static String draft(String letter, String country) {
        return Secretariat.request()
                .body("""
                        {"letter":"%s","country":"%s","language":"en","draft":true,"email":"minister@gov.example",
                         "addressee":{"honorific":"H.E. Ms","name":"Aline Favre","title":"Minister of Communications",
                                      "gender":"female","rank":"minister"}}""".formatted(letter, country))
                .post(INVITATIONS)
                .then()
                .statusCode(201)
                .body("link", nullValue())
                .body("invitation.state", is("drafted"))
                .body("invitation.issuedAt", nullValue())
                .extract()
                .path("invitation.id");
    }

    private static ValidatableResponse post(String path, String body) {
        return Secretariat.request().body(body).post(INVITATIONS + "/" + path).then();
    }

    private static ValidatableResponse steps(String id) {
        return Secretariat.request().get(INVITATIONS + "/" + id + "/steps").then();
    }

    @Test
    void a_draft_is_cleared_goes_out_is_opened_and_answered_and_each_step_is_kept() {
        var id = draft(Secretariat.letter(), "LU");
        post(id + "/link", "").statusCode(409).body("code", is("not-cleared"));
        post(id + "/clearance", "").statusCode(200).body("state", is("cleared"));
        post(id + "/clearance", "").statusCode(409).body("code", is("not-a-draft"));
        var key = post(id + "/link", "")
                .statusCode(201)
                .body("invitation.state", is("sent"))
                .extract()
                .<String>path("link.key");
        var office = new Invited(id, key);
        office.office().get(office.path() + "/letter").then().statusCode(200);
        ForumTime.is("2021-02-20T10:00+01:00");
        Secretariat.request().body("""
                        {"answer":"accepted","channel":"correspondence","receivedOn":"2021-02-19"}""").post(office.path() + "/response").then().statusCode(201);
        var steps = steps(id)
                .statusCode(200)
                .body("items.state", contains("drafted", "cleared", "sent", "opened", "accepted"))
                .body("items.channel", contains(null, null, "correspondence", "web", "correspondence"))
                .body("items[0].by", is("secretary"))
                .body("items[4].by", is("secretary"))
                .body("items[4].at", containsString("2021-02-20T09:00"))
                .extract();
        assertThat(steps.<String>path("items[3].by")).startsWith("link:");
        office.office().get(office.path() + "/steps").then().statusCode(403);
    }

    @Test
    void a_letter_is_rewritten_until_an_invitation_is_cleared() {
        var letter = Secretariat.letter();
        var id = draft(letter, "LU");
        rewrite(letter).statusCode(200);
        post(id + "/clearance", "").statusCode(200);
        rewrite(letter).statusCode(409).body("code", is("letter-is-out"));
    }

    private static ValidatableResponse rewrite(String letter) {
        return Secretariat.request()
                .header("If-Match", "*")
                .body(Secretariat.circularLetter())
                .put(Secretariat.EDITION + "/letters/" + letter)
                .then();
    }

    @Test
    void a_draft_is_corrected_and_afterwards_only_where_mail_goes() {
        var id = draft(Secretariat.letter(), "LU");
        correct(id, "{\"addressee\":{\"name\":\"Xavier Bettel\",\"gender\":\"male\"}}")
                .statusCode(200)
                .body("addressee.name", is("Xavier Bettel"))
                .body("addressee.title", is("Minister of Communications"));
        correct(id, "{\"addressee\":{\"rank\":\"grand-vizier\"}}")
                .statusCode(422)
                .body("code", is("unknown-rank"))
                .body("errors[0].pointer", is("/addressee/rank"));
        post(id + "/clearance", "").statusCode(200);
        correct(id, "{\"language\":\"fr\"}").statusCode(409).body("code", is("not-a-draft"));
        correct(id, "{\"email\":\"cabinet@gov.example\"}").statusCode(200).body("email", is("cabinet@gov.example"));
        Secretariat.request()
                .contentType("application/merge-patch+json")
                .body("{\"email\":\"no\"}")
                .patch(INVITATIONS + "/" + id)
                .then()
                .statusCode(428);
    }

    private static ValidatableResponse correct(String id, String patch) {
        return Secretariat.request()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(INVITATIONS + "/" + id)
                .then();
    }

    @Test
    void nobody_but_the_secretariat_learns_where_mail_goes() {
        var id = draft(Secretariat.letter(), "LU");
        given().header("Authorization", TestCredentials.of("agenda", "service", "registration:read"))
                .get(INVITATIONS + "/" + id)
                .then()
                .statusCode(200)
                .body(not(containsString("gov.example")));
        Secretariat.request().get(INVITATIONS + "/" + id).then().body("email", is("minister@gov.example"));
    }

    @Test
    void what_was_not_sent_is_not_answered() {
        var id = draft(Secretariat.letter(), "LU");
        post(id + "/response", "{\"answer\":\"declined\",\"channel\":\"correspondence\",\"receivedOn\":\"2021-02-14\"}")
                .statusCode(409)
                .body("code", is("not-sent"));
    }

    @Test
    void an_office_that_cannot_say_yet_answers_firmly_later() {
        var office = Secretariat.invited("SI");
        respond(office, "{\"answer\":\"tentative\",\"wishesToSpeak\":true}")
                .statusCode(422)
                .body("errors.pointer", contains("/wishesToSpeak"));
        respond(office, "{\"answer\":\"tentative\",\"reason\":\"Parliament may sit.\"}")
                .statusCode(201)
                .body("answer", is("tentative"));
        office.office().get(office.path()).then().body("state", is("tentative"));
        given().get(office.path() + "/letter?key=" + office.key())
                .then()
                .body(containsString("You have let us know that you cannot say yet."))
                .body(containsString("value=\"accepted\""));
        respond(office, "{\"answer\":\"accepted\",\"wishesToSpeak\":true}").statusCode(201);
        steps(office.id()).body("items.state", contains("sent", "tentative", "accepted"));
    }

    private static ValidatableResponse respond(Invited office, String body) {
        return office.office().body(body).post(office.path() + "/response").then();
    }

    @Test
    void what_was_withdrawn_opens_nothing_and_says_so_to_whom_it_was_sent_alone() {
        var letter = Secretariat.letter();
        var first = Secretariat.invite(letter, "HR").then().extract();
        var office = new Invited(first.path("invitation.id"), first.path("link.key"));
        respond(office, "{\"answer\":\"accepted\",\"wishesToSpeak\":true}").statusCode(201);
        post(office.id() + "/withdrawal", "{}").statusCode(422).body("errors[0].pointer", is("/reason"));
        post(office.id() + "/withdrawal", "{\"reason\":\"The government has changed.\"}")
                .statusCode(200)
                .body("state", is("withdrawn"));
        office.office().get(office.path()).then().statusCode(410).body("code", is("invitation-withdrawn"));
        given().get(office.path() + "/letter?lang=fr&key=" + office.key())
                .then()
                .statusCode(410)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("Cette invitation a été retirée"))
                .body(not(containsString("government has changed")));
        given().get(office.path() + "/letter?key=" + LinkKey.random().secret())
                .then()
                .statusCode(401);
        respond(office, "{\"answer\":\"declined\"}").statusCode(410);
        post(office.id() + "/link", "").statusCode(410).body("code", is("invitation-withdrawn"));
        post(office.id() + "/withdrawal", "{\"reason\":\"Again.\"}").statusCode(410);
        steps(office.id())
                .body("items.state", contains("sent", "accepted", "withdrawn"))
                .body("items[2].reason", is("The government has changed."));
        given().header("Authorization", TestCredentials.of("agenda", "service", "registration:read"))
                .get(office.path() + "/office")
                .then()
                .body("state", is("withdrawn"))
                .body("linkHash", nullValue());
        // Its successor is invited with the same letter.
        Secretariat.invite(letter, "HR").then().statusCode(201);
    }

    @Test
    void without_an_answer_an_invitation_expires_by_itself() {
        var letter = Secretariat.letter();
        var silent = Secretariat.invite(letter, "BA").<String>path("invitation.id");
        var answered = Secretariat.invite(letter, "RS").<String>path("invitation.id");
        post(answered + "/response", """
                {"answer":"declined","channel":"correspondence","receivedOn":"2021-02-14"}""").statusCode(201);
        list(letter, "expired").body("items", empty());
        list(letter, "sent").body("items.country", contains("BA"));
        ForumTime.is("2021-03-01T00:00+01:00");
        list(letter, "expired").body("items.country", contains("BA")).body("items[0].state", is("expired"));
        list(letter, "sent").body("items", empty());
        list(letter, "declined").body("items.country", contains("RS"));
        steps(silent)
                .body("items.state", contains("sent", "expired"))
                .body("items[1].at", is("2021-02-28T23:00:00Z"))
                .body("items[1].by", is("system"));
        // What came in time by letter still counts.
        post(silent + "/response", """
                {"answer":"accepted","channel":"correspondence","receivedOn":"2021-02-27"}""").statusCode(201);
        list(letter, "accepted").body("items.country", contains("BA"));
    }

    private static ValidatableResponse list(String letter, String state) {
        return Secretariat.request()
                .get(INVITATIONS + "?letter=" + letter + "&state=" + state)
                .then()
                .statusCode(200);
    }

    @Test
    void lists_follow_the_french_names_of_countries_from_the_one_that_was_drawn() {
        var letter = Secretariat.letter();
        for (var country : List.of("ZW", "US", "CH", "AF", "AE", "EE")) {
            Secretariat.invite(letter, country).then().statusCode(201);
        }
        var sorted = INVITATIONS + "?sort=country&letter=" + letter;
        Secretariat.request().get(sorted).then().body("items.country", contains("AF", "AE", "EE", "US", "CH", "ZW"));
        var first = Secretariat.request()
                .get(sorted + "&startingWith=EE&limit=2")
                .then()
                .body("items.country", contains("EE", "US"))
                .extract();
        Secretariat.request().get(first.<String>path("links.next")).then().body("items.country", contains("CH", "ZW"));
        Secretariat.request()
                .get(sorted + "&startingWith=PS")
                .then()
                .statusCode(422)
                .body("errors[0].parameter", is("startingWith"));
    }

    @Test
    void links_are_revoked_without_another() {
        var office = Secretariat.invited("ME");
        Secretariat.request().delete(office.path() + "/link").then().statusCode(204);
        Secretariat.request().delete(office.path() + "/link").then().statusCode(204);
        office.office().get(office.path()).then().statusCode(401).body("code", is("link-not-valid"));
        Secretariat.request()
                .get(office.path())
                .then()
                .body("state", is("sent"))
                .body("linkValidUntil", nullValue());
        Secretariat.request()
                .get(office.path() + "/history")
                .then()
                .body("items.type", hasItem("org.wsisforum.registration.invitation.link-revoked.v1"));
        post(office.id() + "/link", "").statusCode(201).body("invitation.linkValidUntil", notNullValue());
    }

    @Test
    void an_invitation_is_given_five_links_a_day_however_many_ask_at_once() throws Exception {
        var office = Secretariat.invited("MK");
        Callable<Integer> another =
                () -> post(office.id() + "/link", "").extract().statusCode();
        try (var threads = Executors.newFixedThreadPool(10)) {
            var answers = threads
                    .invokeAll(IntStream.range(0, 10).mapToObj(i -> another).toList())
                    .stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            // One was issued with the invitation.
            assertThat(answers).containsOnly(201, 429);
            assertThat(answers.stream().filter(status -> status == 201)).hasSize(4);
        }
        var refused = post(office.id() + "/link", "").statusCode(429).body("code", is("too-many-links"));
        assertThat(Integer.parseInt(refused.extract().header("Retry-After"))).isBetween(1, 86_400);
        ForumTime.is("2021-02-16T10:01+01:00");
        post(office.id() + "/link", "").statusCode(201);
    }

    @Test
    void who_tries_keys_is_told_to_wait_and_who_has_the_key_is_let_in() {
        var office = Secretariat.invited("AL");
        for (var i = 0; i < 20; i++) {
            tryKey(office.path()).statusCode(401).body("code", is("link-not-valid"));
        }
        var refused = tryKey(office.path()).statusCode(429).body("code", is("too-many-wrong-keys"));
        assertThat(Integer.parseInt(refused.extract().header("Retry-After"))).isBetween(1, 3600);
        office.office().get(office.path()).then().statusCode(200);
        ForumTime.is("2021-02-15T11:01+01:00");
        tryKey(office.path()).statusCode(401);
    }

    private static ValidatableResponse tryKey(String path) {
        return given().header("Authorization", "Link " + LinkKey.random().secret())
                .get(path)
                .then();
    }

    @Test
    void a_greeting_follows_rank_gender_and_language() {
        var letter = Secretariat.request()
                .body(Secretariat.circularLetter())
                .post(Secretariat.EDITION + "/letters")
                .<String>path("id");
        var id = draft(letter, "LU");
        page(id, "fr").body(containsString("<p>Madame la Ministre,</p>"));
        page(id, "ar").body(containsString("معالي السيدة الوزيرة،"));
        // Nothing is said of women in Russian: a minister is greeted as one.
        page(id, "ru").body(containsString("Ваше Превосходительство!"));
        correct(id, "{\"addressee\":{\"gender\":null,\"rank\":null}}").statusCode(200);
        page(id, "fr").body(not(containsString("Madame la Ministre")));
    }

    private static ValidatableResponse page(String id, String language) {
        return Secretariat.request()
                .header("Accept", "text/html")
                .get(INVITATIONS + "/" + id + "/letter?lang=" + language)
                .then()
                .statusCode(200);
    }

    @Test
    void a_name_is_one_line() {
        Secretariat.request()
                .body("""
                        {"letter":"%s","country":"LU","language":"en",
                         "addressee":{"name":"Aline\\nFavre","title":"Minister"}}""".formatted(Secretariat.letter()))
                .post(INVITATIONS)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/addressee/name"));
    }

    @Test
    void whoever_holds_an_office_without_a_name_says_who_it_is_when_accepting() {
        var answer = Secretariat.request()
                .body("""
                        {"letter":"%s","country":"NR","language":"en",
                         "addressee":{"title":"The Minister of Telecommunications"}}""".formatted(Secretariat.letter()))
                .post(INVITATIONS)
                .then()
                .statusCode(201)
                .extract();
        var office = new Invited(answer.path("invitation.id"), answer.path("link.key"));
        office(office).body("speaker.name", is("The Minister of Telecommunications"));
        respond(office, "{\"answer\":\"accepted\",\"wishesToSpeak\":true,\"by\":{\"title\":\"Minister\"}}")
                .statusCode(422)
                .body("errors.pointer", contains("/by/name"));
        respond(office, """
                {"answer":"accepted","wishesToSpeak":true,
                 "by":{"honorific":"Hon.","name":"Lionel Aingimea","title":"Minister of Telecommunications","rank":"minister"}}""").statusCode(201);
        office(office)
                .body("state", is("accepted"))
                .body("speaker.name", is("Lionel Aingimea"))
                .body("speaker.rank", nullValue())
                .body("rank", is("minister"));
    }

    /** Speakers are ordered by rank, so that nobody who is invited writes the own one. */
    @Test
    void an_office_names_no_higher_rank_than_whom_the_letter_invites_and_the_secretariat_does() {
        var answer = Secretariat.request()
                .body("""
                        {"letter":"%s","country":"TV","language":"en",
                         "addressee":{"name":"A Minister","title":"Vice-Minister","rank":"vice-minister"}}""".formatted(Secretariat.letter()))
                .post(INVITATIONS)
                .then()
                .statusCode(201)
                .extract();
        var office = new Invited(answer.path("invitation.id"), answer.path("link.key"));
        var represented = """
                {"answer":"represented","wishesToSpeak":true,
                 "by":{"name":"Kausea Natano","title":"Prime Minister","rank":"%s"}%s}""";
        for (var rank : List.of("head-of-state", "minister")) {
            respond(office, represented.formatted(rank, ""))
                    .statusCode(403)
                    .body("code", is("rank-is-for-staff"))
                    .body("errors.pointer", contains("/by/rank"));
        }
        office(office).body("state", is("sent"));
        respond(office, represented.formatted("ambassador", "")).statusCode(201);
        office(office).body("rank", is("ambassador"));
        Secretariat.request()
                .body(represented.formatted(
                        "head-of-government", ",\"channel\":\"correspondence\",\"receivedOn\":\"2021-02-10\""))
                .post(office.path() + "/response")
                .then()
                .statusCode(201);
        office(office).body("rank", is("head-of-government"));
    }

    private static ValidatableResponse office(Invited invited) {
        return given().header("Authorization", TestCredentials.of("agenda", "service", "registration:read"))
                .get(invited.path() + "/office")
                .then();
    }
}
