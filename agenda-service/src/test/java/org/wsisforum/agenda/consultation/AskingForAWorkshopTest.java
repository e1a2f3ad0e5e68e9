package org.wsisforum.agenda.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.wsisforum.agenda.consultation.Stakeholders.REQUESTS;
import static org.wsisforum.agenda.consultation.Stakeholders.acceptance;
import static org.wsisforum.agenda.consultation.Stakeholders.as;
import static org.wsisforum.agenda.consultation.Stakeholders.decides;
import static org.wsisforum.agenda.consultation.Stakeholders.drafted;
import static org.wsisforum.agenda.consultation.Stakeholders.idOf;
import static org.wsisforum.agenda.consultation.Stakeholders.participant;
import static org.wsisforum.agenda.consultation.Stakeholders.request;
import static org.wsisforum.agenda.consultation.Stakeholders.reviewer;
import static org.wsisforum.agenda.consultation.Stakeholders.submitted;

/** Somebody asks for a thematic workshop, and reviewers decide. */
@ForumTest
class AskingForAWorkshopTest {

    private static final String START = "2021-04-08T10:00:00+02:00";
    private static final String CHANGES = "/agenda/v1/editions/2021/changes";

    @Test
    void a_draft_may_be_incomplete_and_is_nobody_elses_business() {
        var request = drafted("villages", """
                {"organizer":{"entity":"DVN","stakeholderType":"civil-society","country":"KE","scope":"national"},
                 "contact":{"name":"W","email":"w@villages.example","language":"en"},
                 "title":{"en":{"value":"Networks"}}}""");
        participant("villages").get(request).then().statusCode(200).body("state", is("draft"));
        participant("somebody-else").get(request).then().statusCode(404);
        reviewer("reviewer").get(request).then().statusCode(404);
        reviewer("reviewer").get(REQUESTS).then().body("items", empty());
        participant("villages")
                .post(request + "/submission")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/description",
                                "/actionLines",
                                "/goals",
                                "/format",
                                "/attendance",
                                "/preferredDates",
                                "/minutes"))
                .body("errors.code", not(hasItem("unknown")));
    }

    @Test
    void a_draft_that_is_thrown_away_is_gone_and_nobody_was_told_of_it() {
        var request = drafted("villages", request());
        patch(request, "{\"minutes\":90}").then().statusCode(200);
        participant("villages").post(request + "/withdrawal").then().statusCode(204);
        participant("villages").get(request).then().statusCode(404);
        // Whoever made it can follow it on another device.
        await().untilAsserted(() -> participant("villages")
                .get(CHANGES + "?limit=200&subject=consultation/workshop-requests/" + idOf(request))
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        contains(
                                "org.wsisforum.agenda.workshop-request.drafted.v1",
                                "org.wsisforum.agenda.workshop-request.draft-changed.v1",
                                "org.wsisforum.agenda.workshop-request.draft-deleted.v1")));
        for (var role : List.of("consultation-reviewer", "secretariat", "programme-manager")) {
            as("staff", role).get(request).then().statusCode(404);
            as("staff", role).get(REQUESTS).then().body("items", empty());
            as("staff", role).get(request + "/history").then().statusCode(404);
            as("staff", role)
                    .get(CHANGES + "?limit=200&subject=consultation/workshop-requests/" + idOf(request))
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
    }

    @Test
    void who_drafts_a_request_is_not_in_its_history_for_others_before_it_is_handed_in() {
        var request = drafted("villages", request());
        reviewer("reviewer").get(request + "/history").then().statusCode(404);
        participant("villages").post(request + "/submission").then().statusCode(200);
        await().untilAsserted(() ->
                reviewer("reviewer").get(request + "/history").then().statusCode(200));
    }

    @Test
    void everybody_who_signs_in_as_a_person_asks_for_a_workshop() {
        for (var role : List.of("focal-point", "session-organizer", "expert")) {
            var request = as("delegate", role)
                    .body(request())
                    .post(REQUESTS)
                    .then()
                    .statusCode(201)
                    .extract()
                    .header("Location");
            as("delegate", role).post(request + "/submission").then().statusCode(200);
            as("delegate", role).post(request + "/withdrawal").then().statusCode(200);
        }
        as("program", "partner").body(request()).post(REQUESTS).then().statusCode(403);
    }

    @Test
    void who_answers_for_a_request_may_change_until_it_is_rejected_or_taken_back() {
        var contact = "{\"contact\":{\"name\":\"Amina Yusuf\",\"email\":\"amina@villages.example\"}}";
        var request = submitted("villages");
        patch(request, contact)
                .then()
                .statusCode(200)
                .body("state", is("submitted"))
                .body("contact.email", is("amina@villages.example"))
                .body("contact.language", is("fr"));
        patch(request, contact.replace("Amina", "Aminata").replace("}}", "},\"minutes\":90}"))
                .then()
                .statusCode(409)
                .body("code", is("request-not-open"));
        decides("reviewer", request, acceptance(START)).then().statusCode(200);
        patch(request, contact.replace("amina@", "aminata@")).then().statusCode(200);
        var rejected = submitted("villages");
        decides("reviewer", rejected, "{\"decision\":\"rejected\",\"reason\":\"Not about the theme.\"}");
        patch(rejected, contact).then().statusCode(409).body("code", is("request-not-open"));
        var withdrawn = submitted("villages");
        participant("villages").post(withdrawn + "/withdrawal");
        patch(withdrawn, contact).then().statusCode(409);
    }

    @Test
    void whoever_corrects_the_country_is_counted_where_it_lies() {
        var request = drafted("villages", request());
        participant("villages").get(request).then().body("organizer.region", is("AFR"));
        patch(request, "{\"organizer\":{\"country\":\"FR\"}}").then().body("organizer.region", is("EUR"));
        patch(request, "{\"organizer\":{\"scope\":\"international\"}}")
                .then()
                .body("organizer.region", is("international"));
        patch(request, "{\"organizer\":{\"region\":\"ARB\"}}").then().body("organizer.region", is("ARB"));
        // One that is named stays whatever becomes of the rest.
        patch(request, "{\"organizer\":{\"country\":\"KE\"}}").then().body("organizer.region", is("ARB"));
    }

    @Test
    void reviewers_do_not_wait_for_ever_for_a_change_that_they_asked_for() {
        var request = submitted("villages");
        decides("reviewer", request, "{\"decision\":\"waitlisted\",\"reason\":\"All days are full.\"}");
        decides("reviewer", request, "{\"decision\":\"change-requested\",\"reason\":\"Name a longer time.\"}")
                .then()
                .statusCode(200)
                // What was decided before is decided no more.
                .body("decidedAt", nullValue());
        patch(request, "{\"minutes\":null}").then().statusCode(200);
        decides("reviewer", request, acceptance(START)).then().statusCode(409).body("code", is("request-not-open"));
        decides("reviewer", request, "{\"decision\":\"rejected\",\"reason\":\"Nothing came.\"}")
                .then()
                .statusCode(200)
                .body("state", is("rejected"))
                .body("reason", is("Nothing came."));
    }

    @Test
    void a_workshop_that_was_taken_out_of_the_programme_is_decided_on_anew() {
        var workshop = Stakeholders.accepted("villages", START);
        decides("reviewer", workshop, "{\"decision\":\"rejected\",\"reason\":\"Full.\"}")
                .then()
                .statusCode(409);
        takesOut(workshop);
        decides("reviewer", workshop, acceptance("2021-04-15T10:00:00+02:00"))
                .then()
                .statusCode(200)
                .body("state", is("accepted"));
        Programme.reader()
                .get(Programme.SESSIONS + "/" + idOf(workshop) + "?release=draft")
                .then()
                .statusCode(200)
                .body("startsAt", is("2021-04-15T08:00:00Z"));
        takesOut(workshop);
        decides("reviewer", workshop, "{\"decision\":\"rejected\",\"reason\":\"No day is left.\"}")
                .then()
                .statusCode(200)
                .body("state", is("rejected"));
    }

    private static void takesOut(String workshop) {
        Programme.reader()
                .header("If-Match", "*")
                .delete(Programme.SESSIONS + "/" + idOf(workshop))
                .then()
                .statusCode(204);
    }

    @Test
    void whoever_decides_or_reviews_has_seen_the_request_as_it_stands() {
        var request = submitted("villages");
        var seen = reviewer("reviewer").get(request).header("ETag");
        reviewer("reviewer")
                .body(acceptance(START))
                .post(request + "/decision")
                .then()
                .statusCode(428);
        reviewer("reviewer")
                .body("{\"recommendation\":\"accept\"}")
                .put(request + "/review")
                .then()
                .statusCode(428);
        participant("villages").post(request + "/withdrawal").then().statusCode(200);
        reviewer("reviewer")
                .header("If-Match", seen)
                .body(acceptance(START))
                .post(request + "/decision")
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
        reviewer("reviewer")
                .header("If-Match", seen)
                .body("{\"recommendation\":\"accept\"}")
                .put(request + "/review")
                .then()
                .statusCode(412);
    }

    @Test
    void what_is_handed_in_is_seen_by_those_who_handle_it_with_codes_in_one_spelling() {
        var request = submitted("villages");
        participant("somebody-else").get(request).then().statusCode(404);
        participant("somebody-else").get(REQUESTS).then().body("items", empty());
        when().get(request).then().statusCode(401);
        reviewer("reviewer")
                .get(request)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("state", is("submitted"))
                .body("organizer.stakeholderType", is("civil-society"))
                .body("organizer.country", is("KE"))
                .body("actionLines", contains("C2", "C7-e-health"))
                .body("goals", contains(3, 9))
                .body("contact.email", is("wanjiru@villages.example"))
                .body("session", nullValue());
        as("manager", "programme-manager")
                .get(REQUESTS + "?state=submitted")
                .then()
                .body("items.id", contains(idOf(request)));
    }

    @Test
    void what_is_handed_in_is_binding_and_not_changed_unless_reviewers_ask_for_it() {
        var request = submitted("villages");
        patch(request, "{\"minutes\":90}").then().statusCode(409).body("code", is("request-not-open"));
        decides("reviewer", request, "{\"decision\":\"change-requested\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        decides("reviewer", request, "{\"decision\":\"change-requested\",\"reason\":\"Name a longer time.\"}")
                .then()
                .statusCode(200)
                .body("state", is("change-requested"));
        participant("villages").get(request).then().body("reason", is("Name a longer time."));
        // What was asked for in time is handed in again after the deadline.
        ForumTime.is("2021-03-10T09:00:00+01:00");
        patch(request, "{\"minutes\":90}").then().statusCode(200);
        participant("villages")
                .post(request + "/submission")
                .then()
                .statusCode(200)
                .body("state", is("submitted"))
                .body("minutes", is(90))
                .body("submittedAt", startsWith("2021-02-15T09:00:"))
                .body("lastSubmittedAt", startsWith("2021-03-10T08:00:"))
                // Whoever decides next sees what was asked for.
                .body("reason", is("Name a longer time."));
    }

    @Test
    void nothing_is_handed_in_for_the_first_time_after_the_deadline() {
        var request = drafted("villages", request());
        ForumTime.is("2021-03-09T00:00:00+01:00");
        participant("villages")
                .post(request + "/submission")
                .then()
                .statusCode(409)
                .body("code", is("consultation-closed"));
    }

    @Test
    void several_reviewers_say_what_they_would_do_and_whoever_asked_does_not_read_it() {
        var request = submitted("villages");
        review("first", request, "{\"recommendation\":\"waitlist\",\"comment\":\"Not sure.\"}")
                .then()
                .statusCode(200)
                .body("state", is("under-review"));
        review("second", request, "{\"recommendation\":\"reject\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/comment"));
        review("second", request, "{\"recommendation\":\"reject\",\"comment\":\"Off the theme.\"}")
                .then()
                .statusCode(200);
        review("first", request, "{\"recommendation\":\"accept\"}").then().statusCode(200);
        reviewer("third")
                .get(request)
                .then()
                .body("reviews.reviewer", containsInAnyOrder("first", "second"))
                .body("reviews.recommendation", containsInAnyOrder("accept", "reject"));
        participant("villages")
                .get(request)
                .then()
                .body("state", is("under-review"))
                .body("reviews", nullValue());
    }

    @Test
    void nobody_reviews_or_decides_on_an_own_request() {
        var request = submitted("both");
        review("both", request, "{\"recommendation\":\"accept\"}")
                .then()
                .statusCode(403)
                .body("code", is("own-request"));
        decides("both", request, acceptance(START)).then().statusCode(403).body("code", is("own-request"));
        // Nor does a reviewer read what others say of the own one.
        review("other", request, "{\"recommendation\":\"accept\"}").then().statusCode(200);
        reviewer("both").get(request).then().statusCode(200).body("reviews", nullValue());
        Programme.reader()
                .get(Programme.SESSIONS + "/" + idOf(request) + "?release=draft")
                .then()
                .statusCode(404);
    }

    @Test
    void an_accepted_request_becomes_a_draft_session_of_its_organizer() {
        var request = submitted("villages");
        decides("reviewer", request, acceptance(START))
                .then()
                .statusCode(200)
                .body("state", is("accepted"))
                .body("session", is(Programme.SESSIONS + "/" + idOf(request)));
        var session = Programme.SESSIONS + "/" + idOf(request);
        Programme.reader()
                .get(session + "?release=draft")
                .then()
                .statusCode(200)
                .body("state", is("draft"))
                .body("type", is("thematic-workshop"))
                .body("track", is("thematic-workshops"))
                .body("title.fr.value", is("Réseaux de villages"))
                .body("startsAt", is("2021-04-08T08:00:00Z"))
                .body("endsAt", is("2021-04-08T09:00:00Z"))
                .body("organizers", contains("Digital Villages Network"))
                .body("organizerAccounts", contains("villages"))
                .body("people.name", contains("Wanjiru Otieno"))
                .body("people.role", contains("panellist"))
                .body("people.remote", contains(true))
                .body("actionLines", contains("C2", "C7-e-health"));
        as("villages", "session-organizer")
                .get(session + "?release=draft")
                .then()
                .statusCode(200);
        // Nobody else sees it before the programme is released with it.
        when().get(session).then().statusCode(404);
        Programme.reader()
                .header("If-Match", "*")
                .post(session + "/schedule")
                .then()
                .statusCode(200);
        Programme.release();
        when().get(session).then().statusCode(200).body("state", is("scheduled"));
    }

    @Test
    void of_those_who_accept_at_once_one_does_and_there_is_one_session() throws Exception {
        var request = submitted("villages");
        var atOnce = new CyclicBarrier(5);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = clients.invokeAll(IntStream.range(0, 5)
                    .mapToObj(i -> (Callable<Integer>) () -> {
                        atOnce.await();
                        return decides("reviewer-" + i, request, acceptance(START))
                                .statusCode();
                    })
                    .toList());
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409, 409);
        }
        Programme.reader()
                .get(Programme.SESSIONS + "?release=draft&type=thematic-workshop&limit=200")
                .then()
                .body("items.findAll { it.organizerAccounts.contains('villages') }.size()", is(1));
        reviewer("reviewer")
                .get(request + "/history")
                .then()
                .body("items.type.findAll { it.endsWith('workshop-request.accepted.v1') }.size()", is(1));
    }

    @Test
    void a_waiting_request_is_accepted_later_and_a_rejected_one_is_not() {
        var waiting = submitted("villages");
        decides("reviewer", waiting, "{\"decision\":\"waitlisted\",\"reason\":\"All days are full.\"}")
                .then()
                .body("state", is("waitlisted"));
        decides("reviewer", waiting, acceptance(START)).then().statusCode(200);
        var rejected = submitted("villages");
        decides("reviewer", rejected, "{\"decision\":\"rejected\",\"reason\":\"Not about the theme.\"}")
                .then()
                .body("state", is("rejected"));
        decides("reviewer", rejected, acceptance(START)).then().statusCode(409).body("code", is("request-not-open"));
        participant("villages").get(rejected).then().body("reason", is("Not about the theme."));
    }

    @Test
    void whoever_asked_takes_it_back_until_it_is_accepted() {
        var request = submitted("villages");
        participant("somebody-else").post(request + "/withdrawal").then().statusCode(404);
        participant("villages")
                .post(request + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", is("withdrawn"));
        decides("reviewer", request, acceptance(START)).then().statusCode(409);
        var accepted = Stakeholders.accepted("villages", START);
        participant("villages").post(accepted + "/withdrawal").then().statusCode(409);
    }

    @Test
    void a_time_that_the_edition_does_not_have_leaves_the_request_as_it_is() {
        var request = submitted("villages");
        for (var time : List.of("2021-02-01T10:00:00+01:00", "2021-04-08T10:00:30+02:00")) {
            decides("reviewer", request, acceptance(time))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/startsAt"));
        }
        decides("reviewer", request, acceptance("2022-04-08T10:00:00+02:00"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("outside-edition"))
                .body("errors.pointer", contains("/startsAt"));
        reviewer("reviewer").get(request).then().body("state", is("submitted"));
    }

    @Test
    void what_is_wrong_with_a_request_is_said_field_by_field() {
        participant("villages")
                .body("""
                        {"organizer":{"entity":"X","stakeholderType":"party","country":"XX","scope":"national"},
                         "contact":{"name":"W","email":"w@villages.example","language":"en"},
                         "title":{"en":{"value":"A"}},"actionLines":["C12"],"goals":[18],
                         "panellists":[{"name":"P","country":"XX"}],"format":"poem","preferredDates":["2019-01-01"],
                         "minutes":50}""")
                .post(REQUESTS)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/organizer/stakeholderType",
                                "/organizer/country",
                                "/actionLines/0",
                                "/goals/0",
                                "/panellists/0/country",
                                "/format",
                                "/minutes",
                                "/preferredDates/0"));
        participant("villages")
                .body(request()
                        .replace("wanjiru@villages.example", "nobody")
                        .replace("Wanjiru Otieno\",\"email", "W\\nO\",\"email"))
                .post(REQUESTS)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/contact/email", "/contact/name"));
    }

    @Test
    void the_history_says_who_did_what_and_nothing_of_the_contact() {
        var request = submitted("villages");
        review("reviewer", request, "{\"recommendation\":\"accept\"}");
        var history = reviewer("reviewer").get(request + "/history").then().statusCode(200);
        history.body(
                "items.type",
                hasItems(
                        "org.wsisforum.agenda.workshop-request.drafted.v1",
                        "org.wsisforum.agenda.workshop-request.submitted.v1",
                        "org.wsisforum.agenda.workshop-request.reviewed.v1"));
        assertThat(history.extract().asString()).doesNotContain("wanjiru");
    }

    private static Response review(String account, String request, String review) {
        return reviewer(account).header("If-Match", "*").body(review).put(request + "/review");
    }

    private static Response patch(String request, String patch) {
        return participant("villages")
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", "*")
                .body(patch)
                .patch(request);
    }
}
