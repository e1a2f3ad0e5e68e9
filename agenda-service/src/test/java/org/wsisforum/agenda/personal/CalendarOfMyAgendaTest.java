package org.wsisforum.agenda.personal;

import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.agenda.Questions;
import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

/** A calendar program, which cannot sign in, reads an agenda at a secret address. */
@ForumTest
class CalendarOfMyAgendaTest {

    private static final String MINE = "/agenda/v1/editions/2021/me/agenda";
    private static final String FEED = MINE + "/feed";
    private static final String CALENDAR = MINE + ".ics";

    private static RequestSpecification as(String person) {
        return RestAssured.given()
                .header("Authorization", TestCredentials.of(person, "participant", "agenda:read", "agenda:write"));
    }

    /** The key of a new address. */
    private static String key(String person) {
        var address = as(person).post(FEED).then().statusCode(201).extract().<String>path("address");
        var root = ConfigProvider.getConfig().getValue("wsis.public-url", String.class) + CALENDAR + "?key=";
        assertThat(address).startsWith(root);
        return address.substring(root.length());
    }

    private static ValidatableResponse open(String key) {
        return given().queryParam("key", key).get(CALENDAR).then();
    }

    private static Calendar calendar(String key) throws Exception {
        return new CalendarBuilder()
                .build(new StringReader(open(key).statusCode(200).extract().asString()));
    }

    private static List<String> uids(String key) throws Exception {
        return calendar(key).<VEvent>getComponents("VEVENT").stream()
                .map(event -> event.getUid().orElseThrow().getValue())
                .toList();
    }

