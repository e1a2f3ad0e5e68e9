package org.wsisforum.agenda.appointment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Who was appointed to what is on record with day and instrument, and everybody sees it. */
@ForumTest
class AppointmentsTest {

    private static final String APPOINTMENTS = "/agenda/v1/editions/2021/appointments";

    /** The Chair of 2021, by the letter of invitation: appointed during the opening of the high-level track. */
    private static final String CHAIR = """
            {"function":"chair","honorific":"H.E. Mr","name":"Maxim Parshin",
             "title":"Deputy Minister of Digital Development, Communications and Mass Media","country":"rus",
             "appointedOn":"2021-03-22","instrument":"CL-21/4"}""";

    @Inject
    AppointmentLoader loader;

    private static Response appoint(String input) {
        return appoint(input, null);
    }

    private static Response appoint(String input, String replaces) {
        var request = Programme.manager()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(input);
        return replaces == null
                ? request.post(APPOINTMENTS)
                : request.queryParam("replaces", replaces).post(APPOINTMENTS);
    }

    private static String id(Response answer) {
        return answer.then().statusCode(201).extract().path("id");
    }

    private static Response end(String id, String on) {
        return Programme.manager()
                .header("If-Match", tag(id))
                .body("{\"endedOn\":\"" + on + "\",\"instrument\":\"DM-21/1012\"}")
                .put(APPOINTMENTS + "/" + id + "/end");
    }

