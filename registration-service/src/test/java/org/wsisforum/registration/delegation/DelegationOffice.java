package org.wsisforum.registration.delegation;

import java.util.List;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import org.wsisforum.kit.testing.TestCredentials;
import org.wsisforum.registration.Secretariat;

/** Does what those do who look after delegations. */
public final class DelegationOffice {

    public static final String DELEGATIONS = Secretariat.EDITION + "/delegations";

    private DelegationOffice() {}

    /** A request of an accreditation officer who sees personal data. */
    public static RequestSpecification officer() {
        return as("officer", "accreditation-officer", "registration:read.pii");
    }

    /** A request of one who has the role of a focal point; of which delegation, if any, is for the service to know. */
    public static RequestSpecification focalPoint(String person) {
        return as(person, "focal-point", "registration:read.pii");
    }

    private static RequestSpecification as(String person, String role, String scope) {
        return RestAssured.given()
                .header(
                        "Authorization",
                        TestCredentials.of(person, role, "registration:read", "registration:write", scope))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    public static String someone() {
        return "p-" + UUID.randomUUID();
    }

    /** A delegation of its own with so many places at the venue; null for as many as wish. */
    public static String delegation(Integer onSite) {
        return officer()
                .body("""
                        {"kind":"ngo","country":"ch","email":"office@ngo.example",
                         "name":{"en":{"value":"%s","status":"official"}}%s}""".formatted(
                        "NGO " + UUID.randomUUID(), onSite == null ? "" : ",\"quota\":{\"onSite\":" + onSite + "}"))
                .post(DELEGATIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The delegation of a Member State, which the first to ask for adds. */
    public static String state(String country) {
        officer().body("{}").post(DELEGATIONS + "/member-states").then().statusCode(200);
        List<String> found = officer()
                .get(DELEGATIONS + "?kind=member-state&country=" + country)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        return found.getFirst();
    }

    public static Response appoint(String delegation, String person, boolean deputy) {
        return officer()
                .body("{\"person\":%s,\"deputy\":%s,\"letter\":\"MIN/1 of 3 February 2021\"}"
                        .formatted(person(person), deputy))
                .post(DELEGATIONS + "/" + delegation + "/focal-points");
    }

    /** Somebody who acts for the delegation from now on. */
    public static String focalPointOf(String delegation) {
        var person = someone();
        appoint(delegation, person, true).then().statusCode(201);
        return person;
    }

    static String person(String subject) {
        return "{\"subject\":\"%s\",\"name\":\"Aline Uwase\",\"email\":\"aline@minict.example\"}".formatted(subject);
    }

    static String tag(String delegation) {
        return officer()
                .get(DELEGATIONS + "/" + delegation)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }
}
