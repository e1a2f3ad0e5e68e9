package org.wsisforum.registration.delegation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.Answers;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.Secretariat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wsisforum.registration.delegation.DelegationOffice.DELEGATIONS;
import static org.wsisforum.registration.delegation.DelegationOffice.delegation;
import static org.wsisforum.registration.delegation.DelegationOffice.focalPoint;
import static org.wsisforum.registration.delegation.DelegationOffice.focalPointOf;
import static org.wsisforum.registration.delegation.DelegationOffice.officer;
import static org.wsisforum.registration.delegation.DelegationOffice.someone;
import static org.wsisforum.registration.delegation.DelegationOffice.state;
import static org.wsisforum.registration.delegation.DelegationOffice.tag;

@ForumTest
class DelegationsTest {

    private static final String NAMES = Secretariat.EDITION + "/delegation-names";

    @Test
    void all_member_states_are_added_once_however_often_one_asks() {
        officer().body("{}").post(DELEGATIONS + "/member-states").then().statusCode(200);
        officer()
                .body("{\"quota\":{\"onSite\":1}}")
                .post(DELEGATIONS + "/member-states")
                .then()
                .statusCode(200)
                .body("added", is(0))
                .body("present", is(193));
        officer()
                .get(DELEGATIONS + "?kind=member-state&limit=1&count=exact")
                .then()
                .statusCode(200)
                .body("count", is(193));
    }

    @Test
    void states_stand_in_the_french_order_of_their_names_over_all_pages() {
        state("CH");
        var collator = Collator.getInstance(ULocale.FRENCH);

        var names = allPages(NAMES + "?kind=member-state&lang=fr&limit=50", "items.name");

        assertThat(names).hasSize(193).isSortedAccordingTo(collator::compare).contains("Égypte", "Suisse");
        assertThat(names.indexOf("Égypte")).isLessThan(names.indexOf("Suisse"));
    }

    @Test
    void the_order_begins_with_the_country_that_was_drawn_by_lot() {
        state("CH");
        var alphabetical = allPages(NAMES + "?kind=member-state&lang=fr&limit=100", "items.country");
        var drawn = allPages(NAMES + "?kind=member-state&lang=fr&limit=100&startingWith=che", "items.country");

        var start = alphabetical.indexOf("CH");
        var expected = new ArrayList<>(alphabetical.subList(start, alphabetical.size()));
        expected.addAll(alphabetical.subList(0, start));
        assertThat(drawn).isEqualTo(expected).startsWith("CH");

        RestAssured.get(NAMES + "?startingWith=XX").then().statusCode(422);
        RestAssured.get(NAMES + "?startingWith=PS").then().statusCode(422);
    }

    @Test
    void others_stand_after_all_states_by_what_they_are_called() {
        state("ZW");
        delegation(null);
        var kinds = allPages(NAMES + "?limit=200", "items.kind");
        assertThat(kinds.subList(0, 193)).containsOnly("member-state");
        assertThat(kinds.subList(193, kinds.size()))
                .doesNotContain("member-state")
                .isNotEmpty();
    }

    private static List<String> allPages(String first, String path) {
        var all = new ArrayList<String>();
        for (var next = first; next != null; ) {
            var page = RestAssured.get(next).then().statusCode(200).extract();
            all.addAll(page.jsonPath().getList(path, String.class));
            next = page.path("links.next");
        }
        return all;
    }

