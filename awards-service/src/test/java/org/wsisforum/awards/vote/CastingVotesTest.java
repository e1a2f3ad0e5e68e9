package org.wsisforum.awards.vote;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.wsisforum.awards.vote.OpenEdition.rows;
import static org.wsisforum.awards.vote.OpenEdition.rule;
import static org.wsisforum.awards.vote.OpenEdition.somebody;
import static org.wsisforum.awards.vote.OpenEdition.voter;

/** Who may vote for what and when, and what a voter sees. */
@AwardsTest
class CastingVotesTest {

    private final String me = somebody();

    private static ValidatableResponse checked(OpenEdition edition, Map<String, Object> receipt) {
        return given().contentType("application/json")
                .body(Map.of("receipt", receipt))
                .post(edition.path + "/receipts/check")
                .then()
                .statusCode(200);
    }

    @Test
    void a_vote_is_answered_with_a_receipt_that_anybody_can_check_and_that_does_not_say_for_whom_it_is() {
        var edition = new OpenEdition(1, 2);
        var cast = edition.casts(voter(me), 1, edition.nominee(1)).then().statusCode(201);
        cast.body("category", is(1)).body("project", is(edition.nominee(1)));
        var receipt = cast.extract().<Map<String, Object>>path("receipt");
        assertThat(receipt.toString()).doesNotContain(edition.nominee(1));

        checked(edition, receipt)
                .body("signed", is(true))
                .body("recorded", is(true))
                .body("meaning", not(containsString(edition.nominee(1))));
        var signature = receipt.get("signature").toString();
        receipt.put("signature", (signature.startsWith("A") ? "B" : "A") + signature.substring(1));
        checked(edition, receipt).body("signed", is(false)).body("recorded", is(false));
    }

