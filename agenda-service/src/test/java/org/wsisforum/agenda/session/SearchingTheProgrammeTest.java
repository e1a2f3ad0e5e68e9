package org.wsisforum.agenda.session;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.agenda.Questions;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

/** Sessions are found by their words, in any of the six languages. */
@ForumTest
class SearchingTheProgrammeTest {

    @Inject
    AgroalDataSource database;

    /** On a day on which nothing else takes place. */
    private static final String DAY = "2021-04-01";

    /** What is typed, and whether the session is to be found. */
    private record Line(String language, String said, String typed, boolean found) {}

    private static Line finds(String language, String said, String typed) {
        return new Line(language, said, typed, true);
    }

    private static Line misses(String language, String said, String typed) {
        return new Line(language, said, typed, false);
    }

    private static final List<Line> TITLES = List.of(
            finds("en", "Connecting villages", "village"),
            finds("en", "Connecting villages", "connected VILLAGE"),
            finds("en", "Connecting villages", "villages connecting"),
            finds("en", "Connecting villages", "connec"),
            finds("en", "Connecting villages", "the villages"),
            finds("en", "Connecting villages", "connecting the v"),
            misses("en", "Connecting villages", "connec villages towns"),
            misses("en", "Connecting villages", "vil connecting"),
            misses("en", "Connecting villages", "nnecting"),
            finds("en", "The WHO and e-health", "WHO"),
            finds("en", "The WHO and e-health", "ehealth"),
            finds("en", "The WHO and e-health", "e-health"),
            finds("en", "The WHO and e-health", "e-hea"),
            finds("en", "The WHO and e-health", "health"),
            finds("en", "The WHO and e-health", "the"),
            finds("en", "eHealth for all", "e-health"),
            misses("en", "Health for all", "WHO health"),
            finds("en", "Health for all", "who health"),
            finds("en", "Women’s rights", "women's"),
            finds("en", "Women’s rights", "women"),
            finds("en", "5G and the 2030 Agenda", "٢٠٣٠"),
            finds("en", "5G and the 2030 Agenda", "5g"),
            finds("fr", "Égalité numérique et réglementations", "egalite"),
            finds("fr", "Égalité numérique et réglementations", "égalités numériques"),
            finds("fr", "Égalité numérique et réglementations", "réglementation"),
            finds("fr", "Égalité numérique et réglementations", "reglementation numerique"),
            finds("fr", "Égalité numérique et réglementations", "l'égalité"),
            finds("fr", "Égalité numérique et réglementations", "RÉGLEM"),
            finds("fr", "Égalité numérique et réglementations", "la réglementation"),
            misses("fr", "Égalité numérique et réglementations", "fraternité"),
            finds("es", "Educación para las niñas", "educacion"),
            finds("es", "Educación para las niñas", "educaciones"),
            finds("es", "Educación para las niñas", "niña"),
            finds("es", "Educación para las niñas", "nina"),
            finds("es", "Educación para las niñas", "la educación de niñas"),
            misses("es", "Educación para las niñas", "salud"),
            finds("ru", "Цифровая экономика и подъём", "цифровой"),
            finds("ru", "Цифровая экономика и подъём", "ЭКОНОМИКИ"),
            finds("ru", "Цифровая экономика и подъём", "подъем"),
            finds("ru", "Цифровая экономика и подъём", "цифровую эко"),
            finds("ru", "Цифровой разрыв", "цифровои\u0306"),
            misses("ru", "Цифровая экономика и подъём", "здоровье"),
            finds("ar", "التحول الرقمي وتنمية المجتمعات", "تحول"),
            finds("ar", "التحول الرقمي وتنمية المجتمعات", "التحول رقمي"),
            finds("ar", "التحول الرقمي وتنمية المجتمعات", "التنمية"),
            finds("ar", "التحول الرقمي وتنمية المجتمعات", "تنمية"),
            finds("ar", "التحول الرقمي وتنمية المجتمعات", "مجتمع"),
            finds("ar", "التحول الرقمي وتنمية المجتمعات", "التَّحَوُّل"),
            finds("ar", "التحول الرقمي وتنمية المجتمعات", "التحـــول"),
            finds("ar", "التحول الرقمي وتنمية المجتمعات", "التحو"),
            finds("ar", "التحول الرقمي وتنمية المجتمعات", "تحو"),
            misses("ar", "التحول الرقمي وتنمية المجتمعات", "الصحة"),
            finds("ar", "الإنترنت للأطفال", "انترنت"),
            finds("ar", "الإنترنت للأطفال", "الانترنت"),
            finds("ar", "الإنترنت للأطفال", "أطفال"),
            finds("ar", "الإنترنت للأطفال", "اطفال"),
            finds("ar", "جلسة افتتاحية 2021", "جلسه"),
            finds("ar", "جلسة افتتاحية 2021", "جلسات"),
            finds("ar", "جلسة افتتاحية 2021", "٢٠٢١"),
            finds("ar", "جلسة افتتاحية ٢٠٢١", "2021"),
            finds("zh", "数字经济与可持续发展", "数字经济"),
            finds("zh", "数字经济与可持续发展", "经济"),
            finds("zh", "数字经济与可持续发展", "持续发"),
            finds("zh", "数字经济与可持续发展", "展"),
            finds("zh", "数字经济与可持续发展", "数"),
            finds("zh", "数字经济与可持续发展", "发展 数字"),
            finds("zh", "数字经济与可持续发展", "數字經濟"),
            finds("zh", "５G网络", "5g"),
            finds("zh", "５G网络", "网络"),
            misses("zh", "数字经济与可持续发展", "数经"),
            misses("zh", "数字经济与可持续发展", "健康"));