    @Test
    void a_state_is_called_as_its_country_is_and_has_one_delegation() {
        var rwanda = state("RW");
        officer()
                .get(DELEGATIONS + "/" + rwanda)
                .then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-store"))
                .body("name.en.value", is("Rwanda"))
                .body("quota.onSite", nullValue())
                .body("taken.onSite", is(0));
        officer()
                .body("{\"kind\":\"member-state\",\"country\":\"RWA\"}")
                .post(DELEGATIONS)
                .then()
                .statusCode(409)
                .body("code", is("country-has-delegation"));
        officer()
                .body("{\"kind\":\"member-state\"}")
                .post(DELEGATIONS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/country"));
        officer()
                .body("{\"kind\":\"member-state\",\"country\":\"PS\"}")
                .post(DELEGATIONS)
                .then()
                .statusCode(422);
        officer()
                .body("{\"kind\":\"igo\",\"country\":\"CH\"}")
                .post(DELEGATIONS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/name"));
    }

    @Test
    void two_of_a_kind_are_not_called_the_same() {
        var name = "Institute " + UUID.randomUUID();
        var body = "{\"kind\":\"academia\",\"name\":{\"en\":{\"value\":\"%s\",\"status\":\"official\"}}}";
        officer().body(body.formatted(name)).post(DELEGATIONS).then().statusCode(201);
        officer()
                .body(body.formatted(name))
                .post(DELEGATIONS)
                .then()
                .statusCode(409)
                .body("code", is("delegation-name-taken"));
    }

    @Test
    void the_quota_is_changed_by_whoever_saw_the_newest_version() {
        var delegation = delegation(5);
        var path = DELEGATIONS + "/" + delegation;
        var seen = tag(delegation);
        patch(path, seen, "{\"quota\":{\"remote\":7}}")
                .statusCode(200)
                .body("quota.onSite", is(5))
                .body("quota.remote", is(7));
        patch(path, seen, "{\"quota\":null}").statusCode(412);
        patch(path, tag(delegation), "{\"quota\":null}").statusCode(200).body("quota.onSite", nullValue());
        patch(path, tag(delegation), "{\"kind\":\"igo\"}").statusCode(400);
        patch(path, tag(delegation), "{\"quota\":{\"onSite\":-1}}").statusCode(422);
        officer()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(path)
                .then()
                .statusCode(428);
        officer()
                .get(path + "/history")
                .then()
                .statusCode(200)
                .body("items.type", hasItem("org.wsisforum.registration.delegation.changed.v1"));
    }

    private static io.restassured.response.ValidatableResponse patch(String path, String tag, String body) {
        return officer()
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body(body)
                .patch(path)
                .then();
    }

    @Test
    void what_was_added_by_mistake_is_taken_out_unless_somebody_acted_for_it() {
        var mistaken = delegation(null);
        var path = DELEGATIONS + "/" + mistaken;
        officer().delete(path).then().statusCode(428);
        officer().header("If-Match", tag(mistaken)).delete(path).then().statusCode(204);
        officer().get(path).then().statusCode(404);

        var acting = delegation(null);
        focalPointOf(acting);
        officer()
                .header("If-Match", tag(acting))
                .delete(DELEGATIONS + "/" + acting)
                .then()
                .statusCode(409)
                .body("code", is("delegation-in-use"));
    }

    @Test
    void to_a_focal_point_another_s_delegation_looks_like_none() {
        var own = delegation(null);
        var other = delegation(null);
        var person = focalPointOf(own);

        focalPoint(person).get(DELEGATIONS + "/" + own).then().statusCode(200).body("id", is(own));
        focalPoint(person).get(DELEGATIONS).then().statusCode(200).body("items.id", contains(own));
        var none = UUID.randomUUID().toString();
        assertThat(Answers.said(focalPoint(person).get(DELEGATIONS + "/" + other))
                        .replace(other, "id"))
                .isEqualTo(Answers.said(focalPoint(person).get(DELEGATIONS + "/" + none))
                        .replace(none, "id"));
        focalPoint(person)
                .get(DELEGATIONS + "/" + other + "/focal-points")
                .then()
                .statusCode(404);
        focalPoint(someone()).get(DELEGATIONS).then().statusCode(200).body("items.size()", is(0));
    }

    @Test
    void everybody_may_know_what_delegations_are_called_and_no_more() {
        var delegation = delegation(3);
        RestAssured.get(NAMES + "?kind=ngo&country=CH&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(delegation))
                .body("items.email", not(hasItem(notNullValue())))
                .body("items.quota", not(hasItem(notNullValue())));
    }
}
