package org.wsisforum.registration.registration;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.Secretariat;
import org.wsisforum.registration.delegation.DelegationOffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wsisforum.registration.registration.RegistrationDesk.PARTICIPANTS;
import static org.wsisforum.registration.registration.RegistrationDesk.REGISTRATIONS;
import static org.wsisforum.registration.registration.RegistrationDesk.anybody;
import static org.wsisforum.registration.registration.RegistrationDesk.approve;
import static org.wsisforum.registration.registration.RegistrationDesk.begin;
import static org.wsisforum.registration.registration.RegistrationDesk.decide;
import static org.wsisforum.registration.registration.RegistrationDesk.delegate;
import static org.wsisforum.registration.registration.RegistrationDesk.draft;
import static org.wsisforum.registration.registration.RegistrationDesk.focalPoint;
import static org.wsisforum.registration.registration.RegistrationDesk.media;
import static org.wsisforum.registration.registration.RegistrationDesk.officer;
import static org.wsisforum.registration.registration.RegistrationDesk.patch;
import static org.wsisforum.registration.registration.RegistrationDesk.person;
import static org.wsisforum.registration.registration.RegistrationDesk.someone;
import static org.wsisforum.registration.registration.RegistrationDesk.submit;
import static org.wsisforum.registration.registration.RegistrationDesk.submitted;
import static org.wsisforum.registration.registration.RegistrationDesk.tag;

@ForumTest
class RegisteringTest {

    @BeforeEach
    void registration_is_open() {
        ForumTime.is("2021-02-15T10:00+01:00");
    }