    private static String withTitles(Map<String, String> titles) {
        var words = titles.entrySet().stream()
                .map(title -> "\"" + title.getKey() + "\":{\"value\":\"" + title.getValue() + "\"}")
                .collect(Collectors.joining(","));
        return session("10").replaceAll("\"title\":\\{.*?}}", "\"title\":{" + words + "}");
    }

    private static String session(String hour) {
        return Programme.session(DAY + "T" + hour + ":00:00+02:00", DAY + "T" + hour + ":30:00+02:00", false)
                .replace("What it is about.", "Nothing.");
    }

    private static ValidatableResponse search(String typed) {
        return given().queryParam("day", DAY)
                .queryParam("q", typed)
                .get(Programme.SESSIONS)
                .then();
    }

    @Test
    void sessions_are_found_by_what_a_person_would_type() {
        var ids = new HashMap<String, String>();
        for (var line : TITLES) {
            ids.computeIfAbsent(line.said(), said -> Programme.addedToDraft(withTitles(Map.of(line.language(), said))));
        }
        Programme.release();

        var wrong = TITLES.stream()
                .filter(line -> search(line.typed())
                                .statusCode(200)
                                .extract()
                                .<List<String>>path("items.id")
                                .contains(ids.get(line.said()))
                        != line.found())
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void sessions_are_found_by_people_rooms_tracks_organizers_and_everything_that_is_said_of_them() {
        var room = Programme.addedRoom(Programme.hall("test-search").replace("Popov", "Ångström"));
        var person = Programme.addedPerson(
                "{\"honorific\":\"Dr\",\"name\":\"Søren Łukasz Nguyễn\",\"entity\":\"Universität Zürich\",\"country\":\"CH\"}");
        var id = Programme.added(session("11")
                .replace("\"ITU\"", "\"UNESCO & Co.\"")
                .replace("\"attendance\"", "\"room\":\"" + room + "\",\"attendance\"")
                .replace(
                        "\"statements\"",
                        "\"people\":[{\"person\":\"" + person + "\",\"role\":\"moderator\",\"remote\":true}],"
                                + "\"linkages\":[{\"actionLine\":\"C2\",\"rationale\":{\"es\":{\"value\":\"Porque las cabañas\"}}}],"
                                + "\"joinLink\":\"https://zoom.example/hush\","
                                + "\"outcome\":{\"fr\":{\"value\":\"On a applaudi\"}},\"statements\""));
        // What came of it is found once it is over.
        ForumTime.is("2021-04-02T00:00:00+02:00");

        for (var typed : List.of(
                "soren lukasz nguyen",
                "Søren",
                "zurich",
                "angstrom",
                "unesco co",
                "nothing",
                "cabaña",
                "applaudir",
                "high-level track",
                "soren angstrom unesco cabanas")) {
            search(typed).body("items.id", contains(id));
        }
        for (var typed : List.of("soren angstrom nobody", "hush", "zoom.example", "Popov")) {
            search(typed).body("items", empty());
        }
    }

    @Test
    void signs_and_operators_mean_nothing_and_break_nothing() {
        var id = Programme.added(session("12").replace("A test", "Trust & security"));
        for (var typed : List.of(
                "trust & security",
                "\"trust\" | security",
                "!trust <-> security:*",
                "trust's (((",
                "'trust'",
                "trust\\",
                "trust\u0000",
                "-trust +security",
                "trust\u00ad\u200f",
                "trust \ud800",
                "trust:A",
                "  trust  ")) {
            search(typed).statusCode(200).body("items.id", contains(id));
        }
        search("%").statusCode(200).body("items", empty());
        search("&&&").statusCode(200).body("items", empty());
        search("\u0301").statusCode(200).body("items", empty());
        search("ʹ ৴").statusCode(200).body("items", empty());
        search("  ").statusCode(200).body("items.id", contains(id));
        search("").statusCode(200).body("items.id", contains(id));
        search("a ".repeat(100)).statusCode(200);
        search("数".repeat(200)).statusCode(200).body("items", empty());
        search("x".repeat(201)).statusCode(422).body("errors[0].parameter", is("q"));
    }

    @Test
    void each_release_is_searched_as_it_was_and_the_draft_as_it_is() {
        var id = Programme.added(session("13").replace("A test", "Lighthouses"));
        var before = newest();
        change(id, "Windmills");

        search("lighthouse").body("items.id", contains(id));
        search("windmill").body("items", empty());
        draft("windmill").body("items.id", contains(id));
        draft("lighthouse").body("items", empty());

        Programme.release();
        search("windmill").body("items.id", contains(id));
        search("lighthouse").body("items", empty());
        given().queryParam("q", "lighthouse")
                .queryParam("release", before)
                .get(Programme.SESSIONS)
                .then()
                .body("items.id", contains(id));
        change(id, "Lighthouses");
        draft("lighthouse").body("items.id", contains(id));
    }

    @Test
    void a_session_is_found_by_the_new_name_of_its_room() {
        var room = Programme.room();
        var id = Programme.added(session("14").replace("\"attendance\"", "\"room\":\"" + room + "\",\"attendance\""));
        search("popov").body("items.id", contains(id));
        var address = Programme.ROOMS + "/" + room;
        Programme.reader()
                .header(
                        "If-Match",
                        Programme.reader().get(address + "?release=draft").header("ETag"))
                .contentType("application/merge-patch+json")
                .body("{\"name\":{\"en\":{\"value\":\"Marconi Room\"}}}")
                .patch(address)
                .then()
                .statusCode(200);
        draft("marconi").body("items.id", contains(id));
        search("marconi").body("items", empty());
        Programme.release();
        search("marconi").body("items.id", contains(id));
    }

    @Test
    void nobody_finds_drafts_of_others() {
        var id = Programme.drafted(session("15").replace("A test", "Submarines"));
        search("submarine").body("items", empty());
        draft("submarine").body("items.id", contains(id));
        given().header("Authorization", TestCredentials.of("stranger", "session-organizer", "agenda:read"))
                .queryParam("q", "submarine")
                .queryParam("release", "draft")
                .get(Programme.SESSIONS)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void what_is_found_is_filtered_and_paged_like_everything_else() {
        var early = Programme.addedToDraft(session("08").replace("A test", "Kites"));
        var late = Programme.addedToDraft(session("09").replace("A test", "Kites"));
        Programme.release();
        var next = given().queryParam("q", "kites")
                .queryParam("limit", 1)
                .queryParam("count", "exact")
                .get(Programme.SESSIONS)
                .then()
                .body("items.id", contains(early))
                .body("count", is(2))
                .extract()
                .<String>path("links.next");
        given().urlEncodingEnabled(false).get(next).then().body("items.id", contains(late));
        given().queryParam("q", "kites")
                .queryParam("track", "forum")
                .get(Programme.SESSIONS)
                .then()
                .body("items", empty());
    }

    @Test
    void several_values_of_one_filter_widen_it_and_several_filters_narrow_it() {
        var id = Programme.added(session("16"));
        given().queryParam("actionLine", "C1", "C2")
                .queryParam("goal", 9, 10)
                .queryParam("type", "prizes-ceremony", "high-level-policy-session")
                .queryParam("track", "high-level", "forum")
                .queryParam("day", DAY)
                .get(Programme.SESSIONS)
                .then()
                .body("items.id", contains(id));
        given().queryParam("actionLine", "C1", "C3")
                .queryParam("day", DAY)
                .get(Programme.SESSIONS)
                .then()
                .body("items", empty());
        given().queryParam("type", "prizes-ceremony", "closing-ceremony")
                .get(Programme.SESSIONS)
                .then()
                .body("items.type", hasItem("prizes-ceremony"))
                .body("items.type", hasItem("closing-ceremony"))
                .body("items", hasSize(2));
        given().queryParam("goal", 9, 18)
                .get(Programme.SESSIONS)
                .then()
                .statusCode(422)
                .body("errors[0].parameter", is("goal"));
    }

    @Test
    void a_search_asks_the_database_once_more_than_a_list_and_only_for_ids() {
        Programme.added(session("17").replace("A test", "Umbrellas"));
        search("umbrella").body("items", hasSize(1));
        // A release that has just come out is read a second time when the feed tells of it.
        await().untilAsserted(() -> assertThat(
                        Questions.during(() -> search("umbrella").body("items", hasSize(1))))
                .singleElement()
                .asString()
                .startsWith("select session, wording from session_words"));
        assertThat(Questions.during(() -> draft("umbrella").body("items", hasSize(1))))
                .filteredOn(sql -> sql.contains("session_words"))
                .hasSize(2);
    }

    @Test
    void a_search_goes_by_its_index_among_three_hundred_sessions_of_twenty_releases() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // 150 words each, of 2,000 that there are: some in nearly every session, most in few.
            statement.execute("insert into session_words (edition, session, wording, released, words)"
                    + " select 'plan', gen_random_uuid(), 'of release ' || release, true, search_vector((select"
                    + " jsonb_build_object('plain', jsonb_agg('w' || floor(2000 * power(random(), 3))), 'session', session)"
                    + " from generate_series(1, 150)))"
                    + " from generate_series(1, 300) as session, generate_series(1, 20) as release");
            statement.execute("analyze session_words");
            var plan = new ArrayList<String>();
            try (var lines = statement.executeQuery("explain (analyze, buffers off) "
                    + SessionWords.SEARCH
                            .replace(":edition", "'plan'")
                            .replace(
                                    ":wanted", "'[{\"plain\":\"''w700'':*\",\"forms\":[\"w700\"],\"name\":false}]'"))) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
            connection.rollback();
            assertThat(String.join("\n", plan)).contains("Bitmap Index Scan on session_words_index");
        }
    }

    private static ValidatableResponse draft(String typed) {
        return Programme.reader()
                .queryParam("day", DAY)
                .queryParam("q", typed)
                .queryParam("release", "draft")
                .get(Programme.SESSIONS)
                .then();
    }

    private static int newest() {
        return given().get(Programme.RELEASES + "?limit=1").then().extract().path("items[0].number");
    }

    private static void change(String session, String title) {
        Programme.reader()
                .contentType("application/merge-patch+json")
                .header("If-Match", Programme.tag(session))
                .body("{\"title\":{\"en\":{\"value\":\"" + title + "\"}}}")
                .patch(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200);
    }
}
