package org.wsisforum.registration.invitation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.Secretariat;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@ForumTest
class InvitingTest {

    private static final String INVITATIONS = Secretariat.EDITION + "/invitations";

    @BeforeEach
    void mid_february() {
        ForumTime.is("2021-02-15T10:00+01:00");
    }

    @Test
    void the_link_is_shown_once_and_kept_as_a_hash() {
        var answer = Secretariat.invite(Secretariat.letter(), "RW")
                .then()
                .statusCode(201)
                .body("invitation.state", is("sent"))
                .body("invitation.countryName.fr.value", is("Rwanda"))
                .body("link.key", matchesPattern("[A-Za-z0-9_-]{43}"))
                .body("link.letter", containsString("/letter?key="))
                .extract();
        var id = answer.<String>path("invitation.id");
        Secretariat.request()
                .get(INVITATIONS + "/" + id)
                .then()
                .statusCode(200)
                .body(not(containsString(answer.<String>path("link.key"))));
    }

    @Test
    void a_country_is_invited_once_with_a_letter() {
        var letter = Secretariat.letter();
        Secretariat.invite(letter, "QA").then().statusCode(201);
        Secretariat.invite(letter, "qat").then().statusCode(409).body("code", is("already-invited"));
        Secretariat.invite(Secretariat.letter(), "QA").then().statusCode(201);
    }

    @Test
    void a_country_that_there_is_not() {
        Secretariat.invite(Secretariat.letter(), "ZZ")
                .then()
                .statusCode(422)
                .body("code", is("unknown-country"))
                .body("errors[0].pointer", is("/country"));
    }

    @Test
    void a_letter_that_there_is_not() {
        Secretariat.invite("01900000-0000-7000-8000-000000000000", "RW")
                .then()
                .statusCode(404)
                .body("code", is("letter-not-found"));
    }

    @Test
    void lists_are_filtered_by_letter_country_and_state() {
        var letter = Secretariat.letter();
        Secretariat.invite(letter, "RW").then().statusCode(201);
        Secretariat.invite(letter, "BR").then().statusCode(201);
        Secretariat.request()
                .get(INVITATIONS + "?letter=" + letter)
                .then()
                .body("items.country", contains("RW", "BR"))
                .body("items[0].response", nullValue());
        Secretariat.request()
                .get(INVITATIONS + "?letter=" + letter + "&country=bra&state=sent")
                .then()
                .body("items.country", contains("BR"));
        Secretariat.request()
                .get(INVITATIONS + "?state=lost")
                .then()
                .statusCode(422)
                .body("code", is("unknown-state"))
                .body("errors[0].parameter", is("state"));
    }

    @Test
    void a_link_opens_its_own_invitation_and_no_other() {
        var mine = Secretariat.invited("CH");
        var other = Secretariat.invited("FR");
        mine.office().get(mine.path()).then().statusCode(200).body("country", is("CH"));
        mine.office().get(other.path()).then().statusCode(401).body("code", is("link-not-valid"));
        given().header("Authorization", "Link " + LinkKey.random().secret())
                .get(mine.path())
                .then()
                .statusCode(401)
                .body("code", is("link-not-valid"))
                .header("WWW-Authenticate", "Link realm=\"wsis\"");
    }

    @Test
    void a_new_link_closes_the_one_before() {
        var invited = Secretariat.invited("KE");
        var fresh = Secretariat.request()
                .post(invited.path() + "/link")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("link.key");
        invited.office().get(invited.path()).then().statusCode(401);
        given().header("Authorization", "Link " + fresh)
                .get(invited.path())
                .then()
                .statusCode(200);
    }

    @Test
    void a_link_expires_when_the_edition_says_so() {
        var invited = Secretariat.invited("RU");
        ForumTime.is("2021-05-22T00:00+02:00");
        invited.office().get(invited.path()).then().statusCode(401).body("code", is("link-not-valid"));
    }

    @Test
    void services_learn_who_acts_for_a_country_and_nobody_else_does() {
        var invited = Secretariat.invited("JP");
        given().header("Authorization", TestCredentials.of("agenda", "service", "registration:read"))
                .get(invited.path() + "/office")
                .then()
                .statusCode(200)
                .body("country", is("JP"))
                .body("linkHash", matchesPattern("[0-9a-f]{64}"))
                .body("speaker.name", is("Paula Ingabire"));
        Secretariat.request().get(invited.path() + "/office").then().statusCode(403);
    }

    @Test
    void each_step_is_a_change_that_only_secretariat_and_services_read() {
        var invited = Secretariat.invited("AR");
        var subject = "invitations/" + invited.id();
        invited.office().get(invited.path() + "/letter").then().statusCode(200);
        var changes = Secretariat.EDITION + "/changes?subject=" + subject;
        Secretariat.request()
                .get(changes)
                .then()
                .body(
                        "items.type",
                        hasItems(
                                "org.wsisforum.registration.invitation.sent.v1",
                                "org.wsisforum.registration.invitation.opened.v1"))
                .body(not(containsString("Ingabire")));
        given().get(changes).then().body("items.size()", is(0));
        given().header("Authorization", TestCredentials.of("p", "participant", "registration:read"))
                .get(changes)
                .then()
                .body("items.size()", is(0));
    }
}
