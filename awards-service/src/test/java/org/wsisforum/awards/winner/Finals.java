package org.wsisforum.awards.winner;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;

import org.wsisforum.awards.review.Contest;
import org.wsisforum.kit.testing.ForumTime;

/** A category of the edition 2031 that one test has for itself, with its champions. */
final class Finals {

    final Contest contest = new Contest();
    final int category = contest.category;

    /** In the order in which they were named. */
    final List<String> champions;

    /** Projects of these titles are its champions, as if they had most votes. */
    Finals(String... titles) {
        champions = Arrays.stream(titles).map(contest::project).toList();
        champions.forEach(project -> becomesChampion("2031", category, project));
        whileWinnersAreSelected();
    }

    static void becomesChampion(String edition, int category, String project) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql(
                        "insert into champion (edition, category, project, votes) values (?1, ?2, ?3, 1)",
                        edition,
                        category,
                        UUID.fromString(project)));
    }

    static void sql(String statement, Object... values) {
        var query = Panache.getEntityManager().createNativeQuery(statement);
        for (var i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    static void whileWinnersAreSelected() {
        ForumTime.is("2031-04-05T12:00+02:00");
    }

    static void oneSecondBeforeWinnersArePublic() {
        ForumTime.is("2031-05-18T12:59:59+02:00");
    }

    /** Long enough for several requests. */
    static void shortlyBeforeWinnersArePublic() {
        ForumTime.is("2031-05-18T12:59:45+02:00");
    }

    static void whenWinnersArePublic() {
        ForumTime.is("2031-05-18T13:00:00+02:00");
    }

    ValidatableResponse prefer(String expert, String project) {
        return Contest.expert(expert)
                .contentType("application/json")
                .body("{\"project\": \"%s\", \"reason\": \"Others have taken it up.\"}".formatted(project))
                .put(Contest.EDITION + "/selections/" + category)
                .then();
    }

    ValidatableResponse selection(String expert) {
        return Contest.expert(expert)
                .get(Contest.EDITION + "/selections/" + category)
                .then();
    }

    ValidatableResponse preferences() {
        return Contest.manager()
                .queryParam("category", category)
                .get(Contest.EDITION + "/selections")
                .then()
                .statusCode(200);
    }

    /** Decides for the first time. */
    ValidatableResponse decide(String... winners) {
        return decideWith("If-None-Match", "*", winners);
    }

    ValidatableResponse decideWith(String condition, String value, String... winners) {
        return Contest.manager()
                .header(condition, value)
                .contentType("application/json")
                .body(decision(winners))
                .put(Contest.EDITION + "/winners/" + category)
                .then();
    }

    static String decision(String... winners) {
        return "{\"projects\": [\"%s\"], \"reason\": \"Preferred by most.\"}".formatted(String.join("\", \"", winners));
    }

    ValidatableResponse decision() {
        return Contest.manager()
                .get(Contest.EDITION + "/winner-decisions/" + category)
                .then();
    }
}
