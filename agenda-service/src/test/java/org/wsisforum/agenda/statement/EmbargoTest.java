package org.wsisforum.agenda.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Offices;
import org.wsisforum.agenda.Offices.Office;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/**
 * A text under embargo leaks through nothing that the service answers to a read, whoever asks: the walk follows the service's own
 * description of itself, so that an operation which is added tomorrow is walked as well.
 */
@ForumTest
class EmbargoTest {

    private static final String SECRET = "zanzibarquokka";
    private static final String START = "2021-03-22T14:00:00Z";

    /** Whoever reads a statement in the making: its office and its focal point, and those who look after all of them. */
    private static final Set<String> MAY_SEE = Set.of(Role.SECRETARIAT, Role.PROGRAMME_MANAGER);

    /**
     * The cursors of these move on with every transaction of the service, one that touches no statement as well, so they say
     * nothing of any; what else they answer is looked at like everything.
     */
    private static final Set<String> CLOCKWORK = Set.of("readChanges", "followChanges");

    private String session;
    private Office office;

    private record Read(String operation, String path) {}

    private static String text(String words) {
        return "{\"en\":{\"value\":\"" + words + "\"},\"fr\":{\"value\":\"" + words + "\"}}";
    }

    private void prepare() {
        session = Programme.withSlots();
        office = Offices.accepted();
        office.books(session, START).then().statusCode(200);
        office.submits(text("Mr Chairman, " + SECRET + ".")).then().statusCode(200);
        // The speaker has the floor, and the time is up: the text still waits for somebody to say that it was given.
        ForumTime.is("2021-03-22T14:30:00Z");
    }

    /** Every read that the service describes, of things that are there. */
    private List<Read> reads() {
        var document = when().get("/agenda/v1/openapi.json").jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        var reads = new ArrayList<Read>();
        paths.forEach((path, methods) -> {
            var read = methods.get("get");
            if (read != null && !path.endsWith("/stream")) {
                var operation = read.get("operationId").toString();
                reads.add(new Read(operation, filled(path)));
                if (path.contains("{edition}")) {
                    reads.add(new Read(operation, filled(path) + "?lang=fr"));
                }
            }
        });
        // Searches and counts ask for the text itself.
        for (var query : List.of(
                "/sessions?q=" + SECRET,
                "/statements?count=exact",
                "/statements?state=delivered&count=exact",
                "/statements?session=" + session,
                "/changes?subject=statements/" + office.id(),
                "/statements/" + office.id() + "?lang=ar")) {
            reads.add(new Read(query.contains("changes") ? "readChanges" : query, "/agenda/v1/editions/2021" + query));
        }
        assertThat(reads).hasSizeGreaterThan(60);
        return reads;
    }

    private String filled(String path) {
        return path.replace("{edition}", "2021")
                .replace("/statements/{id}", "/statements/" + office.id())
                .replace("/sessions/{id}", "/sessions/" + session)
                .replace("{session}", session)
                .replace("{number}", "1")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private static Response read(String path, String credential) {
        var request = RestAssured.given().redirects().follow(false);
        if (credential != null) {
            request.header("Authorization", credential);
        }
        return request.get(path);
    }

    private Map<String, String> strangers() {
        var elsewhere = office.country().equals("VA") ? "SM" : "VA";
        var callers = new LinkedHashMap<String, String>();
        callers.put("anonymous", null);
        callers.put(Role.LINK_HOLDER, "Link " + LinkKey.random().secret());
        var scopes = new String[] {"agenda:read", "agenda:write", "statements:write", "webhooks:manage", "stats:read"};
        for (var role : Role.OF_THE_REALM) {
            if (!MAY_SEE.contains(role)) {
                callers.put(role, TestCredentials.of("someone/" + elsewhere, role, scopes));
            }
        }
        return callers;
    }

    @Test
    void no_read_shows_the_text_to_anybody_who_does_not_prepare_it() {
        prepare();
        // Those who prepare it do see it, so the words that are looked for are there.
        office.read().then().body(containsString(SECRET));
        Offices.staff(Role.SECRETARIAT).get(office.statement()).then().body(containsString(SECRET));
        var reads = reads();
        for (var caller : strangers().entrySet()) {
            for (var read : reads) {
                if (read.operation().equals("followChanges")) {
                    continue;
                }
                var answer = read(read.path(), caller.getValue());
                var where = read.operation() + " at " + read.path() + " for " + caller.getKey();
                // The words of the search are in the address that the answer repeats.
                var body = answer.asString().replace("q=" + SECRET, "");
                assertThat(answer.statusCode()).as(where).isLessThan(500);
                assertThat(body).as(where).doesNotContain(SECRET);
                assertThat(answer.headers().toString().replace("q=" + SECRET, ""))
                        .as(where)
                        .doesNotContain(SECRET);
            }
        }
    }

    @Test
    void no_answer_to_everybody_is_another_when_the_text_is_another() {
        prepare();
        var before = known();
        office.submits(text("Something much longer, of which nobody must know that it was written at all."))
                .then()
                .statusCode(200);
        assertThat(known()).isEqualTo(before);
        office.submits(text("Short.")).then().statusCode(200);
        assertThat(known()).isEqualTo(before);
    }

    /** Tag and length of every answer to everybody. */
    private Map<String, String> known() {
        var known = new TreeMap<String, String>();
        for (var read : reads()) {
            if (!CLOCKWORK.contains(read.operation())) {
                var answer = read(read.path(), null);
                if (answer.statusCode() == 200) {
                    known.put(read.path(), answer.header("ETag") + " " + answer.asByteArray().length);
                }
            }
        }
        assertThat(known).hasSizeGreaterThan(20);
        return known;
    }

    @Test
    void a_refusal_does_not_repeat_the_text() {
        prepare();
        for (var bad : List.of(
                text("word ".repeat(400) + SECRET),
                text("<b>" + SECRET + "</b>"),
                text(SECRET + "\\u202e"),
                "{\"de\":{\"value\":\"" + SECRET + "\"}}",
                "{\"en\":{\"value\":\"" + SECRET + "\"")) {
            office.submits(bad)
                    .then()
                    .statusCode(org.hamcrest.Matchers.greaterThan(399))
                    .body(not(containsString(SECRET)));
        }
        Offices.accepted()
                .request()
                .header("If-Match", "*")
                .body(text(SECRET))
                .put(office.statement() + "/text")
                .then()
                .statusCode(401)
                .body(not(containsString(SECRET)));
    }

    @Test
    void a_statement_that_was_taken_off_its_list_is_not_published() {
        prepare();
        Offices.staff(Role.SECRETARIAT)
                .header("If-Match", office.tag())
                .delete(office.statement() + "/slot")
                .then()
                .statusCode(200);
        when().get(office.statement()).then().statusCode(404).body(not(containsString(SECRET)));
        Offices.delivers(office, START, "2021-03-22T14:03:00Z").then().statusCode(409);
    }
}
