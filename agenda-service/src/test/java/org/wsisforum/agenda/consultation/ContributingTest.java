package org.wsisforum.agenda.consultation;

import java.util.List;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.wsisforum.agenda.consultation.Stakeholders.CONSULTATION;
import static org.wsisforum.agenda.consultation.Stakeholders.CONTRIBUTIONS;
import static org.wsisforum.agenda.consultation.Stakeholders.contributed;
import static org.wsisforum.agenda.consultation.Stakeholders.contribution;
import static org.wsisforum.agenda.consultation.Stakeholders.idOf;
import static org.wsisforum.agenda.consultation.Stakeholders.participant;
import static org.wsisforum.agenda.consultation.Stakeholders.reviewer;

/** Stakeholders say what they think, while the edition asks for it. */
@ForumTest
class ContributingTest {

    @Test
    void everybody_sees_what_is_asked_when_and_what_is_open_now() {
        when().get(CONSULTATION)
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body(
                        "phases.code",
                        contains(
                                "open-consultation-launch",
                                "open-consultation-submissions",
                                "open-consultation-meeting-1",
                                "open-consultation-meeting-2",
                                "open-consultation-final-brief"))
                .body("phases.findAll { it.open }.code", contains("open-consultation-submissions"))
                .body("phases[1].endsAt", is("2021-03-08T23:00:00Z"))
                .body("phases[1].accepts", hasItems("photo", "facilitator-nomination", "workshop-requests"))
                .body("forms.findAll { it.open }.size()", is(7))
                .body("workshopsOpen", is(true))
                .body("workshops.lengths", contains(45, 60, 90));
        // From midnight in Geneva on after 8 March, nothing is taken.
        ForumTime.is("2021-03-09T00:00:00+01:00");
        when().get(CONSULTATION).then().body("workshopsOpen", is(false)).body("forms.findAll { it.open }", empty());
    }

    @Test
    void whoever_is_signed_in_contributes_and_everybody_reads_it_but_not_who_it_was() {
        var address = contributed("villages", contribution());
        var read = when().get(address)
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("from.entity", is("Digital Villages Network"))
                .body("from.region", is("AFR"))
                .body("text.ar.value", is("نصف ساعة للأسئلة."))
                .body("publish", nullValue())
                .extract()
                .asString();
        assertThat(read).doesNotContain("villages\"");
        when().get(CONTRIBUTIONS + "?actionLine=С2&region=AFR&stakeholderType=civil-society")
                .then()
                .body("items.id", contains(idOf(address)));
        when().get(CONTRIBUTIONS + "?goal=9&topic=interactive-formats")
                .then()
                .body("items.id", contains(idOf(address)));
        for (var other : List.of("actionLine=C3", "goal=10", "topic=partnerships")) {
            when().get(CONTRIBUTIONS + "?" + other).then().statusCode(200).body("items", empty());
        }
        for (var none : List.of("goal=18", "goal=x", "topic=love")) {
            when().get(CONTRIBUTIONS + "?" + none).then().statusCode(422).body("errors.code", contains("unknown"));
        }
    }

    @Test
    void nobody_contributes_without_signing_in() {
        given().contentType("application/json")
                .body(contribution())
                .post(CONTRIBUTIONS)
                .then()
                .statusCode(401);
    }

    @Test
    void everybody_who_signs_in_as_a_person_contributes() {
        for (var role : List.of("focal-point", "programme-manager", "analyst")) {
            var address = Stakeholders.as("delegate", role)
                    .body(contribution())
                    .post(CONTRIBUTIONS)
                    .then()
                    .statusCode(201)
                    .extract()
                    .header("Location");
            Stakeholders.as("delegate", role)
                    .header("If-Match", "*")
                    .delete(address)
                    .then()
                    .statusCode(204);
        }
        Stakeholders.as("program", "partner")
                .body(contribution())
                .post(CONTRIBUTIONS)
                .then()
                .statusCode(403);
    }

    @Test
    void whoever_asks_for_the_own_says_who_that_is() {
        contributed("villages", contribution());
        when().get(CONTRIBUTIONS + "?mine=true").then().statusCode(401);
        given().header("Authorization", TestCredentials.of("villages", "participant", "agenda:write"))
                .get(CONTRIBUTIONS + "?mine=true")
                .then()
                .statusCode(403)
                .body("code", is("insufficient-scope"));
        participant("somebody-else").get(CONTRIBUTIONS + "?mine=true").then().body("items", empty());
    }

