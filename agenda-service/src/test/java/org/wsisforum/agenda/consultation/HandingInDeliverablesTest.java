package org.wsisforum.agenda.consultation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.mailer.MockMailbox;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.agenda.edition.Consultation.DeliverableKind;
import org.wsisforum.kit.testing.ForumTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wsisforum.agenda.consultation.Stakeholders.CONSULTATION;
import static org.wsisforum.agenda.consultation.Stakeholders.acceptance;
import static org.wsisforum.agenda.consultation.Stakeholders.accepted;
import static org.wsisforum.agenda.consultation.Stakeholders.as;
import static org.wsisforum.agenda.consultation.Stakeholders.decides;
import static org.wsisforum.agenda.consultation.Stakeholders.idOf;
import static org.wsisforum.agenda.consultation.Stakeholders.participant;
import static org.wsisforum.agenda.consultation.Stakeholders.submitted;

/** The organizer of an accepted workshop hands in what is due, and is reminded of it. */
@ForumTest
class HandingInDeliverablesTest {

    private static final String START = "2021-04-08T10:00:00+02:00";
    private static final String OUTCOME = "{\"outcome\":{\"en\":{\"value\":\"Three villages share one mast.\"}}}";

    /** For when it was due of what one was reminded of. */
    private static final String FIRST_SENT = "items[0].reminders.findAll { it.sentAt != null }.dueAt";

    private static final String DESCRIPTION = "{\"description\":{\"en\":{\"value\":\"All of it.\"}}}";

    @Inject
    MockMailbox mailbox;

    @BeforeEach
    void nobody_has_been_written_to() {
        mailbox.clear();
    }

    @Test
    void what_is_due_follows_from_the_time_of_the_session_and_moves_along_with_it() {
        var workshop = accepted("villages", START);
        participant("villages")
                .get(workshop + "/deliverables")
                .then()
                .statusCode(200)
                .body("items.kind", contains("description", "logo", "panellists", "outcome"))
                .body("items[0].dueAt", is("2021-03-25T08:00:00Z"))
                .body("items[3].dueAt", is("2021-04-22T09:00:00Z"))
                .body("items.state", everyItem(is("open")));
        move(workshop, "2021-04-15T10:00:00+02:00", "2021-04-15T11:00:00+02:00");
        participant("villages")
                .get(workshop + "/deliverables")
                .then()
                .body("items[0].dueAt", is("2021-04-01T08:00:00Z"));
        participant("somebody-else").get(workshop + "/deliverables").then().statusCode(404);
    }

    @Test
    void what_is_handed_in_stands_in_the_session() {
        var workshop = accepted("villages", START);
        deliver("villages", workshop, "description", DESCRIPTION)
                .then()
                .statusCode(200)
                .body("state", is("delivered"))
                .body("deliveredAt", notNullValue());
        deliver(
                        "villages",
                        workshop,
                        "logo",
                        "{\"href\":\"https://villages.example/logo.png\",\"mediaType\":\"image/png\"}")
                .then()
                .statusCode(200);
        deliver("villages", workshop, "panellists", """
                        {"panellists":[{"honorific":"Dr","name":"Wanjiru Otieno","country":"KEN","remote":true},
                                       {"name":"李明"}]}""").then().statusCode(200);
        draft(workshop)
                .body("description.en.value", is("All of it."))
                .body("documents.href", contains("https://villages.example/logo.png"))
                .body("people.name", contains("Wanjiru Otieno", "李明"))
                .body("people[0].role", is("panellist"))
                .body("people[0].remote", is(true))
                .body("people[0].country", is("KE"));
        // Handed in again, it replaces what was handed in; who is named already stays the same person.
        var first = draft(workshop).extract().<String>path("people[0].person");
        deliver(
                        "villages",
                        workshop,
                        "panellists",
                        "{\"panellists\":[{\"honorific\":\"Dr\",\"name\":\"Wanjiru Otieno\",\"country\":\"KE\"}]}")
                .then()
                .statusCode(200);
        deliver(
                        "villages",
                        workshop,
                        "logo",
                        "{\"href\":\"https://villages.example/new.png\",\"mediaType\":\"image/png\"}")
                .then()
                .statusCode(200);
        draft(workshop)
                .body("people.person", contains(first))
                .body("people[0].remote", is(false))
                .body("documents.href", contains("https://villages.example/new.png"));
    }

    @Test
    void what_came_of_a_workshop_is_said_once_it_is_over() {
        var workshop = accepted("villages", START);
        deliver("villages", workshop, "outcome", OUTCOME).then().statusCode(409).body("code", is("workshop-not-over"));
        ForumTime.is("2021-04-08T11:00:00+02:00");
        deliver("villages", workshop, "outcome", OUTCOME).then().statusCode(200);
        draft(workshop).body("outcome.en.value", is("Three villages share one mast."));
    }

