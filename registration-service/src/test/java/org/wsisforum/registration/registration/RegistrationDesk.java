package org.wsisforum.registration.registration;

import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import org.wsisforum.kit.testing.TestCredentials;
import org.wsisforum.registration.Secretariat;

/** Does what those do who register, and those who decide on it. */
public final class RegistrationDesk {

    public static final String REGISTRATIONS = Secretariat.EDITION + "/registrations";
    public static final String PARTICIPANTS = Secretariat.EDITION + "/participants";
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private RegistrationDesk() {}

    public static RequestSpecification person(String subject) {
        return as(subject, "participant", "registration:read", "registration:write");
    }

    public static RequestSpecification officer() {
        return as(
                "officer",
                "accreditation-officer",
                "registration:read",
                "registration:read.pii",
                "registration:write",
                "accreditation:decide");
    }

    public static RequestSpecification focalPoint(String subject) {
        return as(subject, "focal-point", "registration:read", "registration:write");
    }

    public static RequestSpecification as(String subject, String role, String... scopes) {
        return RestAssured.given()
                .header("Authorization", TestCredentials.of(subject, role, scopes))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    public static RequestSpecification anybody() {
        return RestAssured.given();
    }

    public static String someone() {
        return "r-" + UUID.randomUUID();
    }

    /** Somebody of the media, which needs no delegation. */
    public static String media(String given, String family) {
        return body("media", null, given, family, UUID.randomUUID() + "@press.example", "");
    }

    /** Somebody of a Member State's delegation. */
    public static String delegate(String delegation, String given, String family) {
        return body("member-state", delegation, given, family, UUID.randomUUID() + "@state.example", "");
    }

    public static String body(
            String category, String delegation, String given, String family, String email, String more) {
        return """
                {"category":"%s","attendance":"on-site",%s"role":"delegate","givenName":"%s","familyName":"%s",
                 "jobTitle":"Adviser","entity":"Somewhere","country":"rw","email":"%s","listed":true,
                 "answers":{"firstForum":true}%s}""".formatted(
                        category,
                        delegation == null ? "" : "\"delegation\":\"" + delegation + "\",",
                        given,
                        family,
                        email,
                        more);
    }

    public static Response begin(String subject, String body) {
        return person(subject).body(body).post(REGISTRATIONS);
    }

    /** A draft of this person. */
    public static String draft(String subject, String body) {
        return begin(subject, body).then().statusCode(201).extract().path("id");
    }

    public static ValidatableResponse submit(String subject, String id) {
        return person(subject)
                .body("{}")
                .post(REGISTRATIONS + "/" + id + "/submission")
                .then();
    }

    /** A registration that was handed in. */
    public static String submitted(String subject, String body) {
        var id = draft(subject, body);
        submit(subject, id).statusCode(200);
        return id;
    }

    public static ValidatableResponse decide(String id, String decision) {
        return officer()
                .header("If-Match", tag(id))
                .body("{\"decision\":\"%s\",\"reason\":\"So it is.\"}".formatted(decision))
                .post(REGISTRATIONS + "/" + id + "/decision")
                .then();
    }

    public static ValidatableResponse approve(String focalPoint, String id, String decision) {
        return focalPoint(focalPoint)
                .header("If-Match", tag(id))
                .body("{\"decision\":\"%s\",\"reason\":\"So it is.\"}".formatted(decision))
                .post(REGISTRATIONS + "/" + id + "/approval")
                .then();
    }

    public static ValidatableResponse patch(String subject, String id, String patch) {
        return person(subject)
                .contentType(MERGE_PATCH)
                .header("If-Match", ownTag(subject, id))
                .body(patch)
                .patch(REGISTRATIONS + "/" + id)
                .then();
    }

    public static String tag(String id) {
        return officer()
                .get(REGISTRATIONS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    public static String ownTag(String subject, String id) {
        return person(subject)
                .get(REGISTRATIONS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }
}