    @Test
    void whoever_corrects_the_country_or_the_scope_is_counted_where_it_belongs() {
        var address = contributed("villages", contribution());
        patch("villages", address, "{\"from\":{\"country\":\"FR\"}}").then().body("from.region", is("EUR"));
        when().get(CONTRIBUTIONS + "?region=EUR").then().body("items.id", contains(idOf(address)));
        patch("villages", address, "{\"from\":{\"scope\":\"international\"}}")
                .then()
                .body("from.region", is("international"));
        patch("villages", address, "{\"from\":{\"region\":\"afr\",\"scope\":\"national\"}}")
                .then()
                .body("from.region", is("AFR"));
    }

    @Test
    void what_its_author_keeps_back_is_seen_by_the_author_and_reviewers_alone() {
        var address = contributed("villages", contribution().replace("\"publish\":true", "\"publish\":false"));
        when().get(address).then().statusCode(404);
        when().get(CONTRIBUTIONS).then().body("items", empty());
        participant("somebody-else").get(address).then().statusCode(404);
        participant("somebody-else").get(CONTRIBUTIONS).then().body("items", empty());
        participant("villages").get(address).then().statusCode(200).body("publish", is(false));
        participant("villages").get(CONTRIBUTIONS + "?mine=true").then().body("items.id", contains(idOf(address)));
        reviewer("reviewer").get(CONTRIBUTIONS).then().body("items.id", contains(idOf(address)));
    }

    @Test
    void what_is_said_of_a_person_who_was_not_asked_is_never_public() {
        for (var form : List.of("recommended-speaker", "facilitator-nomination")) {
            var address = contributed("villages", contribution().replace("views-on-themes", form));
            when().get(address).then().statusCode(404);
            reviewer("reviewer").get(address).then().statusCode(200).body("form", is(form));
        }
    }

    @Test
    void an_author_changes_the_own_until_the_deadline_and_takes_it_back_at_any_time() {
        var address = contributed("villages", contribution());
        patch("villages", address, "{\"title\":{\"en\":{\"value\":\"Anew\"}}}")
                .then()
                .statusCode(200)
                .body("title.en.value", is("Anew"));
        patch("villages", address, "{\"publish\":false}").then().statusCode(200);
        when().get(address).then().statusCode(404);
        ForumTime.is("2021-03-08T23:59:59+01:00");
        patch("villages", address, "{\"publish\":true}").then().statusCode(200);
        ForumTime.is("2021-03-09T00:00:00+01:00");
        patch("villages", address, "{\"publish\":false,\"goals\":[]}")
                .then()
                .statusCode(409)
                .body("code", is("consultation-closed"))
                .body("detail", containsString("2021-03-08T23:00:00Z"));
        // That others are not to read it any more is heard at any time, and not taken back.
        patch("villages", address, "{\"publish\":false}").then().statusCode(200);
        when().get(address).then().statusCode(404);
        patch("villages", address, "{\"publish\":true}").then().statusCode(409);
        participant("somebody-else")
                .header("If-Match", "*")
                .delete(address)
                .then()
                .statusCode(404);
        participant("villages").header("If-Match", "*").delete(address).then().statusCode(204);
        participant("villages").get(address).then().statusCode(404);
        reviewer("reviewer")
                .get(address + "/history")
                .then()
                .body("items.type", hasItem("org.wsisforum.agenda.contribution.withdrawn.v1"));
    }

    @Test
    void nobody_changes_what_others_have_said() {
        var address = contributed("villages", contribution());
        patch("somebody-else", address, "{\"publish\":false}").then().statusCode(404);
        when().get(address).then().statusCode(200);
    }

    @Test
    void an_author_who_has_not_seen_the_last_version_overwrites_nothing() {
        var address = contributed("villages", contribution());
        var seen = participant("villages").get(address).header("ETag");
        patch("villages", address, "{\"topics\":[]}").then().statusCode(200);
        participant("villages")
                .contentType("application/merge-patch+json")
                .header("If-Match", seen)
                .body("{\"goals\":[]}")
                .patch(address)
                .then()
                .statusCode(412);
        participant("villages")
                .contentType("application/merge-patch+json")
                .body("{\"goals\":[]}")
                .patch(address)
                .then()
                .statusCode(428);
    }

    @Test
    void reviewers_take_off_the_list_what_should_not_stand_there() {
        var address = contributed("villages", contribution());
        listing(address, false).then().statusCode(200).body("listed", is(false));
        when().get(address).then().statusCode(404);
        // The author does not put it back by saying the same again.
        patch("villages", address, "{\"title\":{\"en\":{\"value\":\"Buy masts\"}}}")
                .then()
                .statusCode(200);
        when().get(address).then().statusCode(404);
        listing(address, true).then().statusCode(200);
        when().get(address).then().statusCode(200);
    }

