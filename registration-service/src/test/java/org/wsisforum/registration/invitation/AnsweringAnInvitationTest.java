package org.wsisforum.registration.invitation;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.Secretariat;
import org.wsisforum.registration.Secretariat.Invited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@ForumTest
class AnsweringAnInvitationTest {

    private static final String REPRESENTED = """
            {"answer":"represented","wishesToSpeak":true,
             "by":{"honorific":"H.E. Mr","name":"Luc Ndoye","title":"Ambassador"}}""";

    private Invited invited;

    @BeforeEach
    void an_invitation_in_mid_february() {
        ForumTime.is("2021-02-15T10:00+01:00");
        invited = Secretariat.invited("SN");
    }

    private io.restassured.response.ValidatableResponse officeSays(String body) {
        return invited.office().body(body).post(invited.path() + "/response").then();
    }

    private io.restassured.response.ValidatableResponse secretariatRecords(String body) {
        return Secretariat.request()
                .body(body)
                .post(invited.path() + "/response")
                .then();
    }

    private String state() {
        return Secretariat.request().get(invited.path()).path("state");
    }

    @Test
    void an_office_accepts_and_wishes_to_speak() {
        officeSays("{\"answer\":\"accepted\",\"wishesToSpeak\":true}")
                .statusCode(201)
                .body("answer", is("accepted"))
                .body("channel", is("web"))
                .body("recordedBy", startsWith("link:"))
                .body("statements", is("/agenda/v1/editions/2021/statements"));
        assertThat(state()).isEqualTo("accepted");
    }

    @Test
    void an_office_declines() {
        officeSays("{\"answer\":\"declined\",\"reason\":\"Elections on these days.\"}")
                .statusCode(201)
                .body("wishesToSpeak", is(false))
                .body("statements", nullValue());
        assertThat(state()).isEqualTo("declined");
    }

    @Test
    void an_office_names_who_will_represent_the_minister() {
        officeSays(REPRESENTED).statusCode(201).body("by.name", is("Luc Ndoye"));
        assertThat(state()).isEqualTo("represented");
    }

    @Test
    void the_last_answer_holds_and_all_are_kept() {
        officeSays("{\"answer\":\"accepted\",\"wishesToSpeak\":true}").statusCode(201);
        officeSays("{\"answer\":\"declined\"}").statusCode(201);
        invited.office().get(invited.path() + "/response").then().body("answer", is("declined"));
        Secretariat.request()
                .get(invited.path() + "/responses")
                .then()
                .body("items.answer", contains("accepted", "declined"));
    }

    @Test
    void there_is_no_answer_before_one_was_given() {
        invited.office()
                .get(invited.path() + "/response")
                .then()
                .statusCode(404)
                .body("code", is("not-answered"));
    }

    @Test
    void the_last_second_is_in_time_and_the_next_is_not() {
        ForumTime.is("2021-02-28T23:59:50+01:00");
        officeSays("{\"answer\":\"accepted\"}").statusCode(201);
        ForumTime.is("2021-03-01T00:00+01:00");
        officeSays("{\"answer\":\"declined\"}")
                .statusCode(409)
                .body("code", is("response-deadline-passed"))
                .body("detail", containsString("wsis-info@itu.int"));
        assertThat(state()).isEqualTo("accepted");
    }

    @Test
    void an_answer_by_letter_counts_by_the_day_it_came_in() {
        ForumTime.is("2021-03-03T10:00+01:00");
        secretariatRecords("""
                        {"answer":"accepted","wishesToSpeak":true,"channel":"correspondence","receivedOn":"2021-02-26"}""")
                .statusCode(201)
                .body("channel", is("correspondence"))
                .body("recordedBy", is("secretary"))
                .body("overrideReason", nullValue());
    }

    @Test
    void a_letter_that_came_too_late_needs_an_override_which_is_kept() {
        ForumTime.is("2021-03-05T10:00+01:00");
        var late = "\"answer\":\"accepted\",\"channel\":\"correspondence\",\"receivedOn\":\"2021-03-02\"";
        secretariatRecords("{" + late + "}").statusCode(409).body("code", is("response-deadline-passed"));
        secretariatRecords("{" + late + ",\"override\":{\"reason\":\"Agreed by the Secretary-General.\"}}")
                .statusCode(201)
                .body("overrideReason", is("Agreed by the Secretary-General."));
        Secretariat.request()
                .get(Secretariat.EDITION + "/changes?subject=invitations/" + invited.id())
                .then()
                .body("items.type", hasItem("org.wsisforum.registration.invitation.deadline-overridden.v1"))
                .body("items.findAll { it.type.contains('overridden') }.actor", contains("secretary"));
    }

    @Test
    void an_override_needs_a_reason() {
        secretariatRecords("{\"answer\":\"accepted\",\"override\":{\"reason\":\" \"}}")
                .statusCode(422)
                .body("errors[0].pointer", is("/override/reason"));
    }

    @Test
    void an_office_overrides_nothing() {
        officeSays("{\"answer\":\"accepted\",\"override\":{\"reason\":\"We are late.\"}}")
                .statusCode(403)
                .body("code", is("override-not-yours"));
        officeSays("{\"answer\":\"accepted\",\"channel\":\"correspondence\",\"receivedOn\":\"2021-02-01\"}")
                .statusCode(403);
    }

    @Test
    void parts_that_contradict_each_other_are_pointed_to() {
        officeSays("{\"answer\":\"represented\"}")
                .statusCode(422)
                .body("code", is("response-not-coherent"))
                .body("errors.pointer", contains("/by"));
        officeSays("{\"answer\":\"declined\",\"wishesToSpeak\":true}").statusCode(422);
        officeSays("{\"answer\":\"accepted\",\"by\":{\"name\":\"A\",\"title\":\"B\"}}")
                .statusCode(422);
        secretariatRecords("{\"answer\":\"accepted\",\"channel\":\"correspondence\"}")
                .body("errors.pointer", contains("/receivedOn"));
        secretariatRecords("{\"answer\":\"accepted\",\"channel\":\"correspondence\",\"receivedOn\":\"2021-02-16\"}")
                .statusCode(422)
                .body("errors[0].code", is("past-or-present"));
        secretariatRecords("{\"answer\":\"accepted\"}").statusCode(422).body("errors.pointer", contains("/channel"));
        assertThat(state()).isEqualTo("sent");
    }

    @Test
    void the_edition_does_not_take_answers_by_telephone() {
        secretariatRecords("{\"answer\":\"accepted\",\"channel\":\"phone\",\"receivedOn\":\"2021-02-14\"}")
                .statusCode(422)
                .body("code", is("channel-not-open"));
    }

    @Test
    void an_answer_that_there_is_not() {
        officeSays("{\"answer\":\"maybe\"}").statusCode(400).body("code", is("malformed-request"));
        officeSays("{}").statusCode(422).body("errors[0].pointer", is("/answer"));
    }

    @Test
    void answers_at_one_moment_are_taken_one_after_the_other() throws Exception {
        Callable<Integer> accept = () -> invited.office()
                .body("{\"answer\":\"accepted\"}")
                .post(invited.path() + "/response")
                .statusCode();
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (var answer : threads.invokeAll(
                    IntStream.range(0, 20).mapToObj(i -> accept).toList())) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        Secretariat.request().get(invited.path() + "/responses").then().body("items.size()", is(20));
    }
}
