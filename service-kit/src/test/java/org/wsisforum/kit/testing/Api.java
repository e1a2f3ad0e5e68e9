package org.wsisforum.kit.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;

import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.access.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The API of the service under test as its OpenAPI document describes it, and the rules that every description keeps. */
public final class Api {

    /** The operations of webhooks, which are the same in each service. */
    public static final List<String> OF_WEBHOOKS = List.of(
            "listWebhooks",
            "createWebhook",
            "readWebhook",
            "patchWebhook",
            "deleteWebhook",
            "verifyWebhook",
            "changeWebhookSecret",
            "replayWebhook",
            "listWebhookDeliveries");

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** All there are, so that nothing but a role stands in the way. */
    public static final String[] ALL_SCOPES = {
        "agenda:read",
        "agenda:write",
        "statements:write",
        "registration:read",
        "registration:read.pii",
        "registration:write",
        "accreditation:decide",
        "badge:redeem",
        "awards:submit",
        "awards:review",
        "awards:tally",
        "awards:read",
        "votes:cast",
        "webhooks:manage",
        "stats:read"
    };

    private final JsonNode document;

    private Api(JsonNode document) {
        this.document = document;
    }

    /** Reads the document of a service from {@code /NAME/v1/openapi.json}. */
    public static Api of(String service) {
        return new Api(json("/" + service + "/v1/openapi.json"));
    }

    private static JsonNode json(String path) {
        try {
            return new ObjectMapper()
                    .readTree(RestAssured.given()
                            .accept("application/json")
                            .get(path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(path + " is no JSON", e);
        }
    }

    private record Operation(String path, String method, JsonNode node) {
        String id() {
            return node.path("operationId").asText();
        }
    }

    private List<Operation> operations() {
        var all = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> all.add(new Operation(path.getKey(), entry.getKey(), entry.getValue()))));
        return all;
    }

    /** What is missing in the descriptions, one sentence a gap; a finished API has none. */
    public List<String> gaps() {
        var gaps = new ArrayList<String>();
        if (!document.path("openapi").asText().startsWith("3.1")) {
            gaps.add("The document is OpenAPI " + document.path("openapi").asText() + ", not 3.1.");
        }
        document.path("components").path("schemas").properties().forEach(schema -> {
            if (schema.getValue().path("$ref").asText().endsWith("/" + schema.getKey())) {
                gaps.add("The schema " + schema.getKey() + " refers to itself alone.");
            }
        });
        for (var operation : operations()) {
            var where = operation.method().toUpperCase(java.util.Locale.ROOT) + " " + operation.path() + ": ";
            for (var field : List.of("operationId", "summary", "description")) {
                if (operation.node().path(field).asText().isBlank()) {
                    gaps.add(where + "no " + field);
                }
            }
            if (operation.node().path("tags").isEmpty()) {
                gaps.add(where + "no tag");
            }
            if (operation.node().path("security").isEmpty()) {
                gaps.add(where + "does not say who may call it");
            }
            for (var parameter : operation.node().path("parameters")) {
                if (parameter.path("description").asText().isBlank()) {
                    gaps.add(where + "parameter " + parameter.path("name").asText() + " without description");
                }
                if (parameter.path("schema").isMissingNode()) {
                    gaps.add(where + "parameter " + parameter.path("name").asText() + " without schema");
                }
            }
            operation.node().path("requestBody").path("content").properties().forEach(media -> {
                if (media.getValue().path("examples").isEmpty()
                        && media.getValue().path("example").isMissingNode()) {
                    gaps.add(where + "body " + media.getKey() + " without example");
                }
            });
            var responses = operation.node().path("responses");
            if (responses.properties().stream().noneMatch(r -> r.getKey().matches("[23].."))) {
                gaps.add(where + "no answer of success");
            }
            responses.properties().forEach(response -> {
                if (response.getValue().path("description").asText().isBlank()) {
                    gaps.add(where + "answer " + response.getKey() + " without description");
                }
                if (response.getKey().matches("[45]..")
                        && response.getValue()
                                .path("content")
                                .path("application/problem+json")
                                .path("examples")
                                .isEmpty()) {
                    gaps.add(where + "answer " + response.getKey() + " without its problems");
                }
            });
            if (!responses.has("500")) {
                gaps.add(where + "no problems");
            }
        }
        return gaps;
    }