    @Test
    void a_journalist_registers_and_is_accredited_and_then_stands_on_the_public_list_with_nothing_else() {
        var journalist = someone();
        var id = draft(journalist, media("Agnès", "Écho"));
        person(journalist)
                .get(REGISTRATIONS + "/mine")
                .then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-store"))
                .body("id", is(id))
                .body("state", is("draft"))
                .body("country", is("RW"))
                .body("email", notNullValue())
                .body("duplicates", nullValue());
        person(journalist)
                .get(Secretariat.EDITION + "/me/registration")
                .then()
                .statusCode(200)
                .body("registration.id", is(id))
                .body("registration.state", is("draft"));
        officer().get(REGISTRATIONS + "/" + id).then().statusCode(404);
        submit(journalist, id).statusCode(200).body("state", is("submitted"));
        anybody().get(PARTICIPANTS + "?limit=200").then().body("items.id", not(hasItem(id)));

        decide(id, "accredited").statusCode(200).body("state", is("accredited"));

        var shown = anybody()
                .get(PARTICIPANTS + "?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String, Object>getMap("items.find { it.id == '" + id + "' }");
        assertThat(shown.keySet()).containsExactlyInAnyOrder("id", "name", "entity", "country");
        assertThat(shown.get("name")).isEqualTo("Agnès Écho");
    }

    @Test
    void somebody_who_did_not_agree_is_not_named() {
        var shy = someone();
        var id = submitted(shy, media("Shy", "Person").replace("\"listed\":true", "\"listed\":false"));
        decide(id, "accredited").statusCode(200);
        anybody().get(PARTICIPANTS + "?limit=200").then().body("items.id", not(hasItem(id)));
        patch(shy, id, "{\"listed\":true}").statusCode(200).body("state", is("accredited"));
        anybody().get(PARTICIPANTS + "?limit=200").then().body("items.id", hasItem(id));
    }

    @Test
    void a_delegate_of_a_state_needs_its_focal_point_first() {
        var state = DelegationOffice.state("RW");
        var focalPoint = DelegationOffice.focalPointOf(state);
        var id = submitted(someone(), delegate(state, "Jean", "Bosco"));
        decide(id, "accredited").statusCode(409).body("code", is("not-at-this-step"));
        focalPoint(focalPoint)
                .get(REGISTRATIONS + "?delegation=" + state + "&state=submitted&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items[0].email", nullValue());
        focalPoint(someone()).get(REGISTRATIONS + "/" + id).then().statusCode(404);
        approve(someone(), id, "approved").statusCode(404);
        approve(focalPoint, id, "approved").statusCode(200).body("state", is("focal-point-approved"));
        approve(focalPoint, id, "approved").statusCode(409);
        decide(id, "accredited").statusCode(200).body("state", is("accredited"));
    }

    @Test
    void a_focal_point_rejects_with_a_reason_that_the_person_reads() {
        var state = DelegationOffice.state("KE");
        var focalPoint = DelegationOffice.focalPointOf(state);
        var stranger = someone();
        var id = submitted(stranger, delegate(state, "Not", "Ours"));
        focalPoint(focalPoint)
                .header("If-Match", tag(id))
                .body("{\"decision\":\"rejected\"}")
                .post(REGISTRATIONS + "/" + id + "/approval")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/reason"));
        approve(focalPoint, id, "rejected").statusCode(200);
        person(stranger)
                .get(REGISTRATIONS + "/mine")
                .then()
                .body("state", is("rejected"))
                .body("reason", is("So it is."));
    }

    @Test
    void a_focal_points_own_registration_is_approved_by_handing_it_in() {
        var state = DelegationOffice.state("SN");
        var focalPoint = DelegationOffice.focalPointOf(state);
        var id = draft(focalPoint, delegate(state, "Aminata", "Sow"));
        submit(focalPoint, id).statusCode(200).body("state", is("focal-point-approved"));
    }

    @Test
    void a_person_who_registers_twice_at_once_is_registered_once() throws Exception {
        var eager = someone();
        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads
                    .invokeAll(IntStream.range(0, 4)
                            .<Callable<Integer>>mapToObj(i ->
                                    () -> begin(eager, media("Eager", "Beaver")).statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
        }
        assertThat(answers).containsExactly(201, 409, 409, 409);
        begin(eager, media("Eager", "Beaver")).then().statusCode(409).body("code", is("already-registered"));
    }

    @Test
    void of_two_officers_who_decide_at_once_one_decides() throws Exception {
        var id = submitted(someone(), media("Two", "Officers"));
        var seen = tag(id);
        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads
                    .invokeAll(List.of("accredited", "rejected").stream()
                            .<Callable<Integer>>map(decision -> () -> officer()
                                    .header("If-Match", seen)
                                    .body("{\"decision\":\"%s\",\"reason\":\"So it is.\"}".formatted(decision))
                                    .post(REGISTRATIONS + "/" + id + "/decision")
                                    .statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
        }
        assertThat(answers).containsExactly(200, 412);
    }

    @Test
    void registration_is_taken_only_while_it_is_open_and_complete() {
        var early = someone();
        var id =
                draft(early, "{\"category\":\"media\",\"attendance\":\"remote\",\"answers\":{\"interests\":[\"C7\"]}}");
        submit(early, id).statusCode(422).body("errors.pointer", hasItem("/answers/firstForum"));
        patch(early, id, "{\"answers\":{\"firstForum\":true}}").statusCode(200);
        submit(early, id)
                .statusCode(422)
                .body("code", is("registration-not-complete"))
                .body("errors.pointer", hasItem("/familyName"))
                .body("errors.pointer", hasItem("/email"));
        patch(early, id, "{\"familyName\":\"X\",\"email\":\"x@x.example\",\"country\":\"CH\",\"entity\":\"X\"}")
                .statusCode(200);
        ForumTime.is("2021-05-22T00:00+02:00");
        submit(early, id).statusCode(409).body("code", is("registration-closed"));
        ForumTime.is("2021-05-21T23:58+02:00");
        submit(early, id).statusCode(200);
    }

    @Test
    void a_draft_is_thrown_away_and_nobody_else_hears_of_it() {
        var careful = someone();
        var id = draft(careful, media("Care", "Ful"));
        var path = REGISTRATIONS + "/" + id;
        person(careful).body("{}").post(path + "/withdrawal").then().statusCode(409);
        person(careful).delete(path).then().statusCode(428);
        person(someone()).header("If-Match", "\"x\"").delete(path).then().statusCode(404);
        person(careful)
                .header("If-Match", RegistrationDesk.ownTag(careful, id))
                .delete(path)
                .then()
                .statusCode(204);
        person(careful).get(path).then().statusCode(404);
        officer()
                .get(Secretariat.EDITION + "/changes?subject=registrations/" + id)
                .then()
                .statusCode(200)
                .body("items.size()", is(0));
        person(careful)
                .get(Secretariat.EDITION + "/changes?subject=registrations/" + id)
                .then()
                .body("items.size()", is(2));
        submitted(careful, media("Care", "Ful"));
    }

    @Test
    void no_officer_decides_on_the_own_registration() {
        var id = submitted("officer", media("The", "Officer"));
        decide(id, "accredited").statusCode(409).body("code", is("own-registration"));
    }

    @Test
    void what_a_registration_cannot_say() {
        refused("\"media\"", "\"astronauts\"", "/category");
        refused("\"media\"", "\"remote\"", "/attendance");
        refused("\"rw\"", "\"XX\"", "/country");
        refused("\"Adviser\"", "\"Adviser\\u202e\"", "/jobTitle");
        refused("\"Given\"", "\"Gi\\u200bven\"", "/givenName");
        refused("\"Given\"", "\"Gi\\u200dven\"", "/givenName");
        refused("\"firstForum\":true", "\"firstForum\":\"yes\"", "/answers/firstForum");
        refused("\"firstForum\":true", "\"firstForum\":true,\"shoeSize\":41", "/answers/shoeSize");
        refused("\"firstForum\":true", "\"firstForum\":true,\"expectations\":\"a\\u0000b\"", "/answers/expectations");
        refused("\"role\":\"delegate\"", "\"role\":\"delegate\",\"rank\":\"king\"", "/rank");
        refused(
                "\"attendance\"",
                "\"delegation\":\"0190b0a2-5c7a-7000-8000-000000000301\",\"attendance\"",
                "/delegation");
        refused(
                "\"attendance\"",
                "\"delegation\":\"" + DelegationOffice.delegation(null) + "\",\"attendance\"",
                "/delegation");
        begin(someone(), media("Given", "Family").replace("\"role\"", "\"rolle\""))
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(400, 422));
    }

    private static void refused(String good, String bad, String pointer) {
        begin(someone(), media("Given", "Family").replace(good, bad))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void names_of_all_scripts_are_kept_as_they_are_written() {
        var persian = someone();
        // A zero-width non-joiner that Persian spelling needs.
        begin(persian, media("علی\u200cرضا", "حسینی")).then().statusCode(201).body("givenName", is("علی\u200cرضا"));
        begin(someone(), media("Zoe\u0308", "Ng")).then().statusCode(201).body("givenName", is("Zoë"));
        begin(someone(), media("明", "王")).then().statusCode(201).body("familyName", is("王"));
    }

    @Test
    void who_withdraws_can_come_again() {
        var wavering = someone();
        var id = submitted(wavering, media("Wa", "Vering"));
        decide(id, "accredited").statusCode(200);
        person(wavering)
                .body("{}")
                .post(REGISTRATIONS + "/" + id + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", is("withdrawn"));
        anybody().get(PARTICIPANTS + "?limit=200").then().body("items.id", not(hasItem(id)));
        submit(wavering, id).statusCode(200).body("state", is("submitted"));
        person(someone())
                .body("{}")
                .post(REGISTRATIONS + "/" + id + "/withdrawal")
                .then()
                .statusCode(404);
    }

    @Test
    void somebody_waits_and_is_promoted_and_a_rejection_can_be_taken_back() {
        var id = submitted(someone(), media("Pa", "Tient"));
        decide(id, "waitlisted").statusCode(200).body("reason", is("So it is."));
        decide(id, "waitlisted").statusCode(409);
        decide(id, "accredited").statusCode(200).body("reason", nullValue());
        decide(id, "rejected").statusCode(200);
        decide(id, "accredited").statusCode(409);
        decide(id, "reconsidered").statusCode(200).body("state", is("submitted"));
        Secretariat.request()
                .get(REGISTRATIONS + "/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.size()", is(6));
    }
}
