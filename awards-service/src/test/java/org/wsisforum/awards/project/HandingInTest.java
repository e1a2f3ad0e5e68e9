package org.wsisforum.awards.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
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

/** A project is written, saved and submitted, by those it belongs to, while the submission phase lasts. */
@AwardsTest
class HandingInTest {

    private static final String WITHIN = "2031-01-10T10:00+01:00";

    private final Entrant entrant = new Entrant();

    @BeforeEach
    void submissions_are_open() {
        ForumTime.is(WITHIN);
    }

    // --- Writing --------------------------------------------------------------------------------------------------

    @Test
    void a_draft_may_lack_anything_but_its_category_and_says_what_it_lacks() {
        var project = entrant.begins("{\"category\": 1}");
        entrant.asks()
                .get(project)
                .then()
                .statusCode(200)
                .body("state", is("draft"))
                .body("mine", is(true))
                .body("gaps.pointer", hasItems("/title", "/description", "/linkages", "/contact", "/country"))
                .body("submittedAt", nullValue());
        entrant.submits(project)
                .then()
                .statusCode(422)
                .body("code", is("project-incomplete"))
                .body("errors.pointer", hasItems("/title", "/description"));
    }

    @Test
    void what_was_saved_is_there_the_next_time() {
        var project = entrant.begins("{\"category\": 1}");
        entrant.patches(project, "{\"title\": \"Телемедицина\", \"startsOn\": \"2028-04-01\", \"country\": \"kir\"}")
                .then()
                .statusCode(200)
                .body("title", is("Телемедицина"))
                .body("country", is("KI"));
        entrant.asks().get(project).then().body("title", is("Телемедицина")).body("startsOn", is("2028-04-01"));
        entrant.patches(project, "{\"title\": null}").then().statusCode(200).body("title", nullValue());
        entrant.asks().get(Entrant.PROJECTS).then().body("items.id", contains(id(project)));
    }

