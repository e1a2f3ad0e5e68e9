package org.wsisforum.agenda.session;

import java.util.List;
import java.util.UUID;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/** The organizer of a session says some of it, and nothing of others. */
@ForumTest
class OrganizingASessionTest {

    private static final String START = "2021-04-01T10:00:00+02:00";
    private static final String END = "2021-04-01T11:00:00+02:00";

    private final String account = "org-" + UUID.randomUUID().toString().substring(0, 8);

    private RequestSpecification organizer(String account) {
        return signedIn(account, "session-organizer");
    }

    private static RequestSpecification signedIn(String account, String role) {
        return given().header("Authorization", TestCredentials.of(account, role, "agenda:read", "agenda:write"))
                .contentType("application/json");
    }

    private String input() {
        return Programme.session(START, END, false)
                .replace("\"attendance\"", "\"organizerAccounts\":[\"" + account + "\"],\"attendance\"");
    }

    private ValidatableResponse patch(String account, String session, String patch) {
        return patched(organizer(account), session, patch);
    }

    private static ValidatableResponse patched(RequestSpecification who, String session, String patch) {
        return who.contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(Programme.SESSIONS + "/" + session)
                .then();
    }

    @Test
    void an_organizer_says_what_the_session_is_about_who_takes_part_and_what_came_of_it() {
        var session = Programme.added(input());
        var person = organizer(account)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"name\":\"A panellist\"}")
                .post(Programme.PEOPLE)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        patch(account, session, """
                        {"description":{"en":{"value":"All of it."}},
                         "people":[{"person":"%s","role":"panellist"}],
                         "documents":[{"name":{"en":{"value":"Slides"}},"mediaType":"application/pdf",
                                       "href":"https://www.itu.int/slides.pdf"}],
                         "outcome":{"en":{"value":"We agreed."}}}""".formatted(person))
                .statusCode(200)
                .body("people.name", contains("A panellist"))
                .body("documents.mediaType", contains("application/pdf"))
                .body("outcome.en.value", is("We agreed."))
                .body("organizerAccounts", contains(account));
    }

    @Test
    void an_organizer_says_nothing_else() {
        var session = Programme.added(input());
        var room = Programme.room();
        for (var patch : List.of(
                "{\"title\":{\"en\":{\"value\":\"Mine\"}}}",
                "{\"startsAt\":\"2021-04-01T09:00:00+02:00\"}",
                "{\"room\":\"" + room + "\"}",
                "{\"joinLink\":\"https://elsewhere.example/\"}",
                "{\"recordings\":[{\"href\":\"https://www.itu.int/\"}]}",
                "{\"organizerAccounts\":[]}",
                "{\"code\":\"test-mine\"}",
                "{\"statements\":true}")) {
            patch(account, session, patch)
                    .statusCode(403)
                    .body("code", is("forbidden"))
                    .body("errors.code", contains("not-yours"));
        }
        patch(account, session, "{\"track\":\"forum\",\"confirmed\":false,\"description\":null}")
                .statusCode(403)
                .body("errors.pointer", containsInAnyOrder("/track", "/confirmed"));
        for (var verb : List.of("schedule", "postpone", "cancel")) {
            organizer(account)
                    .header("If-Match", "*")
                    .post(Programme.SESSIONS + "/" + session + "/" + verb)
                    .then()
                    .statusCode(403);
        }
        organizer(account)
                .header("If-Match", "*")
                .body(input())
                .put(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(403);
        organizer(account)
                .header("If-Match", "*")
                .delete(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(403);
    }

    @Test
    void the_organizer_of_one_session_says_nothing_of_another() {
        var session = Programme.added(input());
        patch("somebody-else", session, "{\"description\":null}")
                .statusCode(403)
                .body("code", is("forbidden"));
        // A program is no organizer, whatever a session calls it.
        for (var role : List.of("partner", "service")) {
            given().header("Authorization", TestCredentials.of(account, role, "agenda:read", "agenda:write"))
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "*")
                    .body("{\"description\":null}")
                    .patch(Programme.SESSIONS + "/" + session)
                    .then()
                    .statusCode(403);
        }
    }

    /** Whose request for a workshop is accepted signs in as before, with whatever role that is. */
    @Test
    void the_account_that_a_session_names_organizes_it_without_the_role_of_an_organizer() {
        var own = Programme.drafted(input());
        var other = Programme.drafted(Programme.session(START, END, false));
        for (var role : List.of("participant", "focal-point", "expert", "secretariat", "analyst")) {
            signedIn(account, role)
                    .queryParam("release", "draft")
                    .get(Programme.SESSIONS)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(own));
            signedIn(account, role)
                    .get(Programme.SESSIONS + "/" + own + "?release=draft")
                    .then()
                    .statusCode(200)
                    .body("organizerAccounts", contains(account));
            signedIn(account, role)
                    .get(Programme.SESSIONS + "/" + other + "?release=draft")
                    .then()
                    .statusCode(404);
            var person = signedIn(account, role)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body("{\"name\":\"Somebody of " + role + "\"}")
                    .post(Programme.PEOPLE)
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("id");
            var people = "{\"people\":[{\"person\":\"" + person + "\",\"role\":\"panellist\"}]}";
            patched(signedIn(account, role), own, people)
                    .statusCode(200)
                    .body("people.name", contains("Somebody of " + role));
            patched(signedIn(account, role), own, "{\"title\":{\"en\":{\"value\":\"Mine\"}}}")
                    .statusCode(403)
                    .body("errors.code", contains("not-yours"));
            patched(signedIn(account, role), other, "{\"description\":null}").statusCode(404);
        }
    }

    @Test
    void whoever_organizes_nothing_sees_no_draft_and_adds_nobody() {
        var session = Programme.drafted(input());
        signedIn("somebody-else", "participant")
                .get(Programme.SESSIONS + "/" + session + "?release=draft")
                .then()
                .statusCode(403);
        patched(signedIn("somebody-else", "participant"), session, "{\"description\":null}")
                .statusCode(404);
        signedIn("somebody-else", "participant")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"name\":\"Nobody\"}")
                .post(Programme.PEOPLE)
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
        given().header("Authorization", TestCredentials.of(account, "participant", "agenda:write"))
                .get(Programme.SESSIONS + "?release=draft")
                .then()
                .statusCode(403)
                .body("code", is("insufficient-scope"));
    }

    @Test
    void an_organizer_sees_and_writes_the_own_draft_and_no_other() {
        var own = Programme.drafted(input());
        var other = Programme.drafted(Programme.session(START, END, false));
        organizer(account)
                .queryParam("release", "draft")
                .get(Programme.SESSIONS)
                .then()
                .body("items.id", contains(own));
        organizer(account).get(Programme.SESSIONS + "/" + own).then().statusCode(404);
        organizer(account)
                .get(Programme.SESSIONS + "/" + own + "?release=draft")
                .then()
                .statusCode(200)
                .body("state", is("draft"));
        patch(account, own, "{\"description\":{\"en\":{\"value\":\"A draft.\"}}}")
                .statusCode(200);
        organizer(account)
                .get(Programme.SESSIONS + "/" + other + "?release=draft")
                .then()
                .statusCode(404);
        patch(account, other, "{\"description\":null}").statusCode(404).body("code", is("not-found"));
        given().header("Authorization", TestCredentials.of(account, "session-organizer", "agenda:read"))
                .queryParam("subject", "sessions/" + own)
                .get("/agenda/v1/editions/2021/changes")
                .then()
                .body("items.type", hasItem("org.wsisforum.agenda.session.drafted.v1"));
    }

    @Test
    void an_organizer_sees_what_is_in_the_way_but_for_the_drafts_of_others() {
        var person = Programme.person("Aline Favre");
        var people = "\"people\":[{\"person\":\"" + person + "\",\"role\":\"panellist\"}],\"attendance\"";
        var own = Programme.added(input().replace("\"attendance\"", people));
        Programme.drafted(Programme.session(START, END, false).replace("\"attendance\"", people));
        organizer(account)
                .get(Programme.SESSIONS + "/" + own + "?release=draft")
                .then()
                .body("clashes", empty());
        var other = Programme.added(Programme.session(START, END, false).replace("\"attendance\"", people));
        organizer(account)
                .get(Programme.SESSIONS + "/" + own + "?release=draft")
                .then()
                .body("clashes.session", contains(other));
        patch(account, own, "{\"description\":null}").statusCode(200).body("clashes.session", contains(other));
        Programme.reader()
                .get(Programme.SESSIONS + "/" + own + "?release=draft")
                .then()
                .body("clashes.draft", containsInAnyOrder(true, false));
    }
}
