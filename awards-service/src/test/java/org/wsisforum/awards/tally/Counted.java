package org.wsisforum.awards.tally;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import org.wsisforum.awards.ledger.VotedEdition;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/** A tally that was asked for and counted. */
record Counted(VotedEdition edition, String id) {

    /** Has the votes of a sealed edition counted, and waits until they are. */
    static Counted of(VotedEdition edition) {
        var counted = new Counted(edition, requested(edition));
        counted.awaited("done");
        return counted;
    }

    static String requested(VotedEdition edition) {
        return VotedEdition.once()
                .post(edition.path + "/tallies")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    void awaited(String state) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> shown().body("state", is(state)));
    }

    String path() {
        return edition.path + "/tallies/" + id;
    }

    ValidatableResponse shown() {
        return VotedEdition.manager().get(path()).then().statusCode(200);
    }

    byte[] bytes() {
        return VotedEdition.manager()
                .get(path() + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    JsonPath document() {
        return VotedEdition.manager().get(path() + "/document").jsonPath();
    }

    /** The votes of the nominees of a category, in the order of their places there. */
    List<Integer> votes(int category, int nominees) {
        var lines = document().<Map<String, Object>>getList("categories[" + (category - 1) + "].nominees");
        return IntStream.range(0, nominees)
                .mapToObj(place -> lines.stream()
                        .filter(line -> line.get("project")
                                .equals(edition.nominee(category, place).toString()))
                        .map(line -> (Integer) line.get("votes"))
                        .findFirst()
                        .orElse(-1))
                .toList();
    }

    ValidatableResponse published() {
        return VotedEdition.once().post(path() + "/publication").then();
    }
}
