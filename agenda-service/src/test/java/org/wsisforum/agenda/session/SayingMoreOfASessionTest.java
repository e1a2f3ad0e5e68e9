package org.wsisforum.agenda.session;

import java.util.List;
import java.util.UUID;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What the programme says of a session besides title, time and organizers. */
@ForumTest
class SayingMoreOfASessionTest {

    private static final String START = "2021-04-01T10:00:00+02:00";
    private static final String END = "2021-04-01T11:00:00+02:00";
    private static final String CHANGES = "/agenda/v1/editions/2021/changes";
    private static final String WHAT = "org.wsisforum.agenda.";

    private static String plain() {
        return Programme.added(Programme.session(START, END, false));
    }

    private static ValidatableResponse patch(String session, String patch) {
        return Programme.reader()
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", "*")
                .body(patch)
                .patch(Programme.SESSIONS + "/" + session)
                .then();
    }

    /** What everybody sees once the draft is released. */
    private static ValidatableResponse shown(String session) {
        Programme.releaseIfNew();
        return when().get(Programme.SESSIONS + "/" + session).then().statusCode(200);
    }

    private static String now() {
        return when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
    }

    private static ValidatableResponse since(String cursor) {
        return given().queryParam("since", cursor).get(CHANGES).then();
    }

    private static String appearance(String person, String role) {
        return "{\"person\":\"" + person + "\",\"role\":\"" + role + "\",\"remote\":true}";
    }

    // --- people

    @Test
    void people_stand_in_a_session_in_their_roles_and_in_order() {
        var session = plain();
        var zoe = Programme.person("Zoé Moderator");
        var ali = Programme.person("Ali Panellist");
        patch(session, "{\"people\":[" + appearance(zoe, "moderator") + "," + appearance(ali, "panellist") + "]}")
                .statusCode(200);
        shown(session)
                .body("people.person", contains(zoe, ali))
                .body("people.role", contains("moderator", "panellist"))
                .body("people.name", contains("Zoé Moderator", "Ali Panellist"))
                .body("people.remote", contains(true, true))
                .body("people[0].honorific", is("H.E. Ms"))
                .body("people[0].countryName.en.value", is("Switzerland"))
                .body("people[0]", not(hasKey("account")));
        patch(
                        session,
                        "{\"people\":[" + appearance(ali, "high-level-track-facilitator") + ","
                                + appearance(zoe, "closing-remarks") + "]}")
                .statusCode(200);
        shown(session)
                .body("people.person", contains(ali, zoe))
                .body("people.role", contains("high-level-track-facilitator", "closing-remarks"));
        when().get(Programme.SESSIONS + "?person=" + ali).then().body("items.id", contains(session));
    }

    @Test
    void people_are_known_and_stand_once_in_each_role() {
        var session = plain();
        var zoe = Programme.person("Zoé");
        patch(
                        session,
                        "{\"people\":[" + appearance(zoe, "moderator") + ","
                                + appearance(UUID.randomUUID().toString(), "panellist") + "]}")
                .statusCode(422)
                .body("errors.pointer", contains("/people/1/person"));
        patch(session, "{\"people\":[" + appearance(zoe, "speaker") + "," + appearance(zoe, "speaker") + "]}")
                .statusCode(422)
                .body("errors.pointer", contains("/people/1"));
        patch(session, "{\"people\":[" + appearance(zoe, "hero") + "]}").statusCode(400);
        patch(session, "{\"people\":[{\"role\":\"speaker\"}]}")
                .statusCode(422)
                .body("errors.pointer", contains("/people/0/person"));
        shown(session).body("people", empty());
    }

    @Test
    void a_person_is_seen_by_everybody_while_a_session_that_everybody_sees_has_the_person() {
        var zoe = Programme.person("Zoé");
        var people = "{\"people\":[" + appearance(zoe, "speaker") + "]}";
        var draft = Programme.drafted(Programme.session(START, END, false));
        var cursor = now();
        patch(draft, people).statusCode(200);
        Programme.releaseIfNew();
        when().get(Programme.PEOPLE + "/" + zoe).then().statusCode(404);
        since(cursor).body("items", empty());

        var session = plain();
        patch(session, people).statusCode(200);
        when().get(Programme.PEOPLE + "/" + zoe).then().statusCode(404);
        Programme.release();
        when().get(Programme.PEOPLE + "/" + zoe).then().statusCode(200).body("$", not(hasKey("listed")));
        patch(session, "{\"people\":[]}").statusCode(200);
        Programme.release();
        when().get(Programme.PEOPLE + "/" + zoe).then().statusCode(404);
        bring("schedule", draft);
        Programme.release();
        when().get(Programme.PEOPLE).then().body("items.id", contains(zoe));
        bring("cancel", draft);
        Programme.release();
        when().get(Programme.PEOPLE).then().body("items.id", contains(zoe));
        Programme.reader()
                .header("If-Match", "*")
                .delete(Programme.SESSIONS + "/" + draft)
                .then()
                .statusCode(204);
        Programme.release();
        when().get(Programme.PEOPLE).then().body("items", empty());
        given().queryParam("since", cursor)
                .queryParam("subject", "people/" + zoe)
                .get(CHANGES)
                .then()
                .body(
                        "items.type",
                        contains(
                                WHAT + "person.listed.v1",
                                WHAT + "person.unlisted.v1",
                                WHAT + "person.listed.v1",
                                WHAT + "person.unlisted.v1"));
    }

