package org.wsisforum.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import org.wsisforum.kit.testing.TestCredentials;

/** Does what the secretariat does, so that a test can begin where its own matter begins. */
public final class Secretariat {

    private static final String COUNTED = "wsis.test.letters";

    public static final String EDITION = "/registration/v1/editions/2021";

    private Secretariat() {}

    public static RequestSpecification request() {
        return requestWithKey(UUID.randomUUID().toString());
    }

    /** A request whose key for repeating it is given. */
    public static RequestSpecification requestWithKey(String key) {
        return RestAssured.given()
                .header(
                        "Authorization",
                        TestCredentials.of("secretary", "secretariat", "registration:read", "registration:write"))
                .header("Idempotency-Key", key)
                .contentType("application/json");
    }

    public static String letterBody(String reference) {
        return """
                {"reference":"%s","date":"2021-02-03",
                 "place":{"en":{"value":"Geneva","status":"official"}},
                 "signatory":{"name":{"en":{"value":"Houlin Zhao","status":"official"}},
                              "title":{"en":{"value":"Secretary-General","status":"official"},
                                       "ar":{"value":"الأمين العام","status":"official"}}},
                 "subject":{"en":{"value":"Invitation to the WSIS Forum","status":"official"},
                            "ar":{"value":"دعوة إلى منتدى القمة","status":"official"}},
                 "salutation":{"en":{"value":"Excellency,","status":"official"}},
                 "body":{"en":{"value":"First paragraph.\\n\\nSecond <b>paragraph</b> & more.","status":"official"},
                         "ar":{"value":"الفقرة الأولى","status":"official"}},
                 "closing":{"en":{"value":"With my highest consideration,","status":"official"}}}""".formatted(reference);
    }

    /** The letter of 2021 in its six languages, with a reference of its own. */
    public static String circularLetter() {
        try (var in = Secretariat.class.getResourceAsStream("/letters/CL-21-4.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("CL-21/4", freeReference());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counted in the process: each start of the service within it has this class anew, and the database as it was. */
    private static synchronized String freeReference() {
        var next = Integer.getInteger(COUNTED, 10) + 1;
        System.setProperty(COUNTED, Integer.toString(next));
        return "CL-21/" + next;
    }

    /** Writes a letter with a reference of its own. */
    public static String letter() {
        var reference = freeReference();
        return request()
                .body(letterBody(reference))
                .post(EDITION + "/letters")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response invite(String letter, String country) {
        return request().body("""
                        {"letter":"%s","country":"%s","language":"en",
                         "addressee":{"honorific":"H.E. Ms","name":"Paula Ingabire","title":"Minister of ICT"}}""".formatted(letter, country)).post(EDITION + "/invitations");
    }

    /** An invitation that was issued, with the key of its link. */
    public record Invited(String id, String key) {

        public String path() {
            return EDITION + "/invitations/" + id;
        }

        public RequestSpecification office() {
            return RestAssured.given()
                    .header("Authorization", "Link " + key)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType("application/json");
        }
    }

    /** Invites the minister of a country with a letter of its own. */
    public static Invited invited(String country) {
        var answer = invite(letter(), country).then().statusCode(201).extract();
        return new Invited(answer.path("invitation.id"), answer.path("link.key"));
    }
}
