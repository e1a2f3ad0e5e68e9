package org.wsisforum.agenda.consultation;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.wsisforum.agenda.consultation.Stakeholders.acceptance;
import static org.wsisforum.agenda.consultation.Stakeholders.contributed;
import static org.wsisforum.agenda.consultation.Stakeholders.contribution;
import static org.wsisforum.agenda.consultation.Stakeholders.decides;
import static org.wsisforum.agenda.consultation.Stakeholders.idOf;
import static org.wsisforum.agenda.consultation.Stakeholders.participant;
import static org.wsisforum.agenda.consultation.Stakeholders.reviewer;
import static org.wsisforum.agenda.consultation.Stakeholders.submitted;

/** Who contributed and who decided is for those who handle the consultation, and not for whoever reads its changes. */
@ForumTest
class KnowingWhoDidItTest {

    private static final String CHANGES = "/agenda/v1/editions/2021/changes";
    private static final String WHAT = "org.wsisforum.agenda.";

    private static String now() {
        return when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
    }

    private static ValidatableResponse seenBy(String account, String subject, String cursor) {
        return participant(account)
                .queryParam("since", cursor)
                .queryParam("subject", subject)
                .get(CHANGES)
                .then()
                .statusCode(200);
    }

    @Test
    void nobody_learns_from_the_feed_which_account_contributed() {
        var cursor = now();
        var subject = "consultation/contributions/" + idOf(contributed("villages", contribution()));
        seenBy("anybody", subject, cursor)
                .body("items.type", contains(WHAT + "contribution.published.v1"))
                .body("items.actor", everyItem(nullValue()));
        reviewer("reviewer")
                .get(Stakeholders.CONTRIBUTIONS + "/" + idOf(subject) + "/history")
                .then()
                .body("items.actor", hasItem("villages"));
    }

    @Test
    void whoever_asks_for_a_workshop_does_not_learn_which_reviewer_decided() {
        var cursor = now();
        var request = submitted("villages");
        decides("reviewer", request, acceptance("2021-04-08T10:00:00+02:00"))
                .then()
                .statusCode(200);
        var subject = "consultation/workshop-requests/" + idOf(request);
        seenBy("villages", subject, cursor)
                .body("items.type", hasItem(WHAT + "workshop-request.accepted.v1"))
                .body("items.actor", not(hasItem("reviewer")));
        reviewer("another")
                .queryParam("since", cursor)
                .queryParam("subject", subject)
                .get(CHANGES)
                .then()
                .body("items.findAll { it.type.contains('.accepted.') }.actor", contains("reviewer"));
    }
}
