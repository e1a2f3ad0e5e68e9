package org.wsisforum.agenda.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Offices;
import org.wsisforum.agenda.Offices.Office;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;

import static org.assertj.core.api.Assertions.assertThat;

/** A slot is never given twice, whoever asks at once. */
@ForumTest
class RacingForSlotsTest {

    private static final String FIRST = "2021-03-22T14:00:00Z";
    private static final String SECOND = "2021-03-22T14:03:00Z";
    private static final String THIRD = "2021-03-22T14:06:00Z";

    /** What all of these answer when they are called at the same moment. */
    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    private static Callable<Integer> book(Office office, String tag, String session, String startsAt) {
        var path = office.statement() + "/slot";
        return () -> office.request()
                .header("If-Match", tag)
                .body("{\"session\":\"" + session + "\",\"startsAt\":\"" + startsAt + "\"}")
                .put(path)
                .statusCode();
    }

    private static List<String> slots(String session) {
        return Offices.staff("secretariat")
                .get(Offices.LISTS + "/" + session)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("places.startsAt");
    }

    @Test
    void of_five_who_race_for_the_last_slot_one_gets_it() throws Exception {
        var session = Programme.withSlots();
        Offices.accepted().books(session, FIRST).then().statusCode(200);
        Offices.accepted().books(session, SECOND).then().statusCode(200);
        var calls = new ArrayList<Callable<Integer>>();
        for (var office : Offices.accepted(5)) {
            calls.add(book(office, office.tag(), session, THIRD));
        }
        assertThat(atOnce(calls)).containsExactlyInAnyOrder(200, 409, 409, 409, 409);
        assertThat(slots(session)).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void an_offer_and_a_booking_race_for_the_last_slot() throws Exception {
        var session = Programme.withSlots();
        Offices.accepted().books(session, FIRST).then().statusCode(200);
        Offices.accepted().books(session, SECOND).then().statusCode(200);
        var waiting = Offices.accepted();
        waiting.requests(session).then().statusCode(200);
        var choosing = Offices.accepted();
        var statuses = atOnce(List.of(
                () -> Offices.offers(session, "{\"statement\":\"" + waiting.id() + "\"}")
                        .statusCode(),
                book(choosing, choosing.tag(), session, THIRD)));
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(slots(session)).containsExactly(FIRST, SECOND, THIRD);
    }

    @RepeatedTest(3)
    void an_exchange_races_a_withdrawal() throws Exception {
        var session = Programme.withSlots();
        var one = Offices.accepted();
        var other = Offices.accepted();
        one.books(session, FIRST).then().statusCode(200);
        other.books(session, SECOND).then().statusCode(200);
        one.exchangesWith(other).then().statusCode(200);
        var agreeing = other.tag();
        var leaving = one.tag();
        var with = one.id();
        var paths = List.of(other.statement() + "/exchange", one.statement() + "/slot");
        var statuses = atOnce(List.of(
                () -> other.request()
                        .header("If-Match", agreeing)
                        .body("{\"with\":\"" + with + "\"}")
                        .put(paths.get(0))
                        .statusCode(),
                () -> one.request()
                        .header("If-Match", leaving)
                        .delete(paths.get(1))
                        .statusCode()));
        // Either the one was gone when the other agreed, or it had another slot by then than the one that it gave back.
        if (statuses.get(0) == 200) {
            assertThat(statuses.get(1)).isEqualTo(412);
            one.read().then().extract().jsonPath();
            assertThat(one.read().jsonPath().getString("slot.startsAt")).isEqualTo(SECOND);
            assertThat(other.read().jsonPath().getString("slot.startsAt")).isEqualTo(FIRST);
        } else {
            assertThat(statuses).containsExactly(409, 200);
            assertThat(one.read().jsonPath().getString("state")).isEqualTo("open");
            assertThat(other.read().jsonPath().getString("slot.startsAt")).isEqualTo(SECOND);
        }
    }

    @Test
    void five_who_take_over_one_offer_that_has_ended() throws Exception {
        var session = Programme.withSlots();
        var waiting = Offices.accepted();
        waiting.requests(session).then().statusCode(200);
        Offices.offers(session).then().statusCode(200);
        ForumTime.is("2021-02-20T10:00:00Z");
        var confirming = waiting.tag();
        var calls = new ArrayList<Callable<Integer>>();
        for (var office : Offices.accepted(4)) {
            calls.add(book(office, office.tag(), session, FIRST));
        }
        var path = waiting.statement() + "/confirmation";
        calls.add(
                () -> waiting.request().header("If-Match", confirming).put(path).statusCode());
        var statuses = atOnce(calls);
        assertThat(statuses.subList(0, 4)).containsExactlyInAnyOrder(200, 409, 409, 409);
        // It had ended, whether somebody else was first to notice or not.
        assertThat(statuses.get(4)).isIn(409, 412);
        assertThat(slots(session)).containsExactly(FIRST);
    }
}
