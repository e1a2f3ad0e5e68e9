package org.wsisforum.registration.member;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import org.wsisforum.registration.delegation.DelegationOffice;

import static org.wsisforum.registration.delegation.DelegationOffice.DELEGATIONS;

/** A delegation and its focal point, who does what a focal point does. */
record Focal(String delegation, String person) {

    static Focal of(String delegation) {
        return new Focal(delegation, DelegationOffice.focalPointOf(delegation));
    }

    /** Of a UN body that nobody else in the tests has to do with. */
    static Focal ofUnBody(Integer onSite) {
        return of(DelegationOffice.officer()
                .body(
                        "{\"kind\":\"un-body\",\"country\":\"CH\",\"name\":{\"en\":{\"value\":\"Body %s\",\"status\":\"official\"}}%s}"
                                .formatted(
                                        UUID.randomUUID(),
                                        onSite == null ? "" : ",\"quota\":{\"onSite\":" + onSite + "}"))
                .post(DELEGATIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    RequestSpecification request() {
        return DelegationOffice.focalPoint(person);
    }

    String path() {
        return DELEGATIONS + "/" + delegation;
    }

    /** A member in JSON; what is given replaces or adds. */
    static String member(String name, Map<String, String> more) {
        var fields = new java.util.TreeMap<>(Map.of(
                "attendance",
                "on-site",
                "familyName",
                name,
                "entity",
                "Ministry of ICT",
                "email",
                UUID.randomUUID() + "@minict.example"));
        fields.putAll(more);
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    Response enter(String... members) {
        return request()
                .body("{\"members\":[" + String.join(",", members) + "]}")
                .post(path() + "/bulk");
    }

    /** Enters members and names their registrations. */
    List<String> entered(String... members) {
        return enter(members).then().statusCode(201).extract().path("items.registration");
    }

    ValidatableResponse put(String what, String tag, String body) {
        return request()
                .header("If-Match", tag)
                .body(body)
                .put(path() + "/" + what)
                .then();
    }

    String orderTag() {
        return request().get(path() + "/order").then().statusCode(200).extract().header("ETag");
    }

    ValidatableResponse members() {
        return request().get(path() + "/members?limit=200").then().statusCode(200);
    }
}