    private static void bring(String verb, String session) {
        Programme.reader()
                .header("If-Match", "*")
                .post(Programme.SESSIONS + "/" + session + "/" + verb)
                .then()
                .statusCode(200);
    }

    @Test
    void a_person_stays_while_a_session_has_the_person_and_a_change_is_told_once() {
        var session = plain();
        var zoe = Programme.person("Zoé");
        patch(session, "{\"people\":[" + appearance(zoe, "speaker") + "]}").statusCode(200);
        Programme.reader()
                .header("If-Match", "*")
                .delete(Programme.PEOPLE + "/" + zoe)
                .then()
                .statusCode(409)
                .body("code", is("person-in-programme"));
        Programme.release();
        var cursor = now();
        Programme.reader()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"name\":\"Zoe\",\"account\":\"zoes-account\"}")
                .patch(Programme.PEOPLE + "/" + zoe)
                .then()
                .statusCode(200);
        shown(session).body("people.name", contains("Zoe"));
        since(cursor)
                .body(
                        "items.type",
                        contains(
                                WHAT + "person.changed.v1", WHAT + "session.changed.v1", WHAT + "release.published.v1"))
                .body("items[0].data.fields", contains("name"))
                .body("items[1].data.fields", contains("people"));
    }

    // --- Action Lines and goals

    @Test
    void lines_and_goals_have_a_rationale_in_languages() {
        var session = plain();
        patch(session, """
                        {"actionLines":["C2","C7-e-health"],"goals":[3,9],"linkages":[
                          {"actionLine":"С2","goal":9,"rationale":{"en":{"value":"Cables"},"fr":{"value":"Des câbles"}}},
                          {"goal":3,"rationale":{"en":{"value":"Health"}}}]}""").statusCode(200).body("remarks", empty());
        Programme.release();
        given().queryParam("lang", "fr")
                .get(Programme.SESSIONS + "/" + session)
                .then()
                .body("linkages.actionLine", contains("C2", null))
                .body("linkages.goal", contains(9, 3))
                .body("linkages.rationale", contains("Des câbles", "Health"))
                .body("fallbacks.pointer", hasItem("/linkages/1/rationale"));
        patch(session, "{\"linkages\":[{\"actionLine\":\"C3\",\"rationale\":{\"en\":{\"value\":\"x\"}}}]}")
                .statusCode(422)
                .body("errors.pointer", contains("/linkages/0/actionLine"));
        patch(session, "{\"linkages\":[{\"goal\":17,\"rationale\":{\"en\":{\"value\":\"x\"}}}]}")
                .statusCode(422)
                .body("errors.pointer", contains("/linkages/0/goal"));
        patch(session, "{\"linkages\":[{\"rationale\":{\"en\":{\"value\":\"x\"}}}]}")
                .statusCode(422)
                .body("errors.pointer", contains("/linkages/0"));
    }

    @Test
    void a_link_outside_the_matrix_is_remarked_on_and_taken() {
        var session = plain();
        patch(session, """
                        {"actionLines":["C2","C10"],"goals":[14,9],"linkages":[
                          {"actionLine":"C10","goal":14,"rationale":{"en":{"value":"The sea"}}}]}""")
                .statusCode(200)
                .body("linkages", not(empty()))
                .body("remarks.pointer", contains("/linkages/0", "/goals/1"))
                .body("remarks.code", contains("off-matrix", "off-matrix"));
        Programme.reader()
                .get(Programme.SESSIONS + "/" + session + "?release=draft")
                .then()
                .body("remarks.code", contains("off-matrix", "off-matrix"));
        shown(session).body("$", not(hasKey("remarks"))).body("goals", contains(9, 14));
    }

    // --- languages and access

    @Test
    void a_session_says_who_can_follow_it() {
        var session = plain();
        patch(session, """
                        {"floorLanguage":"pt-br","interpretation":["FR","ar","fr"],"captioning":["en"],
                         "internationalSign":true,"stepFree":true}""").statusCode(200);
        shown(session)
                .body("floorLanguage", is("pt-BR"))
                .body("interpretation", contains("fr", "ar"))
                .body("captioning", contains("en"))
                .body("internationalSign", is(true))
                .body("stepFree", is(true));
        patch(session, "{\"floorLanguage\":\"klingon!\",\"interpretation\":[\"en\",\"zzz\"],\"captioning\":[\"\"]}")
                .statusCode(422)
                .body("errors.pointer", contains("/floorLanguage", "/interpretation/1", "/captioning/0"));
        when().get(Programme.SESSIONS + "?language=pt-BR").then().body("items.id", contains(session));
        when().get(Programme.SESSIONS + "?language=ar").then().body("items.id", contains(session));
        when().get(Programme.SESSIONS + "?language=en").then().body("items", empty());
    }

    // --- what belongs to it

    @Test
    void documents_recordings_and_outcome_belong_to_a_session() {
        var session = plain();
        var cursor = now();
        patch(session, """
                        {"documents":[{"name":{"en":{"value":"Concept note"},"ar":{"value":"مذكرة"}},
                                       "mediaType":"application/pdf","href":"https://www.itu.int/note.pdf"}],
                         "recordings":[{"href":"https://www.youtube.com/watch?v=1","language":"fr"},
                                       {"href":"https://www.youtube.com/watch?v=2"}],
                         "outcome":{"en":{"value":"What came of it."}}}""").statusCode(200);
        ForumTime.is(END);
        Programme.release();
        given().queryParam("lang", "ar")
                .get(Programme.SESSIONS + "/" + session)
                .then()
                .body("documents.name", contains("مذكرة"))
                .body("documents.mediaType", contains("application/pdf"))
                .body("recordings.language", contains("fr", null))
                .body("outcome", is("What came of it."));
        since(cursor).body("items[0].data.fields", containsInAnyOrder("documents", "recordings", "outcome"));
        for (var link : List.of("http://www.itu.int/note.pdf", "javascript:alert(1)", "note.pdf", "https:", "a b")) {
            patch(session, "{\"recordings\":[{\"href\":\"" + link + "\"}]}")
                    .statusCode(422)
                    .body("errors.pointer", contains("/recordings/0/href"));
        }
        patch(
                        session,
                        "{\"documents\":[{\"name\":{\"en\":{\"value\":\"x\"}},\"mediaType\":\"pdf\",\"href\":\"https://itu.int/\"}]}")
                .statusCode(422)
                .body("errors.pointer", contains("/documents/0/mediaType"));
    }

    // --- where it is joined

    private static ValidatableResponse as(String role, String session, String... scopes) {
        return given().header("Authorization", TestCredentials.of("somebody", role, scopes))
                .get(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200);
    }

    @Test
    void a_join_link_is_shown_to_people_who_are_signed_in_from_shortly_before_the_start_until_the_end() {
        var session = plain();
        var link = "https://itu.zoom.us/w/1";
        patch(session, "{\"joinLink\":\"" + link + "\"}").statusCode(200).body("joinLink", is(link));
        for (var time : List.of("2021-04-01T09:44:59+02:00", "2021-04-01T11:00:00+02:00")) {
            ForumTime.is(time);
            as("participant", session, "agenda:read").body("joinLink", nullValue());
            as("programme-manager", session, "agenda:read").body("joinLink", nullValue());
            given().header("Authorization", TestCredentials.of("somebody", "programme-manager", "agenda:read"))
                    .get(Programme.SESSIONS + "/" + session + "?release=draft")
                    .then()
                    .body("joinLink", is(link));
        }
        for (var time : List.of("2021-04-01T09:45:00+02:00", "2021-04-01T10:59:00+02:00")) {
            ForumTime.is(time);
            as("participant", session, "agenda:read").body("joinLink", is(link));
            as("focal-point", session, "agenda:read").body("joinLink", is(link));
            as("participant", session, "registration:read").body("joinLink", nullValue());
            as("partner", session, "agenda:read").body("joinLink", nullValue());
            as("service", session, "agenda:read").body("joinLink", nullValue());
            shown(session).body("$", not(hasKey("joinLink")));
            given().header("Authorization", TestCredentials.of("somebody", "participant", "agenda:read"))
                    .get(Programme.SESSIONS + "?state=" + (time.contains("09:45") ? "scheduled" : "live")
                            + "&limit=200")
                    .then()
                    .header("Cache-Control", is("private, no-store"))
                    .body("items.find { it.id == '" + session + "' }.joinLink", is(link));
        }
        bring("cancel", session);
        Programme.release();
        as("participant", session, "agenda:read").body("joinLink", nullValue());
    }

    @Test
    void of_a_join_link_and_of_organizers_only_those_are_told_who_make_the_programme() {
        var session = plain();
        var cursor = now();
        patch(session, "{\"joinLink\":\"https://itu.zoom.us/w/1\",\"organizerAccounts\":[\"org-1\"]}")
                .statusCode(200);
        since(cursor).body("items", empty());
        for (var reader : List.of(
                TestCredentials.of("m", "programme-manager", "agenda:read"),
                TestCredentials.of("org-1", "session-organizer", "agenda:read"))) {
            given().header("Authorization", reader)
                    .queryParam("since", cursor)
                    .get(CHANGES)
                    .then()
                    .body("items.type", contains(WHAT + "session.access-changed.v1"))
                    .body("items[0].data.fields", containsInAnyOrder("joinLink", "organizerAccounts"));
        }
    }
}
