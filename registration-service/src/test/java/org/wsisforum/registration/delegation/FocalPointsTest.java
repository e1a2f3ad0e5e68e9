package org.wsisforum.registration.delegation;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.Secretariat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wsisforum.registration.delegation.DelegationOffice.DELEGATIONS;
import static org.wsisforum.registration.delegation.DelegationOffice.appoint;
import static org.wsisforum.registration.delegation.DelegationOffice.delegation;
import static org.wsisforum.registration.delegation.DelegationOffice.focalPoint;
import static org.wsisforum.registration.delegation.DelegationOffice.officer;
import static org.wsisforum.registration.delegation.DelegationOffice.person;
import static org.wsisforum.registration.delegation.DelegationOffice.someone;
import static org.wsisforum.registration.delegation.DelegationOffice.tag;

@ForumTest
class FocalPointsTest {

    private static final String ME = Secretariat.EDITION + "/me/registration";

    @Test
    void a_delegation_has_one_focal_point_and_several_deputies() {
        var delegation = delegation(null);
        var person = someone();
        appoint(delegation, person, false).then().statusCode(201).body("deputy", is(false));
        appoint(delegation, someone(), false).then().statusCode(409).body("code", is("focal-point-taken"));
        appoint(delegation, someone(), true).then().statusCode(201);
        appoint(delegation, someone(), true).then().statusCode(201);
        appoint(delegation, person, true).then().statusCode(409).body("code", is("focal-point-already"));
        focalPoint(person)
                .get(DELEGATIONS + "/" + delegation + "/focal-points")
                .then()
                .statusCode(200)
                .body("items.deputy", contains(false, true, true))
                .body("items[0].name", is("Aline Uwase"))
                .body("items[0].letter", is("MIN/1 of 3 February 2021"));
    }

    @Test
    void of_two_appointed_at_once_one_is_the_focal_point() throws Exception {
        var delegation = delegation(null);
        assertThat(atOnce(Stream.generate(DelegationOffice::someone)
                        .limit(2)
                        .<Callable<Integer>>map(person ->
                                () -> appoint(delegation, person, false).statusCode())
                        .toList()))
                .containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void who_was_ended_loses_access_at_once() {
        var delegation = delegation(null);
        var person = someone();
        var appointment = appoint(delegation, person, true).then().extract().<String>path("id");
        focalPoint(person).get(ME).then().statusCode(200).body("delegations.id", contains(delegation));

        var ending = DELEGATIONS + "/" + delegation + "/focal-points/" + appointment + "/ending";
        officer()
                .body("{\"letter\":\"MIN/2\"}")
                .post(ending)
                .then()
                .statusCode(200)
                .body("until", notNullValue())
                .body("endingLetter", is("MIN/2"));

        focalPoint(person).get(DELEGATIONS + "/" + delegation).then().statusCode(404);
        focalPoint(person).get(ME).then().statusCode(200).body("delegations.size()", is(0));
        officer().body("{\"letter\":\"MIN/2\"}").post(ending).then().statusCode(409);
    }

    @Test
    void a_hand_over_ends_the_one_and_appoints_the_other_with_the_letter() {
        var delegation = delegation(null);
        var before = someone();
        var after = someone();
        appoint(delegation, before, false).then().statusCode(201);
        appoint(delegation, after, true).then().statusCode(201);

        handOver(delegation, after, tag(delegation))
                .then()
                .statusCode(201)
                .body("deputy", is(false))
                .body("letter", is("MIN/3"));

        focalPoint(before).get(DELEGATIONS + "/" + delegation).then().statusCode(404);
        focalPoint(after)
                .get(DELEGATIONS + "/" + delegation + "/focal-points")
                .then()
                .statusCode(200)
                .body("items.findAll { it.until == null }.subject", contains(after))
                .body("items.find { it.subject == '%s' }.endingLetter".formatted(before), is("MIN/3"));
        handOver(delegation, after, tag(delegation)).then().statusCode(409).body("code", is("focal-point-already"));
    }

    @Test
    void nobody_hands_over_what_nobody_has() {
        var delegation = delegation(null);
        handOver(delegation, someone(), tag(delegation)).then().statusCode(409).body("code", is("no-focal-point"));
    }

    @Test
    void of_two_hand_overs_at_once_one_is_refused() throws Exception {
        var delegation = delegation(null);
        appoint(delegation, someone(), false).then().statusCode(201);
        var seen = tag(delegation);
        assertThat(atOnce(List.of(
                        () -> handOver(delegation, someone(), seen).statusCode(),
                        () -> handOver(delegation, someone(), seen).statusCode())))
                .containsExactlyInAnyOrder(201, 412);
    }

    @Test
    void who_a_focal_point_is_needs_the_scope_for_personal_data() {
        var delegation = delegation(null);
        appoint(delegation, someone(), false).then().statusCode(201);
        Secretariat.request()
                .get(DELEGATIONS + "/" + delegation + "/focal-points")
                .then()
                .statusCode(200)
                .body("items[0].name", nullValue())
                .body("items[0].email", nullValue())
                .body("items[0].subject", notNullValue());
    }

    private static io.restassured.response.Response handOver(String delegation, String to, String tag) {
        return officer()
                .header("If-Match", tag)
                .body("{\"to\":" + person(to) + ",\"letter\":\"MIN/3\"}")
                .post(DELEGATIONS + "/" + delegation + "/hand-overs");
    }

    private static List<Integer> atOnce(List<Callable<Integer>> requests) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(requests).stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
        }
    }
}
