package org.wsisforum.registration.partner;

import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import org.wsisforum.kit.testing.TestCredentials;
import org.wsisforum.registration.Secretariat;

/** Does what those who support the Forum do. */
final class PartnerOffice {

    static final String PACKAGES = Secretariat.EDITION + "/partner-packages";
    static final String PARTNERS = Secretariat.EDITION + "/partners";
    static final String OFFERS = Secretariat.EDITION + "/partner-offers";

    private PartnerOffice() {}

    /** A request of one person who is signed in. */
    static RequestSpecification by(String person) {
        return by(person, UUID.randomUUID().toString());
    }

    static RequestSpecification by(String person, String idempotencyKey) {
        return RestAssured.given()
                .header(
                        "Authorization",
                        TestCredentials.of(person, "participant", "registration:read", "registration:write"))
                .header("Idempotency-Key", idempotencyKey)
                .contentType("application/json");
    }

    static RequestSpecification anybody() {
        return RestAssured.given();
    }

    static String body(String name, String wanted) {
        return """
                {"name":"%s","package":"%s","country":"jp","stakeholderType":"Government",
                 "website":"https://www.soumu.example/","message":"We should like to support the hackathon.",
                 "contact":{"name":"Aiko Tanaka","email":"aiko@soumu.example","phone":"+81 3 0000 0000"}}""".formatted(name, wanted);
    }

    /** Expresses interest, and names the offer. */
    static String offer(String person, String name, String wanted) {
        return by(person)
                .body(body(name, wanted))
                .post(OFFERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse accept(String offer) {
        return Secretariat.request()
                .body("{\"decision\":\"accepted\"}")
                .post(OFFERS + "/" + offer + "/decision")
                .then();
    }

    /** A partner whose offer was accepted. */
    static String partner(String person, String name, String wanted) {
        var offer = offer(person, name, wanted);
        accept(offer).statusCode(200);
        return offer;
    }

    /** A package of its own, with so many places; null for as many as come. */
    static String packageOf(Integer places, int tier) {
        var code = "p-" + UUID.randomUUID().toString().substring(0, 8);
        Secretariat.request()
                .header("If-None-Match", "*")
                .body(packageBody(code, places, tier))
                .put(PACKAGES + "/" + UUID.randomUUID())
                .then()
                .statusCode(201);
        return code;
    }

    static String packageBody(String code, Integer places, int tier) {
        return """
                {"code":"%s","name":{"en":{"value":"Package","status":"official"}},"tier":%d,
                 "contribution":{"amount":"50000","currency":"CHF"},%s
                 "benefits":[{"en":{"value":"A logo","status":"official"}}]}""".formatted(code, tier, places == null ? "" : "\"places\":" + places + ",");
    }

    static String currentTag(String person, String path) {
        return by(person).get(path).then().statusCode(200).extract().header("ETag");
    }
}
