package org.wsisforum.kit.sample;

import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Talks to the sample service. */
public final class Notes {

    public static final String PATH = "/sample/v1/editions/%s/notes";

    private Notes() {}

    /** An edition that no other test uses. */
    public static String freshEdition() {
        return "e" + UUID.randomUUID().toString().substring(0, 8);
    }

    public static RequestSpecification json() {
        return RestAssured.given().contentType("application/json");
    }

    public static String path(String edition) {
        return PATH.formatted(edition);
    }

    public static Response create(String edition, int place) {
        return create(edition, place, UUID.randomUUID().toString());
    }

    public static Response create(String edition, int place, String key) {
        return json().header("Idempotency-Key", key).body(note(place)).post(path(edition));
    }

    public static String note(int place) {
        return """
                {"title":{"en":{"value":"Note %1$d","status":"official"},"ar":{"value":"ملاحظة","status":"unofficial"}},"place":%1$d}""".formatted(place);
    }
}