    private static String session() {
        return Programme.added(Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false));
    }

    @Test
    void it_holds_the_sessions_of_the_agenda_and_what_becomes_of_them() throws Exception {
        var chosen = session();
        session();
        var key = key("aline");
        assertThat(uids(key)).isEmpty();
        as("aline").put(MINE + "/" + chosen);
        assertThat(uids(key)).containsExactly(chosen + "@agenda.wsisforum.org");

        Programme.reader()
                .header("If-Match", Programme.tag(chosen))
                .post(Programme.SESSIONS + "/" + chosen + "/cancel");
        Programme.release();
        var event = calendar(key).<VEvent>getComponents("VEVENT").getFirst();
        assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getSequence().getSequenceNo()).isEqualTo(1);

        as("aline").delete(MINE + "/" + chosen);
        assertThat(uids(key)).isEmpty();
    }

    @Test
    void nobody_else_keeps_it_and_it_is_read_again_only_if_it_has_changed() {
        var chosen = session();
        as("aline").put(MINE + "/" + chosen);
        var key = key("aline");
        var tag = open(key)
                .statusCode(200)
                .header("Content-Type", startsWith("text/calendar"))
                .header("Cache-Control", is("private, max-age=300"))
                .header("Referrer-Policy", is("no-referrer"))
                .header("ETag", notNullValue())
                .extract()
                .header("ETag");
        for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            given().queryParam("key", key)
                    .header("If-None-Match", known)
                    .get(CALENDAR)
                    .then()
                    .statusCode(304)
                    .header("ETag", is(tag))
                    .header("Cache-Control", is("private, max-age=300"));
        }
        as("aline").delete(MINE + "/" + chosen);
        given().queryParam("key", key)
                .header("If-None-Match", tag)
                .get(CALENDAR)
                .then()
                .statusCode(200);
    }

    @Test
    void it_is_in_the_language_that_is_asked_for() {
        as("aline").put(MINE + "/" + session());
        var key = key("aline");
        var arabic = given().queryParam("key", key)
                .queryParam("lang", "ar")
                .get(CALENDAR)
                .then()
                .header("Content-Language", is("ar"))
                .extract()
                .asString();
        assertThat(arabic).contains("اختبار");
        given().queryParam("key", key)
                .queryParam("lang", "tlh")
                .get(CALENDAR)
                .then()
                .statusCode(422)
                .body("code", is("language-not-available"));
    }

    @Test
    void an_address_is_shown_once_and_said_to_be_there() {
        as("aline").get(FEED).then().statusCode(404).body("code", is("not-found"));
        var made = as("aline").post(FEED).then().statusCode(201).header("Cache-Control", is("private, no-store"));
        assertThat(made.extract().<String>path("address")).matches(".*\\?key=[A-Za-z0-9_-]{43}");
        as("aline")
                .get(FEED)
                .then()
                .statusCode(200)
                .body("madeAt", notNullValue())
                .body("$", not(hasKey("lastReadAt")))
                .body("$", not(hasKey("address")));
        open(made.extract().<String>path("address").replaceAll(".*key=", "")).statusCode(200);
        var read = as("aline")
                .get(FEED)
                .then()
                .body("lastReadAt", notNullValue())
                .extract()
                .<String>path("lastReadAt");
        open(made.extract().<String>path("address").replaceAll(".*key=", "")).statusCode(200);
        as("aline").get(FEED).then().body("lastReadAt", is(read));
        Rows.readLongAgo("aline");
        open(made.extract().<String>path("address").replaceAll(".*key=", "")).statusCode(200);
        assertThat(as("aline").get(FEED).jsonPath().getString("lastReadAt")).isGreaterThan(read);
    }

    @Test
    void an_address_that_is_revoked_replaced_foreign_or_made_up_is_the_same_as_none() {
        var revoked = key("aline");
        as("aline").delete(FEED).then().statusCode(204);
        as("aline").delete(FEED).then().statusCode(204);
        as("aline").get(FEED).then().statusCode(404);
        var replaced = key("bruno");
        var good = key("bruno");
        open(good).statusCode(200);

        var answers = new HashSet<Map<String, Object>>();
        for (var key : List.of(revoked, replaced, LinkKey.random().secret(), good.substring(1), good + ".", "'")) {
            var answer = open(key).statusCode(404).extract();
            assertThat(answer.asString()).doesNotContain(key.length() > 1 ? key : "key=");
            var said = new HashMap<>(answer.jsonPath().<String, Object>getMap("$"));
            // Each request has a name of its own.
            said.keySet().removeAll(Set.of("requestId", "traceId"));
            answers.add(said);
        }
        assertThat(answers).hasSize(1);
        given().queryParam("key", good)
                .get(CALENDAR.replace("2021", "1999"))
                .then()
                .statusCode(404);
        given().get(CALENDAR).then().statusCode(401);
        as("bruno").get(CALENDAR).then().statusCode(403);
    }

    @Test
    void the_key_opens_nothing_but_the_calendar() {
        var key = key("aline");
        for (var path : List.of(MINE, FEED)) {
            given().queryParam("key", key).get(path).then().statusCode(403);
        }
        given().queryParam("key", key).post(FEED).then().statusCode(403);
        given().queryParam("key", key).delete(FEED).then().statusCode(403);
        given().queryParam("key", key)
                .put(MINE + "/" + UUID.randomUUID())
                .then()
                .statusCode(403);
        open(key).statusCode(200);
    }

    @Test
    void each_opens_the_agenda_of_its_own_person() throws Exception {
        var first = session();
        var second = session();
        as("aline").put(MINE + "/" + first);
        as("bruno").put(MINE + "/" + second);
        assertThat(uids(key("aline"))).containsExactly(first + "@agenda.wsisforum.org");
        assertThat(uids(key("bruno"))).containsExactly(second + "@agenda.wsisforum.org");
    }

    @Test
    void it_costs_two_questions() {
        as("aline").put(MINE + "/" + session());
        var key = key("aline");
        open(key).statusCode(200);
        assertThat(Questions.during(() -> open(key).statusCode(200)))
                .satisfiesExactly(sql -> assertThat(sql).contains("from agenda_feed"), sql -> assertThat(sql)
                        .contains("from bookmark"));
    }
}