    @Test
    void nothing_is_handed_in_by_others_or_for_what_is_not_accepted() {
        var workshop = accepted("villages", START);
        deliver("somebody-else", workshop, "description", DESCRIPTION).then().statusCode(404);
        var waiting = submitted("villages");
        deliver("villages", waiting, "description", DESCRIPTION)
                .then()
                .statusCode(409)
                .body("code", is("workshop-not-accepted"));
        deliver(
                        "villages",
                        workshop,
                        "logo",
                        "{\"href\":\"http://villages.example/logo.png\",\"mediaType\":\"image/png\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/href"));
        deliver(
                        "villages",
                        workshop,
                        "logo",
                        "{\"href\":\"https://villages.example/x.html\",\"mediaType\":\"text/html\"}")
                .then()
                .statusCode(422);
        deliver("villages", workshop, "panellists", "{\"panellists\":[]}")
                .then()
                .statusCode(422);
        draft(workshop).body("documents", empty());
    }

    @Test
    void whoever_makes_the_programme_sees_what_is_overdue() {
        var workshop = accepted("villages", START);
        overdue().body("items", empty());
        ForumTime.is("2021-03-25T09:00:00+01:00");
        overdue()
                .body("items.kind", contains("description", "logo", "panellists"))
                .body("items[0].organizer", is("Digital Villages Network"));
        deliver("villages", workshop, "description", DESCRIPTION).then().statusCode(200);
        overdue().body("items.kind", contains("logo", "panellists"));
        // Nothing is due of a workshop that does not take place.
        stands(workshop, "schedule");
        stands(workshop, "cancel");
        overdue().body("items", empty());
    }

    @Test
    void an_organizer_is_reminded_once_in_the_language_that_was_asked_for() {
        var workshop = accepted("villages", START);
        ForumTime.is("2021-03-11T09:00:00+01:00");
        var reminded = "items.findAll { it.reminders.any { it.sentAt != null } }.kind";
        await().untilAsserted(() -> participant("villages")
                .get(workshop + "/deliverables")
                .then()
                .body(reminded, contains("description", "logo", "panellists")));
        var mails = mailbox.getMailsSentTo("wanjiru@villages.example");
        assertThat(mails).hasSize(3);
        assertThat(mails.getFirst().getSubject())
                .isEqualTo("À remettre : Description définitive – Réseaux de villages");
        assertThat(mails.getFirst().getText()).contains("Wanjiru Otieno", "25 mars 2021", workshop + "/deliverables");
        participant("villages").get(workshop + "/deliverables").then().body("items[0].reminders.days", contains(14));
        // Of what was handed in nobody is reminded, and of the rest at the next time.
        deliver("villages", workshop, "description", DESCRIPTION).then().statusCode(200);
        ForumTime.is("2021-03-22T09:00:00+01:00");
        await().untilAsserted(() -> participant("villages")
                .get(workshop + "/deliverables")
                .then()
                .body("items[1].reminders.findAll { it.sentAt != null }.days", contains(14, 3))
                .body("items[2].reminders.findAll { it.sentAt != null }.days", contains(14, 3)));
        assertThat(mailbox.getMailsSentTo("wanjiru@villages.example")).hasSize(5);
    }

    @Inject
    ReminderClaims claims;

    @Test
    void of_all_who_would_send_a_reminder_at_once_one_does() throws Exception {
        var workshop = accepted("villages", START);
        var now = Instant.parse("2021-03-11T08:00:00Z");
        var key = new WorkshopReminder.Key(UUID.fromString(idOf(workshop)), DeliverableKind.LOGO, 366, now);
        assertThat(claimedAtOnce(key, now)).isEqualTo(1);
        assertThat(claimedAtOnce(key, now)).isZero();
        // One whose sending failed is tried again, by one; one that was sent is not.
        claims.failed(key, now);
        var later = now.plus(Duration.ofMinutes(1));
        assertThat(claimedAtOnce(key, later)).isEqualTo(1);
        claims.sent(key, later);
        assertThat(claimedAtOnce(key, later.plus(Duration.ofHours(1)))).isZero();
    }

    @Test
    void a_mail_server_that_is_down_for_a_night_costs_no_reminder() {
        var workshop = accepted("villages", START);
        var now = Instant.parse("2021-03-11T08:00:00Z");
        var key = new WorkshopReminder.Key(UUID.fromString(idOf(workshop)), DeliverableKind.LOGO, 366, now);
        assertThat(claims.claim(key, now)).isTrue();
        claims.failed(key, now);
        for (var pause : List.of(1, 2, 4, 8, 16, 32, 60, 60, 60, 60)) {
            var again = now.plus(Duration.ofMinutes(pause));
            assertThat(claims.claim(key, again.minusSeconds(1))).isFalse();
            assertThat(claims.claim(key, again)).isTrue();
            claims.failed(key, again);
            now = again;
        }
        participant("villages")
                .get(workshop + "/deliverables")
                .then()
                .body("items.find { it.kind == 'logo' }.reminders", hasSize(1))
                .body("items.find { it.kind == 'logo' }.reminders.failedAt", hasItem(now.toString()));
    }

    @Test
    void an_organizer_of_a_workshop_that_is_moved_is_reminded_anew() {
        var workshop = accepted("villages", START);
        ForumTime.is("2021-03-11T09:00:00+01:00");
        await().untilAsserted(() -> reminded(workshop).body(FIRST_SENT, contains("2021-03-25T08:00:00Z")));
        move(workshop, "2021-04-15T10:00:00+02:00", "2021-04-15T11:00:00+02:00");
        ForumTime.is("2021-03-18T09:00:00+01:00");
        await().untilAsserted(() -> reminded(workshop)
                .body(FIRST_SENT, contains("2021-03-25T08:00:00Z", "2021-04-01T08:00:00Z"))
                .body("items[0].reminders.days", contains(14, 14)));
    }

    @Test
    void whoever_is_accepted_late_has_time_to_hand_in() {
        var workshop = submitted("villages");
        ForumTime.is("2021-04-01T10:00:00+02:00");
        decides("reviewer", workshop, acceptance(START)).then().statusCode(200);
        participant("villages")
                .get(workshop + "/deliverables")
                .then()
                .body("items.findAll { it.kind != 'outcome' }.dueAt", everyItem(is("2021-04-08T08:00:00Z")))
                .body("items.find { it.kind == 'outcome' }.dueAt", is("2021-04-22T09:00:00Z"))
                .body("items.state", everyItem(is("open")));
        overdue().body("items", empty());
        ForumTime.is("2021-04-05T10:00:00+02:00");
        await().untilAsserted(() -> reminded(workshop).body("items[0].reminders.days", contains(3)));
    }

    @Test
    void nothing_is_due_of_a_workshop_whose_time_holds_no_more_and_what_there_is_is_taken() {
        var workshop = accepted("villages", START);
        stands(workshop, "schedule");
        stands(workshop, "postpone");
        ForumTime.is("2021-04-23T09:00:00+02:00");
        overdue().body("items", empty());
        participant("villages")
                .get(workshop + "/deliverables")
                .then()
                .statusCode(200)
                .body("items.kind", hasSize(4))
                .body("items.dueAt", everyItem(nullValue()))
                .body("items.state", everyItem(is("open")))
                .body("items.reminders.flatten()", empty());
        deliver("villages", workshop, "description", DESCRIPTION)
                .then()
                .statusCode(200)
                .body("dueAt", nullValue())
                .body("state", is("delivered"));
        deliver("villages", workshop, "outcome", OUTCOME).then().statusCode(409).body("code", is("workshop-not-over"));
        stands(workshop, "cancel");
        deliver("villages", workshop, "description", DESCRIPTION).then().statusCode(409);
    }

    @Test
    void whoever_the_session_names_and_programme_managers_hand_in() {
        var workshop = accepted("villages", START);
        Programme.reader()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"organizerAccounts\":[\"successor\"]}")
                .patch(Programme.SESSIONS + "/" + idOf(workshop))
                .then()
                .statusCode(200);
        deliver("villages", workshop, "description", DESCRIPTION).then().statusCode(403);
        participant("villages").get(workshop + "/deliverables").then().statusCode(200);
        participant("successor").get(workshop + "/deliverables").then().statusCode(200);
        participant("successor").get(workshop).then().statusCode(404);
        deliver("successor", workshop, "description", DESCRIPTION).then().statusCode(200);
        as("manager", "programme-manager")
                .header("If-Match", "*")
                .body(DESCRIPTION.replace("All of it.", "What the organizer wrote by mail."))
                .put(workshop + "/deliverables/description")
                .then()
                .statusCode(200);
        as("reviewer", "consultation-reviewer")
                .header("If-Match", "*")
                .body(DESCRIPTION)
                .put(workshop + "/deliverables/description")
                .then()
                .statusCode(403);
        draft(workshop).body("description.en.value", is("What the organizer wrote by mail."));
    }

    @Test
    void nobody_overwrites_what_others_have_handed_in_unseen() {
        var workshop = accepted("villages", START);
        participant("villages")
                .body(DESCRIPTION)
                .put(workshop + "/deliverables/description")
                .then()
                .statusCode(428);
        var seen = participant("villages").get(workshop + "/deliverables").header("ETag");
        var now = participant("villages")
                .header("If-Match", seen)
                .body(DESCRIPTION)
                .put(workshop + "/deliverables/description")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        var again = DESCRIPTION.replace("All", "More");
        participant("villages")
                .header("If-Match", seen)
                .body(again)
                .put(workshop + "/deliverables/description")
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
        participant("villages")
                .header("If-Match", now)
                .body(again)
                .put(workshop + "/deliverables/description")
                .then()
                .statusCode(200);
    }

    @Test
    void what_a_programme_manager_waives_need_not_be_handed_in_and_can_be() {
        var workshop = accepted("villages", START);
        waive(workshop, "logo", "{\"reason\":\"\"}").then().statusCode(422);
        waive(workshop, "poem", "{\"reason\":\"None.\"}").then().statusCode(404);
        waive(workshop, "logo", "{\"reason\":\"The organizer has no logo.\"}")
                .then()
                .statusCode(200)
                .body("state", is("waived"));
        ForumTime.is("2021-03-25T09:00:00+01:00");
        overdue().body("items.kind", contains("description", "panellists"));
        await().untilAsserted(() -> reminded(workshop).body("items[0].reminders", hasSize(1)));
        reminded(workshop)
                .body("items.find { it.kind == 'logo' }.reminders", empty())
                .body("items.find { it.kind == 'logo' }.waiver", is("The organizer has no logo."));
        as("manager", "programme-manager")
                .header("If-Match", "*")
                .delete(workshop + "/deliverables/logo/waiver")
                .then()
                .statusCode(204);
        overdue().body("items.kind", contains("description", "logo", "panellists"));
        waive(workshop, "description", "{\"reason\":\"That of the request will do.\"}")
                .then()
                .statusCode(200);
        deliver("villages", workshop, "description", DESCRIPTION).then().body("state", is("delivered"));
    }

    @Test
    void a_panellist_who_is_named_twice_is_one_person() {
        var workshop = accepted("villages", START);
        for (var i = 0; i < 2; i++) {
            deliver("villages", workshop, "panellists", """
                            {"panellists":[{"name":"李明","remote":true},{"name":"李明","remote":false},
                                           {"name":"Amina Yusuf","country":"KE"}]}""").then().statusCode(200);
            draft(workshop).body("people.name", contains("李明", "Amina Yusuf"));
        }
        as("manager", "programme-manager")
                .get(Programme.PEOPLE + "?release=draft")
                .then()
                .body("items.name.findAll { it == '李明' }", hasSize(1));
    }

    @Test
    void what_was_handed_in_of_a_session_that_was_taken_out_is_due_again_of_the_next() {
        var workshop = accepted("villages", START);
        deliver("villages", workshop, "description", DESCRIPTION).then().statusCode(200);
        Programme.reader()
                .header("If-Match", "*")
                .delete(Programme.SESSIONS + "/" + idOf(workshop))
                .then()
                .statusCode(204);
        deliver("villages", workshop, "description", DESCRIPTION).then().statusCode(409);
        decides("reviewer", workshop, acceptance(START)).then().statusCode(200);
        participant("villages").get(workshop + "/deliverables").then().body("items.state", everyItem(is("open")));
    }

    private static Response waive(String workshop, String what, String body) {
        return as("manager", "programme-manager")
                .header("If-Match", "*")
                .body(body)
                .put(workshop + "/deliverables/" + what + "/waiver");
    }

    private static ValidatableResponse reminded(String workshop) {
        return participant("villages").get(workshop + "/deliverables").then().statusCode(200);
    }

    private static void move(String workshop, String startsAt, String endsAt) {
        Programme.reader()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"startsAt\":\"" + startsAt + "\",\"endsAt\":\"" + endsAt + "\"}")
                .patch(Programme.SESSIONS + "/" + idOf(workshop))
                .then()
                .statusCode(200);
    }

    private static void stands(String workshop, String verb) {
        Programme.reader()
                .header("If-Match", "*")
                .post(Programme.SESSIONS + "/" + idOf(workshop) + "/" + verb)
                .then()
                .statusCode(200);
    }

    private long claimedAtOnce(WorkshopReminder.Key key, Instant now) throws Exception {
        try (var copies = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 8)
                    .mapToObj(i -> copies.submit(() -> claims.claim(key, now)))
                    .toList();
            var claimed = 0;
            for (var each : tries) {
                claimed += each.get() ? 1 : 0;
            }
            return claimed;
        }
    }

    private static Response deliver(String account, String workshop, String what, String body) {
        return participant(account).header("If-Match", "*").body(body).put(workshop + "/deliverables/" + what);
    }

    private static ValidatableResponse draft(String workshop) {
        return Programme.reader()
                .get(Programme.SESSIONS + "/" + idOf(workshop) + "?release=draft")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse overdue() {
        return as("manager", "programme-manager")
                .get(CONSULTATION + "/deliverables?state=overdue")
                .then()
                .statusCode(200);
    }
}