    @Test
    void a_receipt_is_of_its_edition_and_of_what_it_says_alone() {
        var edition = new OpenEdition(2, 1);
        var receipt = edition.casts(voter(me), 1, edition.nominee(1)).<Map<String, Object>>path("receipt");
        receipt.put("category", 2);
        checked(edition, receipt).body("signed", is(true)).body("recorded", is(false));
        receipt.put("category", 1);
        receipt.put("vote", UUID.randomUUID().toString());
        checked(edition, receipt).body("signed", is(true)).body("recorded", is(false));
        checked(new OpenEdition(1, 1), receipt).body("signed", is(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"receipt\": {}}",
                "{\"receipt\": \"eyJ\"}",
                "{\"receipt\": {\"edition\": \"2031\", \"vote\": \"x\"}}"
            })
    void what_is_no_receipt_is_refused(String body) {
        var edition = new OpenEdition(1, 1);
        given().contentType("application/json")
                .body(body)
                .post(edition.path + "/receipts/check")
                .then()
                .statusCode(body.contains("eyJ") || body.contains("\"x\"") ? 400 : 422);
    }

    @Test
    void the_same_vote_again_is_answered_with_the_same_vote() {
        var edition = new OpenEdition(1, 2);
        var first = edition.casts(voter(me), 1, edition.nominee(1));
        var again = edition.casts(voter(me), 1, edition.nominee(1));
        again.then().statusCode(200).body("castAt", is(first.<String>path("castAt")));
        for (var field : List.of("vote", "digest", "castAt", "category")) {
            assertThat(again.<Object>path("receipt." + field)).isEqualTo(first.path("receipt." + field));
        }
        checked(edition, again.path("receipt")).body("recorded", is(true));
        assertThat(rows("select id from vote where edition = '" + edition.code + "'"))
                .hasSize(1);
    }

    @Test
    void another_project_of_the_category_is_refused_when_one_has_voted() {
        var edition = new OpenEdition(1, 2);
        var second = edition.nominees(1).get(1);
        edition.casts(voter(me), 1, edition.nominee(1)).then().statusCode(201);
        edition.casts(voter(me), 1, second)
                .then()
                .statusCode(409)
                .body("code", is("already-voted"))
                .body("detail", not(containsString(edition.nominee(1))));
    }

    @Test
    void where_the_edition_lets_votes_be_changed_the_last_one_stands_and_all_stay_in_the_ledger() {
        var edition = new OpenEdition(1, 2, rule("ballot,changeAllowed", true));
        var one = edition.nominee(1);
        var other = edition.nominees(1).get(1);
        for (var project : List.of(one, other, one)) {
            edition.casts(voter(me), 1, project).then().statusCode(201);
        }
        edition.casts(voter(me), 1, one).then().statusCode(200);
        voter(me).get(edition.path + "/ballot").then().body("steps[0].vote.project", is(one));
        assertThat(rows("select supersedes is null from vote where edition = '" + edition.code + "' order by cast_at"))
                .containsExactly("t", "f", "f");
    }

    @Test
    void only_nominees_of_the_category_can_be_voted_for() {
        var edition = new OpenEdition(2, 2);
        var withdrawn = edition.nominees(1).get(1);
        OpenEdition.execute("update project set state = 'WITHDRAWN' where id = '" + withdrawn + "'");
        for (var project : List.of(UUID.randomUUID().toString(), edition.nominee(2), withdrawn)) {
            edition.casts(voter(me), 1, project)
                    .then()
                    .statusCode(422)
                    .body("code", is("not-a-nominee"))
                    .body("errors.pointer", contains("/project"));
        }
    }

    @Test
    void what_is_no_vote_is_refused() {
        var edition = new OpenEdition(1, 1);
        voter(me).body("{}").put(edition.path + "/ballot/1").then().statusCode(422);
        voter(me)
                .body("{\"project\": \"x\"}")
                .put(edition.path + "/ballot/1")
                .then()
                .statusCode(400);
        voter(me)
                .body("{\"project\": null, \"weight\": 100}")
                .put(edition.path + "/ballot/1")
                .then()
                .statusCode(400);
        edition.casts(voter(me), 2, edition.nominee(1)).then().statusCode(404).body("code", is("not-found"));
        voter(me).get(edition.path + "/ballot/2").then().statusCode(404);
        voter(me)
                .body("{\"project\": \"" + edition.nominee(1) + "\"}")
                .put("/awards/v1/editions/1999/ballot/1")
                .then()
                .statusCode(404)
                .body("code", is("edition-not-found"));
        voter(me).get("/awards/v1/editions/1999/ballot").then().statusCode(404);
    }

    @Test
    void only_a_person_with_a_verified_address_votes() {
        var edition = new OpenEdition(1, 1);
        for (var credential : List.of(
                TestCredentials.of(me, Role.PARTICIPANT, "votes:cast"),
                TestCredentials.verified(me, "no-address", Role.PARTICIPANT, "votes:cast"))) {
            edition.casts(
                            given().header("Authorization", credential).contentType("application/json"),
                            1,
                            edition.nominee(1))
                    .then()
                    .statusCode(403)
                    .body("code", is("email-not-verified"));
        }
        assertThat(rows("select id from voter where edition = '" + edition.code + "'"))
                .isEmpty();
    }

    @Test
    void and_one_whose_program_was_given_the_scope() {
        var edition = new OpenEdition(1, 1);
        edition.casts(
                        given().header(
                                        "Authorization",
                                        TestCredentials.verified(
                                                me, "a@example.org", Role.PARTICIPANT, "awards:submit"))
                                .contentType("application/json"),
                        1,
                        edition.nominee(1))
                .then()
                .statusCode(403)
                .body("code", is("insufficient-scope"));
    }

    @ParameterizedTest
    @CsvSource({
        "2031-02-28T23:59:30+01:00, 409",
        "2031-03-01T00:00:00+01:00, 201",
        "2031-03-31T22:59:30+02:00, 201",
        "2031-03-31T23:00:00+02:00, 409"
    })
    void votes_are_taken_from_the_first_instant_of_the_phase_to_the_last(String time, int status) {
        var edition = new OpenEdition(1, 1);
        ForumTime.is(time);
        var answer = edition.casts(voter(me), 1, edition.nominee(1)).then().statusCode(status);
        if (status == 409) {
            answer.body("code", is("voting-closed"));
        }
        voter(me).get(edition.path + "/ballot").then().body("open", is(status == 201));
    }

    @Test
    void none_is_added_to_a_ledger_that_is_sealed() {
        var edition = new OpenEdition(2, 1);
        edition.casts(voter(me), 1, edition.nominee(1)).then().statusCode(201);
        OpenEdition.execute("insert into ledger (edition, sealed_at, votes, head, header, footer) values ('"
                + edition.code + "', now(), 1, decode(repeat('00', 32), 'hex'), '{}', '{}')");
        for (var subject : List.of(me, somebody())) {
            edition.casts(voter(subject), 2, edition.nominee(2))
                    .then()
                    .statusCode(409)
                    .body("code", is("voting-closed"));
        }
        edition.casts(voter(me), 1, edition.nominee(1)).then().statusCode(200);
    }

    @Test
    void the_ballot_shows_what_is_missing_and_counts_when_the_edition_says_so() {
        var edition = new OpenEdition(3, 2, rule("ballot,rule", "\"all-categories\""));
        voter(me)
                .get(edition.path + "/ballot")
                .then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-store"))
                .body("open", is(true))
                .body("opensAt", is("2031-02-28T23:00:00Z"))
                .body("closesAt", is("2031-03-31T21:00:00Z"))
                .body("rule", is("all-categories"))
                .body("counts", is(false))
                .body("missing", contains(1, 2, 3))
                .body("steps.name.en.value", contains("Category 1", "Category 2", "Category 3"))
                .body("steps.vote", contains(nullValue(), nullValue(), nullValue()));
        for (var category : List.of(3, 1)) {
            edition.casts(voter(me), category, edition.nominee(category)).then().statusCode(201);
        }
        var ballot = voter(me).get(edition.path + "/ballot");
        ballot.then()
                .body("counts", is(false))
                .body("missing", contains(2))
                .body("steps[0].vote.project", is(edition.nominee(1)))
                .body("steps[1]", not(hasKey("vote")))
                .body("steps[2].vote.project", is(edition.nominee(3)));
        for (var step : List.of(0, 2)) {
            checked(edition, ballot.path("steps[" + step + "].vote.receipt")).body("recorded", is(true));
        }
        edition.casts(voter(me), 2, edition.nominee(2)).then().statusCode(201);
        voter(me).get(edition.path + "/ballot").then().body("counts", is(true)).body("missing", empty());
        voter(somebody()).get(edition.path + "/ballot").then().body("missing", hasSize(3));
    }

    @Test
    void where_nothing_is_to_be_chosen_nothing_is_missing_which_nobody_is_told_before_nominees_are_public() {
        var edition = new OpenEdition(2, 1, rule("ballot,rule", "\"all-categories\""));
        OpenEdition.execute("update project set state = 'WITHDRAWN' where id = '" + edition.nominee(2) + "'");
        voter(me)
                .get(edition.path + "/ballot")
                .then()
                .body("missing", contains(1))
                .body("counts", is(false))
                .body("steps.category", contains(1, 2));
        edition.casts(voter(me), 1, edition.nominee(1)).then().statusCode(201);
        voter(me).get(edition.path + "/ballot").then().body("missing", empty()).body("counts", is(true));
        ForumTime.is("2031-02-28T23:59:30+01:00");
        voter(somebody()).get(edition.path + "/ballot").then().body("missing", contains(1, 2));
    }

    @Test
    void an_edition_in_which_the_public_does_not_vote_has_no_ballot() {
        var edition = new OpenEdition(1, 1);
        OpenEdition.execute(
                "update edition set phases = (select jsonb_agg(phase) from jsonb_array_elements(phases) phase"
                        + " where phase ->> 'code' <> 'voting') where code = '" + edition.code + "'");
        voter(me)
                .get(edition.path + "/ballot")
                .then()
                .statusCode(404)
                .body("code", is("not-found"))
                .body("detail", containsString("no voting phase"));
        edition.casts(voter(me), 1, edition.nominee(1)).then().statusCode(404);
    }

    @Test
    void where_any_category_is_enough_the_first_vote_makes_the_ballot_count() {
        var edition = new OpenEdition(2, 1);
        voter(me).get(edition.path + "/ballot").then().body("counts", is(false));
        edition.casts(voter(me), 2, edition.nominee(2)).then().statusCode(201);
        voter(me).get(edition.path + "/ballot").then().body("counts", is(true));
    }

    @Test
    void each_voter_sees_the_nominees_in_an_order_of_its_own_and_always_the_same() {
        var edition = new OpenEdition(2, 12);
        var orders = new HashSet<List<String>>();
        for (var subject : List.of(me, somebody(), somebody())) {
            var order = order(edition, subject, 1);
            assertThat(order).containsExactlyInAnyOrderElementsOf(edition.nominees(1));
            assertThat(order(edition, subject, 1)).isEqualTo(order);
            orders.add(order);
        }
        assertThat(orders).hasSize(3);
        var before = order(edition, me, 1);
        OpenEdition.execute("update project set state = 'WITHDRAWN' where id = '" + before.get(3) + "'");
        await().untilAsserted(() -> assertThat(order(edition, me, 1))
                .isEqualTo(before.stream().filter(p -> !p.equals(before.get(3))).toList()));
    }

    private static List<String> order(OpenEdition edition, String subject, int category) {
        return voter(subject)
                .get(edition.path + "/ballot/" + category)
                .then()
                .statusCode(200)
                .body("category", is(category))
                .body("nominees[0].title", containsString("Project"))
                .extract()
                .path("nominees.project");
    }

    @Test
    void a_ballot_shows_no_nominees_before_everybody_may_see_them() {
        var edition = new OpenEdition(1, 3);
        ForumTime.is("2031-02-28T23:59:30+01:00");
        voter(me).get(edition.path + "/ballot/1").then().statusCode(200).body("nominees", empty());
    }

    @Test
    void nothing_anybody_reads_is_another_when_votes_have_been_cast() {
        var edition = new OpenEdition(1, 5);
        var reader = somebody();
        var paths = List.of("/ballot", "/ballot/1", "/nominees", "/nominees/1", "/categories", "");
        var before = paths.stream().map(path -> seen(edition, reader, path)).toList();
        for (var i = 0; i < 5; i++) {
            edition.casts(voter(somebody()), 1, edition.nominees(1).get(i))
                    .then()
                    .statusCode(201);
        }
        assertThat(paths.stream().map(path -> seen(edition, reader, path)).toList())
                .isEqualTo(before);
        // But for what becomes public by itself.
        voter(reader)
                .get(edition.path + "/changes")
                .then()
                .statusCode(200)
                .body("items.type", everyItem(is("org.wsisforum.awards.nominees.published.v1")));
        var metrics = when().get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(metrics).contains("/ballot/{category}").doesNotContain(edition.code);
        edition.nominees(1).forEach(nominee -> assertThat(metrics).doesNotContain(nominee));
    }

    private static String seen(OpenEdition edition, String reader, String path) {
        var answer = voter(reader).get(edition.path + path);
        // Up to where the feed of the edition is known moves by itself, and with it the ETag of whatever links to it.
        return answer.statusCode() + " " + answer.asString().replaceFirst("changes\\?since=[^\"]*", "");
    }

    private ValidatableResponse castTogether(OpenEdition edition, String voter, String... votes) {
        var body = new StringBuilder();
        for (var i = 0; i < votes.length; i += 2) {
            body.append(i == 0 ? "" : ",")
                    .append("{\"category\": %s, \"project\": \"%s\"}".formatted(votes[i], votes[i + 1]));
        }
        return voter(voter)
                .body("{\"votes\": [" + body + "]}")
                .put(edition.path + "/ballot")
                .then();
    }

    @Test
    void votes_that_are_sent_together_are_cast_together_each_with_its_receipt() {
        var edition = new OpenEdition(3, 2);
        var cast = castTogether(edition, me, "3", edition.nominee(3), "1", edition.nominee(1))
                .statusCode(200)
                .body("votes.category", contains(3, 1))
                .body("votes.project", contains(edition.nominee(3), edition.nominee(1)));
        for (var receipt : cast.extract().<List<Map<String, Object>>>path("votes.receipt")) {
            checked(edition, receipt).body("signed", is(true)).body("recorded", is(true));
        }
        voter(me).get(edition.path + "/ballot").then().body("missing", contains(2));

        // Sent again with one more: what is there stays as it is.
        castTogether(edition, me, "1", edition.nominee(1), "2", edition.nominee(2), "3", edition.nominee(3))
                .statusCode(200)
                .body("votes[0].castAt", is(cast.extract().<String>path("votes[1].castAt")))
                .body("votes[2].receipt.vote", is(cast.extract().<String>path("votes[0].receipt.vote")));
        assertThat(rows("select id from vote where edition = '" + edition.code + "'"))
                .hasSize(3);
    }

    @Test
    void a_ballot_that_is_sent_again_is_answered_with_its_votes_signed_together() {
        var categories = 6;
        var edition = new OpenEdition(categories, 1);
        var ballot = IntStream.rangeClosed(1, categories)
                .boxed()
                .flatMap(category -> Stream.of(category.toString(), edition.nominee(category)))
                .toArray(String[]::new);
        var first =
                castTogether(edition, me, ballot).statusCode(200).extract().<List<String>>path("votes.receipt.vote");
        var again = castTogether(edition, me, ballot)
                .statusCode(200)
                .body("votes.receipt.vote", is(first))
                .body("votes.category", contains(1, 2, 3, 4, 5, 6))
                .extract();
        assertThat(again.<List<String>>path("votes.receipt.signature")).hasSize(categories);
        assertThat(new HashSet<>(again.<List<String>>path("votes.receipt.signature")))
                .hasSize(1);
        for (var receipt : again.<List<Map<String, Object>>>path("votes.receipt")) {
            checked(edition, receipt).body("signed", is(true)).body("recorded", is(true));
        }
    }

    @Test
    void of_votes_that_are_sent_together_none_is_cast_when_one_is_refused() {
        var edition = new OpenEdition(3, 2);
        castTogether(edition, me, "1", edition.nominee(1), "2", edition.nominee(3))
                .statusCode(422)
                .body("errors.pointer", contains("/votes/1/project"))
                .body("errors.code", contains("not-a-nominee"));
        castTogether(edition, me, "1", edition.nominee(1), "4", edition.nominee(1), "1", edition.nominee(1))
                .statusCode(422)
                .body("errors.pointer", contains("/votes/1/category", "/votes/2/category"))
                .body("errors.code", contains("unknown", "twice"));
        voter(me).body("{\"votes\": []}").put(edition.path + "/ballot").then().statusCode(422);
        given().header("Authorization", TestCredentials.of(me, Role.PARTICIPANT, "votes:cast"))
                .contentType("application/json")
                .body("{\"votes\": [{\"category\": 1, \"project\": \"" + edition.nominee(1) + "\"}]}")
                .put(edition.path + "/ballot")
                .then()
                .statusCode(403)
                .body("code", is("email-not-verified"));
        assertThat(rows("select id from vote where edition = '" + edition.code + "'"))
                .isEmpty();

        edition.casts(voter(me), 2, edition.nominee(2)).then().statusCode(201);
        castTogether(
                        edition,
                        me,
                        "1",
                        edition.nominee(1),
                        "2",
                        edition.nominees(2).get(1))
                .statusCode(409)
                .body("code", is("already-voted"))
                .body("errors.pointer", contains("/votes/1"));
        assertThat(rows("select id from vote where edition = '" + edition.code + "'"))
                .hasSize(1);
    }

    @Test
    void where_votes_may_be_changed_those_sent_together_take_the_place_of_others() {
        var edition = new OpenEdition(2, 2, rule("ballot,changeAllowed", true));
        castTogether(edition, me, "1", edition.nominee(1), "2", edition.nominee(2))
                .statusCode(200);
        castTogether(edition, me, "1", edition.nominees(1).get(1), "2", edition.nominee(2))
                .statusCode(200)
                .body("votes.project", contains(edition.nominees(1).get(1), edition.nominee(2)));
        voter(me)
                .get(edition.path + "/ballot")
                .then()
                .body("steps[0].vote.project", is(edition.nominees(1).get(1)));
        assertThat(rows("select id from vote where edition = '" + edition.code + "'"))
                .hasSize(3);
    }
}