    /**
     * What a public change of the service could give away, one sentence a kind: its subject is made of fixed words and
     * identifiers alone, and its example shows neither who did it nor what stands in a field.
     */
    public static List<String> leaksOfPublicChanges(String service) {
        var types = RestAssured.given()
                .get("/" + service + "/v1/change-types")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items");
        assertThat(types).isNotEmpty();
        var leaks = new ArrayList<String>();
        for (var type : types) {
            if (!((List<?>) type.get("audiences")).contains("public")) {
                continue;
            }
            if (!type.get("subject").toString().matches("[a-z-]+(/([a-z-]+|\\{id}|\\{code}))*")) {
                leaks.add(type.get("type") + " happens to " + type.get("subject"));
            }
            var example = (Map<?, ?>) type.get("example");
            if (example.containsKey("actor")) {
                leaks.add(type.get("type") + " tells who did it");
            }
            if (!Set.of("fields").equals(((Map<?, ?>) example.get("data")).keySet())) {
                leaks.add(type.get("type") + " tells more than the names of fields");
            }
        }
        return leaks;
    }

    /**
     * Where the webhooks of the service's document are not those of its catalogue, one sentence a gap: each public kind of
     * change has one, named without service and version, with the catalogue's example, and there is no other.
     */
    public static List<String> gapsOfWebhooks(String service) {
        var catalogue = json("/" + service + "/v1/change-types").path("items");
        assertThat(catalogue).isNotEmpty();
        var webhooks = new TreeMap<String, JsonNode>();
        of(service).document.path("webhooks").properties().forEach(w -> webhooks.put(w.getKey(), w.getValue()));
        var gaps = new ArrayList<String>();
        for (var entry : catalogue) {
            if (entry.path("audiences").valueStream().noneMatch(a -> "public".equals(a.asText()))) {
                continue;
            }
            var type = entry.path("type").asText();
            var name = type.substring(("org.wsisforum." + service + ".").length(), type.lastIndexOf(".v"));
            var webhook = webhooks.remove(name);
            if (webhook == null) {
                gaps.add(type + " has no webhook " + name);
                continue;
            }
            var event = webhook.path("post").path("requestBody").path("content").path("application/cloudevents+json");
            if (!event.path("example").equals(entry.path("example"))) {
                gaps.add("webhook " + name + " shows " + event.path("example") + ", not " + entry.path("example"));
            }
            if (!entry.path("meaning").equals(webhook.path("post").path("summary"))) {
                gaps.add("webhook " + name + " does not say what it means");
            }
        }
        webhooks.keySet().forEach(name -> gaps.add("webhook " + name + " is of no public kind of change"));
        return gaps;
    }

    /**
     * Tries every operation with every role of the realm, with the holder of a link and with nobody, and says who was let in.
     * A role is let in where the answer is not about the credential; what the role then finds is for other tests.
     *
     * @return the roles let in by operation; {@code anonymous} stands for nobody
     */
    public Map<String, Set<String>> whoMay() {
        var callers = new LinkedHashMap<String, String>();
        Role.OF_THE_REALM.forEach(role -> callers.put(role, TestCredentials.of("someone", role, ALL_SCOPES)));
        callers.put(Role.LINK_HOLDER, "Link " + LinkKey.random().secret());
        callers.put("anonymous", null);
        var let = new TreeMap<String, Set<String>>();
        for (var operation : operations()) {
            var allowed = new TreeSet<String>();
            callers.forEach((caller, credential) -> {
                if (isLetIn(operation, credential)) {
                    allowed.add(caller);
                }
            });
            let.put(operation.id(), allowed);
        }
        return let;
    }

    private static boolean isLetIn(Operation operation, String credential) {
        var path = operation
                .path()
                .replace("{edition}", "2021")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        var content = operation.node().path("requestBody").path("content");
        var request = RestAssured.given()
                .redirects()
                .follow(false)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (credential != null) {
            request.header("Authorization", credential);
        }
        if (!content.isEmpty()) {
            var type = content.fieldNames().next();
            request.contentType(type);
            // What REST Assured does not take for text is sent as bytes.
            if (type.startsWith("image/") || type.startsWith("message/") || type.equals("application/pdf")) {
                request.body(new byte[0]);
            } else {
                request.body(type.endsWith("json") ? "{}" : "");
            }
        }
        if (operation.node().path("responses").path("200").path("content").has("text/event-stream")) {
            return EventStream.statusOf(RestAssured.port, path, credential) == 200;
        }
        var answer = request.request(operation.method(), path);
        if (answer.statusCode() != 401 && answer.statusCode() != 403) {
            assertThat(answer.statusCode()).as(operation.id()).isLessThan(500);
            return true;
        }
        // A link that opens nothing is refused for itself, after its kind was let in.
        return answer.contentType().startsWith("text/html")
                || "link-not-valid".equals(answer.jsonPath().getString("code"));
    }
}
