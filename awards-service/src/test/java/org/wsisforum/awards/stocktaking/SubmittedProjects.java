package org.wsisforum.awards.stocktaking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.restassured.specification.RequestSpecification;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;

/** Projects of the edition 2031 as their owner makes them, over HTTP, each with an entity of its own unless told. */
public final class SubmittedProjects {

    public static final String EDITION = "/awards/v1/editions/2031";

    /** Nobody else's name, so that a test that finds it has found a leak. */
    public static final String CONTACT = "Unmistakable Contactperson";

    public static final String OWNER = "owner-of-stocktaking";

    private SubmittedProjects() {}

    /** Sets the Forum clock to a day on which projects are taken. */
    public static void areTaken() {
        ForumTime.is("2031-01-10T10:00+01:00");
    }

    /** A draft with these fields, whole in all others, which are like those of no other project. */
    public static String draft(Map<String, ?> fields) {
        var form = new LinkedHashMap<String, Object>();
        form.put("category", 1);
        form.put("title", "A project " + UUID.randomUUID());
        form.put(
                "description",
                Stream.generate(() -> UUID.randomUUID().toString().substring(0, 8))
                        .limit(160)
                        .collect(Collectors.joining(" ")));
        form.put("linkages", List.of(Map.of("goal", 3, "how", "By and by.")));
        for (var text : List.of("objectives", "impact", "results", "addedValue", "partnerships", "challenges")) {
            form.put(text, "Told elsewhere.");
        }
        form.put("startsOn", "2028-04-01");
        form.put("stakeholderType", "government");
        form.put("entity", "Entity " + UUID.randomUUID());
        form.put("country", "KI");
        form.put("contact", Map.of("name", CONTACT, "email", "contact@leak.example", "phone", "+686 740 99999"));
        form.putAll(fields);
        return owner().contentType("application/json")
                .header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .body(form)
                .post(EDITION + "/projects")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A project that takes part. */
    public static String submitted(Map<String, ?> fields) {
        var id = draft(fields);
        act(id, "submit");
        return id;
    }

    public static void withdraw(String id) {
        act(id, "withdraw");
    }

    public static void revise(String id, Map<String, ?> fields) {
        owner().contentType("application/merge-patch+json")
                .header("If-Match", tag(id))
                .body(fields)
                .patch(EDITION + "/projects/" + id)
                .then()
                .statusCode(200);
    }

    /** The pages of a list, one after the other, as values of this field. */
    public static <T> List<T> all(String address, String field) {
        var found = new ArrayList<T>();
        var next = address;
        while (next != null) {
            var page = given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract();
            found.addAll(page.<List<T>>path("items." + field));
            next = page.path("links.next");
        }
        return found;
    }

    private static void act(String id, String verb) {
        owner().header("If-Match", tag(id))
                .post(EDITION + "/projects/" + id + "/" + verb)
                .then()
                .statusCode(200);
    }

    private static String tag(String id) {
        return owner().get(EDITION + "/projects/" + id).header("ETag");
    }

    private static RequestSpecification owner() {
        return given().header("Authorization", TestCredentials.of(OWNER, Role.PARTICIPANT, "awards:submit"));
    }
}
