package org.wsisforum.awards;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.Api;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

/** What the service says of itself is complete, and it lets in exactly whom it says. */
@AwardsTest
class ApiTest {

    private static final String CATEGORY = "/awards/v1/editions/2021/categories/10";

    private static JsonPath document() {
        return new JsonPath(when().get("/awards/v1/openapi.json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    @Test
    void no_public_change_can_hold_anything_personal() {
        assertThat(Api.leaksOfPublicChanges("awards")).isEmpty();
    }

    @Test
    void every_public_change_is_described_as_a_webhook_and_no_other() {
        assertThat(Api.gapsOfWebhooks("awards")).isEmpty();
    }

    @Test
    void every_operation_is_described() {
        assertThat(Api.of("awards").gaps()).isEmpty();
    }

    @Test
    void it_has_a_title_of_its_own() {
        assertThat(document().getString("info.title")).isEqualTo("WSIS Forum: Prizes");
        assertThat(document().getString("info.description")).isNotBlank();
    }

    @Test
    void reading_takes_parameters_and_no_body() {
        assertThat(document().<Map<String, Map<String, Map<String, ?>>>>get("paths"))
                .allSatisfy((path, item) ->
                        assertThat(item.getOrDefault("get", Map.of())).doesNotContainKey("requestBody"));
        assertThat(document()
                        .getList("paths.'/awards/v1/editions/{edition}/categories'.get.parameters.name", String.class))
                .containsExactlyInAnyOrder("edition", "actionLine", "cursor", "limit", "count", "lang");
    }

    @Test
    void setting_up_a_category_names_its_successes_and_refusals() {
        var responses = "paths.'/awards/v1/editions/{edition}/categories/{number}'.put.responses.";
        var document = document();
        assertThat(document.getString(responses + "'200'.content.'application/json'.schema.'$ref'"))
                .endsWith("/Category");
        assertThat(document.getString(responses + "'201'.content.'application/json'.schema.'$ref'"))
                .endsWith("/Category");
        var problems = new TreeMap<String, Set<String>>();
        for (var status : new String[] {"403", "404", "409", "412", "422", "428"}) {
            problems.put(
                    status,
                    document.<Map<String, ?>>get(
                                    responses + "'" + status + "'.content.'application/problem+json'.examples")
                            .keySet());
        }
        assertThat(problems)
                .isEqualTo(Map.of(
                        "403", Set.of("forbidden", "insufficient-scope"),
                        "404", Set.of("edition-not-found", "not-found"),
                        "409", Set.of("conflict"),
                        "412", Set.of("already-exists", "stale-version"),
                        "422", Set.of("validation-failed"),
                        "428", Set.of("precondition-required")));
    }

    @Test
    void each_operation_lets_in_these_roles_and_no_other() {
        var everybody = new TreeSet<>(Role.OF_THE_REALM);
        everybody.add(Role.LINK_HOLDER);
        everybody.add("anonymous");
        var manager = Set.of(Role.AWARDS_MANAGER);

        var table = new TreeMap<String, Set<String>>();
        table.put("listProblemKinds", everybody);
        table.put("readCategoryHistory", Set.of(Role.AWARDS_MANAGER));
        table.put("followChanges", everybody);
        table.put("listChangeTypes", everybody);
        table.put("readChanges", everybody);
        for (var operation : Api.OF_WEBHOOKS) {
            table.put(operation, Set.of(Role.PARTNER, Role.SECRETARIAT));
        }
        table.put("listAwardsEditions", everybody);
        table.put("readAwardsEdition", everybody);
        table.put("listCategories", everybody);
        table.put("readCategory", everybody);
        table.put("putCategory", manager);
        table.put("patchCategory", manager);
        for (var operation : List.of(
                "createProject",
                "patchProject",
                "submitProject",
                "withdrawProject",
                "deleteProject",
                "addCoOwner",
                "removeCoOwner",
                "addPicture",
                "deletePicture")) {
            table.put(operation, Set.of(Role.PARTICIPANT, Role.FOCAL_POINT));
        }
        for (var operation : List.of("listProjects", "readProject", "listPictures", "readPicture")) {
            table.put(operation, Set.of(Role.PARTICIPANT, Role.FOCAL_POINT, Role.AWARDS_MANAGER));
        }
        table.put("readProjectHistory", manager);
        for (var operation : List.of(
                "listExperts",
                "readExpert",
                "putExpert",
                "deleteExpert",
                "listAssignments",
                "assignExperts",
                "putAssignment",
                "deleteAssignment",
                "readAssignmentHistory",
                "readScreeningHistory",
                "readResult",
                "listReviewsOfCategory",
                "nominate",
                "readNomination",
                "takeOutNominee",
                "readNominationHistory")) {
            table.put(operation, manager);
        }
        for (var operation : List.of("declareConflict", "listReviews", "readReview", "putReview")) {
            table.put(operation, Set.of(Role.EXPERT));
        }
        for (var operation : List.of("readScreening", "putScreening", "listComments", "addComment")) {
            table.put(operation, Set.of(Role.EXPERT, Role.AWARDS_MANAGER));
        }
        for (var operation : List.of("readBallot", "readBallotStep", "castVote", "castVotes")) {
            table.put(operation, Set.of(Role.PARTICIPANT, Role.FOCAL_POINT, Role.SESSION_ORGANIZER, Role.EXPERT));
        }
        table.put("checkReceipt", everybody);
        for (var operation : List.of(
                "listQuarantine",
                "readQuarantined",
                "decideQuarantined",
                "decideQuarantine",
                "readQuarantineHistory")) {
            table.put(operation, manager);
        }
        table.put("listNominees", everybody);
        table.put("listNomineesOfCategory", everybody);

        for (var operation : List.of("search", "count", "export")) {
            table.put(operation + "Stocktaking", everybody);
        }
        table.put("readStocktakingEntry", everybody);
        table.put("listPastWinners", everybody);
        table.put("readPastWinner", everybody);
        table.put("putPastWinner", manager);
        table.put("deletePastWinner", manager);
        table.put("readPastWinnerHistory", manager);
        table.put("listSuspicions", manager);
        table.put("readSuspicion", manager);
        table.put("decideSuspicion", manager);
        table.put("readSuspicionHistory", manager);
        for (var operation : List.of(
                "createTally",
                "listTallies",
                "readTally",
                "publishTally",
                "readTallyHistory",
                "readTie",
                "decideTie",
                "readTieHistory")) {
            table.put(operation, manager);
        }
        for (var operation : List.of(
                "readLedger",
                "readLedgerFile",
                "readLedgerKeys",
                "readTallyDocument",
                "listChampions",
                "listChampionsOfCategory")) {
            table.put(operation, everybody);
        }

        for (var operation : List.of("readSelection", "putPreference")) {
            table.put(operation, Set.of(Role.EXPERT));
        }
        for (var operation : List.of(
                "listPreferences",
                "decideWinners",
                "listWinnerDecisions",
                "readWinnerDecision",
                "printWinnerCertificates",
                "readWinnerDecisionHistory")) {
            table.put(operation, manager);
        }
        for (var operation : List.of(
                "listWinners",
                "listWinnersOfCategory",
                "readWinnerCertificate",
                "readChampionCertificate",
                "readCertificate",
                "listSuccessStories",
                "exportSuccessStories")) {
            table.put(operation, everybody);
        }

        assertThat(Api.of("awards").whoMay()).isEqualTo(table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void the_role_does_not_help_without_the_scope(String method) {
        given().header("Authorization", TestCredentials.of("manager", Role.AWARDS_MANAGER, "awards:review"))
                .contentType(method.equals("PUT") ? "application/json" : "application/merge-patch+json")
                .body("{}")
                .request(method, CATEGORY)
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", containsString("scope=\"awards:tally\""))
                .body("code", is("insufficient-scope"));
    }
}
