package org.wsisforum.agenda.consultation;

import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import org.wsisforum.kit.testing.TestCredentials;

/** Does what stakeholders and reviewers do in a consultation, so that a test can begin where its own matter begins. */
public final class Stakeholders {

    public static final String CONSULTATION = "/agenda/v1/editions/2021/consultation";
    public static final String CONTRIBUTIONS = CONSULTATION + "/contributions";
    public static final String REQUESTS = CONSULTATION + "/workshop-requests";

    private Stakeholders() {}

    public static RequestSpecification participant(String account) {
        return as(account, "participant");
    }

    public static RequestSpecification reviewer(String account) {
        return as(account, "consultation-reviewer");
    }

    public static RequestSpecification as(String account, String role) {
        return RestAssured.given()
                .header("Authorization", TestCredentials.of(account, role, "agenda:read", "agenda:write"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json; charset=utf-8");
    }

    /** The input of a contribution. */
    public static String contribution() {
        return """
                {"form":"views-on-themes",
                 "from":{"entity":"Digital Villages Network","stakeholderType":"civil-society","country":"KE",
                         "scope":"regional"},
                 "topics":["interactive-formats"],"actionLines":["C2"],"goals":[9],
                 "title":{"en":{"value":"Bring the villages in"}},
                 "text":{"en":{"value":"Half an hour for questions."},"ar":{"value":"نصف ساعة للأسئلة."}},
                 "links":["https://villages.example/paper.pdf"],"publish":true}""";
    }

    /** Contributes, and answers where the contribution is. */
    public static String contributed(String account, String input) {
        return participant(account)
                .body(input)
                .post(CONTRIBUTIONS)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    /** The input of a request for a workshop. */
    public static String request() {
        return """
                {"organizer":{"entity":"Digital Villages Network","stakeholderType":"civil society","country":"KEN",
                              "scope":"regional"},
                 "contact":{"name":"Wanjiru Otieno","email":"wanjiru@villages.example","language":"fr"},
                 "title":{"en":{"value":"Networks that villages run"},"fr":{"value":"Réseaux de villages"}},
                 "description":{"en":{"value":"What three of them have learned."}},
                 "actionLines":["С2","eHealth"],"goals":[9,3],
                 "panellists":[{"honorific":"Dr","name":"Wanjiru Otieno","country":"KE","remote":true}],
                 "format":"panel","attendance":"virtual","preferredDates":["2021-04-08"],"minutes":60}""";
    }

    /** Begins a request, and answers where it is. */
    public static String drafted(String account, String input) {
        return participant(account)
                .body(input)
                .post(REQUESTS)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    /** Hands a request in, and answers where it is. */
    public static String submitted(String account) {
        var request = drafted(account, request());
        participant(account).post(request + "/submission").then().statusCode(200);
        return request;
    }

    public static Response decides(String account, String request, String decision) {
        return reviewer(account).header("If-Match", "*").body(decision).post(request + "/decision");
    }

    /** Has a request become a session that begins at this time, and answers where the request is. */
    public static String accepted(String account, String startsAt) {
        var request = submitted(account);
        decides("reviewer", request, acceptance(startsAt)).then().statusCode(200);
        return request;
    }

    public static String acceptance(String startsAt) {
        return "{\"decision\":\"accepted\",\"startsAt\":\"" + startsAt + "\"}";
    }

    /** The id at the end of an address. */
    public static String idOf(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