    @Test
    void what_is_wrong_with_a_contribution_is_said_field_by_field() {
        participant("villages")
                .body("""
                        {"form":"poem","from":{"entity":"X","stakeholderType":"party","country":"XX","scope":"national",
                         "region":"MARS"},"topics":["interactive-formats","love"],"actionLines":["C12"],"goals":[18],
                         "title":{"en":{"value":"A"}},"text":{"en":{"value":"B"}},
                         "links":["javascript:alert(1)"],"publish":true}""")
                .post(CONTRIBUTIONS)
                .then()
                .statusCode(422)
                .body("code", is("validation-failed"))
                .body(
                        "errors.pointer",
                        contains(
                                "/form",
                                "/from/stakeholderType",
                                "/from/country",
                                "/from/region",
                                "/topics/1",
                                "/actionLines/0",
                                "/goals/0",
                                "/links/0"));
        refused("\"publish\":true", "\"publish\":null").body("errors.pointer", contains("/publish"));
        refused("Half an hour for questions.", "a".repeat(10_001)).body("errors.pointer", contains("/text/en/value"));
        refused("Half an hour", "Half\\u202ean hour").body("errors.pointer", contains("/text/en/value"));
        refused("Digital Villages", "Digital\\nVillages").body("errors.pointer", contains("/from/entity"));
        participant("villages")
                .body(contribution().replace("\"publish\"", "\"vote\":1,\"publish\""))
                .post(CONTRIBUTIONS)
                .then()
                .statusCode(400);
    }

    @Test
    void what_looks_like_markup_stays_the_text_it_is() {
        var address = contributed("villages", contribution().replace("Half an hour", "<script>alert(1)</script>"));
        when().get(address).then().body("text.en.value", is("<script>alert(1)</script> for questions."));
    }

    @Test
    void nothing_is_taken_outside_its_phase() {
        ForumTime.is("2020-09-08T23:59:59+02:00");
        participant("villages")
                .body(contribution())
                .post(CONTRIBUTIONS)
                .then()
                .statusCode(409)
                .body("code", is("consultation-closed"));
        ForumTime.is("2020-09-09T00:00:00+02:00");
        contributed("villages", contribution());
    }

    @Test
    void the_summary_counts_all_and_hides_groups_of_fewer_than_five() {
        for (var i = 0; i < 12; i++) {
            contributed("civil-" + i, contribution());
        }
        for (var i = 0; i < 7; i++) {
            contributed("state-" + i, from("government", "FR", "national"));
        }
        for (var i = 0; i < 2; i++) {
            contributed(
                    "firm-" + i,
                    from("private-sector", "FR", "international").replace("\"publish\":true", "\"publish\":false"));
        }
        ForumTime.is("2021-02-15T10:01:30+01:00");
        when().get(CONSULTATION + "/summary")
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("asOf", is("2021-02-15T09:01:00Z"))
                .body("contributions.byStakeholderType.total", is(21))
                .body("contributions.byStakeholderType.groups.find { it.code == 'civil-society' }.count", is(12))
                // Two firms could be worked out if the seven States stood beside the total.
                .body(
                        "contributions.byStakeholderType.groups.findAll { it.hidden }.code",
                        contains("government", "private-sector"))
                .body("contributions.byRegion.groups.find { it.code == 'AFR' }.count", is(12))
                .body("contributions.byRegion.groups.findAll { it.hidden }.code", contains("EUR", "international"))
                .body("workshopRequests.byRegion.total", is(0));
    }

    @Test
    void a_summary_of_very_few_says_nothing() {
        contributed("villages", contribution());
        ForumTime.is("2021-02-15T10:01:30+01:00");
        when().get(CONSULTATION + "/summary")
                .then()
                .body("contributions.byStakeholderType.total", nullValue())
                .body("contributions.byRegion.groups.count", not(hasItem(notNullValue())));
    }

    private static String from(String type, String country, String scope) {
        return contribution()
                .replace("\"civil-society\"", "\"" + type + "\"")
                .replace("\"KE\"", "\"" + country + "\"")
                .replace("\"regional\"", "\"" + scope + "\"");
    }

    private static ValidatableResponse refused(String what, String by) {
        return participant("villages")
                .body(contribution().replace(what, by))
                .post(CONTRIBUTIONS)
                .then()
                .statusCode(422);
    }

    private static Response patch(String account, String address, String patch) {
        return participant(account)
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", "*")
                .body(patch)
                .patch(address);
    }

    private static Response listing(String address, boolean listed) {
        return reviewer("reviewer")
                .header("If-Match", "*")
                .body("{\"listed\":" + listed + "}")
                .put(address + "/listing");
    }
}