    @Test
    void two_who_write_at_once_do_not_undo_each_other() {
        var project = entrant.begins("{\"category\": 1}");
        var seen = entrant.tag(project);
        entrant.patches(project, "{\"title\": \"First\"}").then().statusCode(200);
        entrant.asks()
                .contentType("application/merge-patch+json")
                .header("If-Match", seen)
                .body("{\"title\": \"Second\"}")
                .patch(project)
                .then()
                .statusCode(412);
        entrant.asks()
                .contentType("application/merge-patch+json")
                .body("{\"title\": \"Third\"}")
                .patch(project)
                .then()
                .statusCode(428);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title": "x"}                                              | /category
            {"category": 99}                                            | /category
            {"category": 1, "linkages": [{"goal": 18, "how": "x"}]}     | /linkages/0/goal
            {"category": 1, "linkages": [{"goal": 1, "how": "x"}, {"goal": 1, "how": "y"}]} | /linkages/1/goal
            {"category": 1, "linkages": [{"goal": 1}]}                  | /linkages/0/how
            {"category": 1, "country": "Atlantis"}                      | /country
            {"category": 1, "stakeholderType": "wizards"}               | /stakeholderType
            {"category": 1, "website": "javascript:alert(1)"}           | /website
            {"category": 1, "website": "https://me:secret@x.example"}   | /website
            {"category": 1, "startsOn": "2029-01-02", "endsOn": "2029-01-01"} | /endsOn
            {"category": 1, "contact": {"name": "A", "email": "nobody"}} | /contact/email
            {"category": 1, "title": "evil\\u202etxt"}                  | /title
            {"category": 1, "objectives": "bell\\u0007"}                | /objectives
            """)
    void what_cannot_be_is_refused_where_it_stands(String json, String pointer) {
        entrant.asks()
                .body(json)
                .post(Entrant.PROJECTS)
                .then()
                .statusCode(422)
                .body("code", is("validation-failed"))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void fields_are_bounded_and_unknown_ones_refused() {
        entrant.asks()
                .body("{\"category\": 1, \"title\": \"" + "x".repeat(201) + "\"}")
                .post(Entrant.PROJECTS)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/title"));
        entrant.asks()
                .body("{\"category\": 1, \"winner\": true}")
                .post(Entrant.PROJECTS)
                .then()
                .statusCode(400);
        entrant.asks()
                .body("{\"category\": 1}")
                .post("/awards/v1/editions/1999/projects")
                .then()
                .statusCode(404)
                .body("code", is("edition-not-found"));
    }

    @Test
    void a_name_and_a_title_may_be_in_any_script_but_what_is_told_is_told_in_english() {
        var named = entrant.begins(Entrant.whole("远程医疗 " + UUID.randomUUID(), "وزارة الصحة " + UUID.randomUUID()));
        entrant.submits(named).then().statusCode(200);
        var told = entrant.beginsAWholeOne();
        entrant.patches(told, "{\"impact\": \"Двадцать островов и три тысячи пациентов\"}");
        entrant.submits(told)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/impact"))
                .body("errors[0].code", is("language"));
    }

    @ParameterizedTest(name = "{0} words: {1}")
    @CsvSource({"149, 422", "150, 200", "200, 200", "201, 422"})
    void a_description_has_as_many_words_as_the_edition_says(int words, int status) {
        var project = entrant.beginsAWholeOne();
        entrant.patches(project, "{\"description\": \"" + Entrant.words(words) + "\"}")
                .then()
                .statusCode(200)
                .body("descriptionWords", is(words));
        var answer = entrant.submits(project).then().statusCode(status);
        if (status == 422) {
            answer.body("errors[0].pointer", is("/description"))
                    .body("errors[0].code", is("number-of-words"))
                    .body("errors[0].detail", is(words + " words; it must have 150 to 200."));
        }
    }

    // --- Submitting -----------------------------------------------------------------------------------------------

    @Test
    void what_is_whole_takes_part_and_everybody_hears_of_it() {
        var project = entrant.beginsAWholeOne();
        entrant.submits(project)
                .then()
                .statusCode(200)
                .body("state", is("submitted"))
                .body("submittedAt", notNullValue());
        entrant.submits(project).then().statusCode(409).body("code", is("project-submitted"));
        var subject = "stocktaking/" + id(project);
        assertThat(heard(subject, "stocktaking.entered", null)).isTrue();
        // That somebody is writing something is nobody's business.
        assertThat(heard("projects/" + id(project), "project.created", null)).isFalse();
        assertThat(heard("projects/" + id(project), "project.created", credential()))
                .isTrue();
    }

    private String credential() {
        return TestCredentials.of(entrant.subject(), Role.PARTICIPANT, "awards:read", "awards:submit");
    }

    private static boolean heard(String subject, String what, String credential) {
        var request = given().queryParam("subject", subject).queryParam("limit", 200);
        if (credential != null) {
            request.header("Authorization", credential);
        }
        return request.get("/awards/v1/editions/2031/changes")
                .jsonPath()
                .<String>getList("items.type")
                .contains("org.wsisforum.awards." + what + ".v1");
    }

    @Test
    void it_may_be_edited_until_the_phase_ends_and_must_stay_whole() {
        var project = entrant.beginsAWholeOne();
        entrant.submits(project).then().statusCode(200);
        entrant.patches(project, "{\"results\": \"More than that.\"}").then().statusCode(200);
        assertThat(heard("stocktaking/" + id(project), "stocktaking.revised", null))
                .isTrue();
        entrant.patches(project, "{\"results\": null}")
                .then()
                .statusCode(422)
                .body("code", is("project-incomplete"))
                .body("errors.pointer", contains("/results"));
        entrant.asks().get(project).then().body("results", is("More than that."));
    }

    @Test
    void the_deadline_is_kept_to_the_second() {
        var inTime = entrant.beginsAWholeOne();
        var late = entrant.beginsAWholeOne();
        var tag = entrant.tag(late);
        ForumTime.is("2031-01-25T22:59:50+01:00");
        entrant.submits(inTime).then().statusCode(200);
        ForumTime.is("2031-01-25T23:00:00+01:00");
        entrant.asks()
                .header("If-Match", tag)
                .post(late + "/submit")
                .then()
                .statusCode(409)
                .body("code", is("submission-closed"))
                .body("detail", containsString("ended on 25 January 2031 at 23:00:00 (Europe/Zurich)"));
        entrant.patches(inTime, "{\"results\": \"Too late.\"}")
                .then()
                .statusCode(409)
                .body("code", is("submission-closed"));
        entrant.asks().body("{\"category\": 1}").post(Entrant.PROJECTS).then().statusCode(409);
        // What was begun is not lost: it can still be read.
        entrant.asks().get(late).then().statusCode(200).body("state", is("draft"));
    }

    @Test
    void before_the_phase_begins_there_are_drafts_and_no_submissions() {
        ForumTime.is("2030-10-31T23:59:00+01:00");
        var project = entrant.beginsAWholeOne();
        entrant.submits(project).then().statusCode(409).body("code", is("submission-closed"));
        ForumTime.is("2030-11-01T00:00:00+01:00");
        entrant.submits(project).then().statusCode(200);
    }

    @Test
    void an_entity_takes_part_in_a_category_once_however_it_writes_its_name() {
        var name = UUID.randomUUID().toString();
        entrant.submits(entrant.begins(Entrant.whole("One " + name, "Ministère de la Santé " + name)))
                .then()
                .statusCode(200);
        var other = new Entrant();
        other.submits(other.begins(Entrant.whole("Another " + name, "MINISTERE DE LA SANTE, " + name)))
                .then()
                .statusCode(409)
                .body("code", is("entity-has-a-project"));
    }

    @Test
    void the_same_project_offered_by_two_at_once_takes_part_once() throws Exception {
        var title = "Shared " + UUID.randomUUID();
        var entity = "Entity " + UUID.randomUUID();
        var start = new CountDownLatch(1);
        var statuses = new TreeMap<Integer, Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<java.util.concurrent.Future<Response>>();
            for (var i = 0; i < 8; i++) {
                var one = new Entrant();
                var project = one.begins(Entrant.whole(title, entity));
                var tag = one.tag(project);
                answers.add(threads.submit((Callable<Response>) () -> {
                    start.await();
                    return one.asks().header("If-Match", tag).post(project + "/submit");
                }));
            }
            start.countDown();
            for (var answer : answers) {
                statuses.merge(answer.get().statusCode(), 1, Integer::sum);
            }
        }
        assertThat(statuses).isEqualTo(Map.of(200, 1, 409, 7));
    }

    @Test
    void a_request_that_is_sent_again_begins_one_project() {
        var key = UUID.randomUUID().toString();
        var ids = List.of(1, 2).stream()
                .map(time -> given().header(
                                "Authorization",
                                TestCredentials.of(entrant.subject(), Role.PARTICIPANT, "awards:submit"))
                        .header("Idempotency-Key", key)
                        .contentType("application/json")
                        .body("{\"category\": 1}")
                        .post(Entrant.PROJECTS)
                        .<String>path("id"))
                .toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        entrant.asks().get(Entrant.PROJECTS).then().body("items.size()", is(1));
    }

    // --- Taking back ----------------------------------------------------------------------------------------------

    @Test
    void what_was_withdrawn_makes_room_and_is_not_touched_again() {
        var title = "Once " + UUID.randomUUID();
        var entity = "Entity " + UUID.randomUUID();
        var project = entrant.begins(Entrant.whole(title, entity));
        entrant.submits(project).then().statusCode(200);
        entrant.asks()
                .header("If-Match", entrant.tag(project))
                .delete(project)
                .then()
                .statusCode(409)
                .body("code", is("project-submitted"));
        entrant.withdraws(project).then().statusCode(200).body("state", is("withdrawn"));
        assertThat(heard("stocktaking/" + id(project), "stocktaking.removed", null))
                .isTrue();
        entrant.withdraws(project).then().statusCode(409).body("code", is("project-not-submitted"));
        entrant.patches(project, "{\"results\": \"x\"}").then().statusCode(409).body("code", is("project-withdrawn"));
        entrant.submits(project).then().statusCode(409).body("code", is("project-withdrawn"));
        entrant.submits(entrant.begins(Entrant.whole(title, entity))).then().statusCode(200);
    }

    @Test
    void until_the_nominees_are_chosen() {
        var project = entrant.beginsAWholeOne();
        entrant.submits(project).then().statusCode(200);
        ForumTime.is("2031-02-27T00:00:00+01:00");
        entrant.withdraws(project).then().statusCode(409).body("code", is("submission-closed"));
    }

    @Test
    void a_draft_can_be_thrown_away() {
        var project = entrant.begins("{\"category\": 1}");
        entrant.asks()
                .header("If-Match", entrant.tag(project))
                .delete(project)
                .then()
                .statusCode(204);
        entrant.asks().get(project).then().statusCode(404);
    }

    // --- Whose it is ----------------------------------------------------------------------------------------------

    @Test
    void a_project_is_its_owners_business_and_the_awards_managers() {
        var project = entrant.beginsAWholeOne();
        var stranger = new Entrant();
        stranger.asks().get(project).then().statusCode(404);
        stranger.asks().get(Entrant.PROJECTS).then().body("items", empty());
        stranger.asks()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"v0-\"")
                .body("{}")
                .patch(project)
                .then()
                .statusCode(404);
        stranger.asks()
                .header("If-Match", "\"v0-\"")
                .post(project + "/submit")
                .then()
                .statusCode(404);
        var manager = given().header(
                        "Authorization",
                        TestCredentials.of("manager", Role.AWARDS_MANAGER, "awards:submit", "awards:tally"));
        manager.get(project).then().statusCode(200).body("mine", is(false));
        manager.get(project + "/history").then().statusCode(200).body("items.size()", is(1));
        given().get(project).then().statusCode(401);
    }

    @Test
    void a_co_owner_writes_it_too_until_the_owner_says_otherwise() {
        var project = entrant.begins("{\"category\": 1}");
        var friend = new Entrant();
        var path = project + "/co-owners/" + friend.subject();
        friend.asks().put(path).then().statusCode(404);
        entrant.asks().put(path).then().statusCode(200).body("coOwners", contains(friend.subject()));
        friend.asks().get(project).then().statusCode(200).body("mine", is(false));
        friend.asks().get(Entrant.PROJECTS).then().body("items.id", contains(id(project)));
        friend.patches(project, "{\"title\": \"Ours\"}").then().statusCode(200);
        friend.asks().put(project + "/co-owners/" + UUID.randomUUID()).then().statusCode(403);
        friend.asks().delete(path).then().statusCode(403);
        entrant.asks().delete(path).then().statusCode(204);
        friend.asks().get(project).then().statusCode(404);
        entrant.asks().get(project).then().body("coOwners", not(hasItem(friend.subject())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=lost", "?limit=0", "?limit=201"})
    void a_filter_that_means_nothing_is_refused(String query) {
        entrant.asks().get(Entrant.PROJECTS + query).then().statusCode(422);
    }

    @Test
    void the_list_is_filtered_by_state_and_category() {
        var draft = entrant.begins("{\"category\": 1}");
        var submitted = entrant.beginsAWholeOne();
        entrant.submits(submitted).then().statusCode(200);
        entrant.asks().get(Entrant.PROJECTS + "?state=draft").then().body("items.id", contains(id(draft)));
        entrant.asks().get(Entrant.PROJECTS + "?state=submitted").then().body("items.id", contains(id(submitted)));
        entrant.asks().get(Entrant.PROJECTS + "?category=2").then().body("items", empty());
    }

    private static String id(String project) {
        return project.substring(project.lastIndexOf('/') + 1);
    }
}