    private static String tag(String id) {
        return when().get(APPOINTMENTS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static Response patch(String id, String patch) {
        return Programme.manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", tag(id))
                .body(patch)
                .patch(APPOINTMENTS + "/" + id);
    }

    @Test
    void the_chair_is_appointed_and_everybody_sees_by_what() {
        var cursor = when().get("/agenda/v1/editions/2021/changes?since=now")
                .jsonPath()
                .getString("cursor");
        var made = appoint(CHAIR);
        made.then().statusCode(201).header("Location", startsWith(APPOINTMENTS + "/"));
        when().get(APPOINTMENTS)
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("items.name", contains("Maxim Parshin"))
                .body("items[0].function", is("chair"))
                .body("items[0].functionTitle.en.value", is("Chair of the high-level track"))
                .body("items[0].country", is("RU"))
                .body("items[0].countryName.fr.value", is("Fédération de Russie"))
                .body("items[0].appointedOn", is("2021-03-22"))
                .body("items[0].instrument", is("CL-21/4"))
                .body("items[0]", not(hasKey("endedOn")));
        await().untilAsserted(() -> given().queryParam("since", cursor)
                .get("/agenda/v1/editions/2021/changes")
                .then()
                .body("items.type", contains("org.wsisforum.agenda.appointment.made.v1")));
    }

    @Test
    void a_chair_is_replaced_and_the_former_one_stays_on_record() {
        var former = id(appoint(CHAIR));
        var other = CHAIR.replace("Maxim Parshin", "Bella Cherkesova").replace("2021-03-22", "2021-04-12");
        appoint(other).then().statusCode(409).body("code", is("function-is-held"));
        var present = id(appoint(other.replace("CL-21/4", "DM-21/1004"), former));
        when().get(APPOINTMENTS)
                .then()
                .body("items.name", contains("Maxim Parshin", "Bella Cherkesova"))
                .body("items[0].endedOn", is("2021-04-12"))
                .body("items[0].endingInstrument", is("DM-21/1004"))
                .body("items[0].replacedBy", is(present));
        // Who holds it follows from the day, where people meet.
        for (var day : List.of(
                List.of("2021-03-21T22:59:00Z"),
                List.of("2021-03-21T23:01:00Z", former),
                List.of("2021-04-11T21:59:00Z", former),
                List.of("2021-04-11T22:01:00Z", present))) {
            ForumTime.is(day.getFirst());
            when().get(APPOINTMENTS + "?current=true&function=chair")
                    .then()
                    .body("items.id", is(day.subList(1, day.size())));
        }
        appoint(other, former).then().statusCode(409).body("code", is("appointment-ended"));
    }

    @Test
    void an_appointment_is_revoked_once_and_not_before_it_began() {
        var id = id(appoint(CHAIR));
        end(id, "2021-03-21").then().statusCode(422).body("errors.pointer", contains("/endedOn"));
        end(id, "2021-04-30")
                .then()
                .statusCode(200)
                .body("endedOn", is("2021-04-30"))
                .body("endingInstrument", is("DM-21/1012"));
        // The day of the end may lie ahead.
        end(id, "2021-05-01")
                .then()
                .statusCode(409)
                .body("code", is("appointment-ended"))
                .body("detail", is("Its end is set to 2021-04-30. An end is corrected, not set again."));
        appoint(CHAIR.replace("2021-03-22", "2021-05-01")).then().statusCode(201);
        Programme.reader()
                .get(APPOINTMENTS + "/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.type.collect { it.tokenize('.')[-2] }", contains("made", "ended"));
    }

    @Test
    void an_end_that_lies_ahead_frees_the_function_on_its_day_and_not_before() {
        var id = id(appoint(CHAIR));
        end(id, "2021-04-30").then().statusCode(200);
        var other = CHAIR.replace("Maxim Parshin", "Bella Cherkesova");
        appoint(other.replace("2021-03-22", "2021-04-29"))
                .then()
                .statusCode(409)
                .body("code", is("function-is-held"));
        var next = id(appoint(other.replace("2021-03-22", "2021-04-30")));
        // Nor does a correction have two hold it at once.
        patch(id, "{\"endedOn\":\"2021-05-02\"}").then().statusCode(409).body("code", is("function-is-held"));
        patch(next, "{\"appointedOn\":\"2021-04-29\"}").then().statusCode(409);
        patch(id, "{\"endedOn\":\"2021-04-28\",\"endingInstrument\":\"DM-21/1013\"}")
                .then()
                .statusCode(200)
                .body("endedOn", is("2021-04-28"))
                .body("endingInstrument", is("DM-21/1013"));
    }

    @Test
    void an_end_is_corrected_and_neither_made_nor_taken_back_by_a_correction() {
        var id = id(appoint(CHAIR));
        patch(id, "{\"endedOn\":\"2021-04-30\",\"endingInstrument\":\"DM-21/1012\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/endedOn"));
        end(id, "2021-04-30").then().statusCode(200);
        for (var bad : List.of(
                List.of("{\"endedOn\":null,\"endingInstrument\":null}", "/endedOn"),
                List.of("{\"endingInstrument\":null}", "/endingInstrument"),
                List.of("{\"endedOn\":\"2021-03-21\"}", "/endedOn"),
                List.of("{\"appointedOn\":\"2021-05-01\"}", "/appointedOn"))) {
            patch(id, bad.getFirst()).then().statusCode(422).body("errors.pointer", contains(bad.getLast()));
        }
        appoint(CHAIR.replace("\"instrument\"", "\"endedOn\":\"2021-04-30\",\"instrument\""))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/endedOn"));
    }

    @Test
    void nobody_is_replaced_in_another_function() {
        var chair = id(appoint(CHAIR));
        appoint(CHAIR.replace("\"chair\"", "\"vice-chair\""), chair)
                .then()
                .statusCode(422)
                .body("errors.parameter", contains("replaces"));
        when().get(APPOINTMENTS + "/" + chair).then().body("$", not(hasKey("endedOn")));
    }

    @Test
    void an_edition_ships_with_the_chair_whom_its_letter_names() {
        for (var times = 0; times < 2; times++) {
            QuarkusTransaction.requiringNew().run(() -> loader.load("2021"));
        }
        when().get(APPOINTMENTS)
                .then()
                .body("items.name", contains("Maxim Parshin"))
                .body("items[0].function", is("chair"))
                .body("items[0].appointedOn", is("2021-03-22"))
                .body("items[0].instrument", containsString("CL-21/4"));
    }

    @Test
    void what_is_recorded_wrongly_is_corrected_and_the_function_is_not() {
        var id = id(appoint(CHAIR));
        patch(id, "{\"instrument\":\"DM-21/1004\",\"title\":null}")
                .then()
                .statusCode(200)
                .body("instrument", is("DM-21/1004"))
                .body("$", not(hasKey("title")));
        patch(id, "{\"function\":\"vice-chair\"}").then().statusCode(422).body("errors.pointer", contains("/function"));
        Programme.manager()
                .contentType("application/merge-patch+json")
                .body("{\"name\":\"N\"}")
                .patch(APPOINTMENTS + "/" + id)
                .then()
                .statusCode(428);
    }

    @Test
    void what_is_no_appointment_is_refused() {
        for (var bad : List.of(
                List.of("\"chair\"", "\"emperor\"", "/function"),
                List.of("\"rus\"", "\"XX\"", "/country"),
                List.of("\"Maxim Parshin\"", "\"a\\u202eb\"", "/name"),
                List.of("\"CL-21/4\"", "\" \"", "/instrument"))) {
            appoint(CHAIR.replace(bad.get(0), bad.get(1)))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains(bad.get(2)));
        }
        appoint(CHAIR.replace("2021-03-22", "soon")).then().statusCode(400);
        appoint(CHAIR.replace("honorific", "honorifique")).then().statusCode(400);
        appoint(CHAIR, UUID.randomUUID().toString()).then().statusCode(404);
    }

    @Test
    void of_five_who_appoint_a_chair_at_once_one_does() throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (var i = 0; i < 5; i++) {
                calls.add(threads.submit(() -> {
                    start.await();
                    return appoint(CHAIR).statusCode();
                }));
            }
            start.countDown();
            var statuses = new ArrayList<Integer>();
            for (var call : calls) {
                statuses.add(call.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409, 409);
        }
        when().get(APPOINTMENTS).then().body("items.size()", is(1));
    }

    @Test
    void appointments_are_paged_by_their_days() {
        appoint(CHAIR.replace("chair", "facilitator").replace("2021-03-22", "2021-03-24"));
        appoint(CHAIR.replace("chair", "facilitator").replace("2021-03-22", "2021-03-23"));
        var next = given().queryParam("limit", 1)
                .get(APPOINTMENTS)
                .then()
                .body("items.appointedOn", contains("2021-03-23"))
                .extract()
                .<String>path("links.next");
        when().get(next).then().statusCode(200).body("items.appointedOn", contains("2021-03-24"));
    }
}
