package org.wsisforum.awards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.RealPostgres;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

/** The description that clients are written from leaves nothing out. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private JsonNode api;

    private record Described(String name, JsonNode path, JsonNode operation) {}

    @BeforeEach
    void the_document() throws Exception {
        api = new ObjectMapper()
                .readTree(when().get("/awards/v1/openapi.json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    @Test
    void it_is_openapi_3_1_with_a_title_of_its_own() {
        assertThat(api.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(api.at("/info/title").asText()).isEqualTo("WSIS Forum: Prizes");
        assertThat(api.at("/info/description").asText()).isNotBlank();
    }

    @Test
    void every_operation_says_what_it_does_and_what_it_needs() {
        assertThat(lacking(o -> List.of("summary", "description", "operationId").stream()
                        .filter(field -> o.operation().path(field).asText().isBlank())))
                .isEmpty();
        assertThat(lacking(o -> List.of("tags", "security").stream()
                        .filter(field -> o.operation().path(field).isEmpty())))
                .isEmpty();
    }

    @Test
    void every_parameter_is_described() {
        assertThat(lacking(o -> parameters(o)
                        .filter(p -> p.path("description").asText().isBlank()
                                || p.path("schema").isEmpty())
                        .map(p -> "parameter " + p.path("name").asText())))
                .isEmpty();
        assertThat(lacking(o -> parameters(o)
                        .filter(p -> !p.path("name").asText().equals("cursor")
                                && !p.path("name").asText().equals("since"))
                        .filter(p -> !p.path("name").asText().equals("subject"))
                        .filter(p -> !p.has("example") && !p.has("examples"))
                        .map(p -> "example of " + p.path("name").asText())))
                .isEmpty();
    }

    @Test
    void every_body_has_an_example() {
        assertThat(lacking(o -> children(o.operation().at("/requestBody/content"))
                        .filter(media -> !media.has("example") && !media.has("examples"))
                        .map(media -> "example of the body")))
                .isEmpty();
    }

    @Test
    void every_success_has_a_schema_and_every_failure_is_a_problem() {
        assertThat(lacking(o -> o.operation().path("responses").properties().stream()
                        .filter(r -> r.getValue().path("description").asText().isBlank()
                                || !isWhole(r.getKey(), r.getValue()))
                        .map(Map.Entry::getKey)))
                .isEmpty();
        assertThat(lacking(o -> Stream.of("500", "503")
                        .filter(status -> !o.operation().path("responses").has(status))))
                .isEmpty();
    }

    @Test
    void every_field_is_described() {
        var bare = new ArrayList<String>();
        api.at("/components/schemas").properties().forEach(schema -> schema.getValue()
                .path("properties")
                .properties()
                .forEach(field -> {
                    if (!field.getValue().has("description")) {
                        bare.add(schema.getKey() + "." + field.getKey());
                    }
                }));
        // Lists and their pages are the same everywhere; the package of each says what they are.
        bare.removeIf(field -> field.matches("(PageOf\\w+|ChangeFeed|Catalogue)\\.(items|links|more)"));
        assertThat(bare).isEmpty();
    }

    @Test
    void changing_a_category_names_its_refusals() {
        var responses = api.at("/paths/~1awards~1v1~1editions~1{edition}~1categories~1{number}/put/responses");
        assertThat(codes(responses, "404")).containsExactlyInAnyOrder("edition-not-found", "not-found");
        assertThat(codes(responses, "412")).containsExactlyInAnyOrder("already-exists", "stale-version");
        assertThat(codes(responses, "422")).containsExactly("validation-failed");
        assertThat(codes(responses, "428")).containsExactly("precondition-required");
        assertThat(responses.has("201")).isTrue();
        assertThat(responses.has("200")).isTrue();
    }

    private static List<String> codes(JsonNode responses, String status) {
        return StreamSupport.stream(
                        ((Iterable<String>) () -> responses
                                        .at("/" + status + "/content/application~1problem+json/examples")
                                        .fieldNames())
                                .spliterator(),
                        false)
                .toList();
    }

    private static boolean isWhole(String status, JsonNode response) {
        if (status.equals("204") || status.equals("304")) {
            return true;
        }
        return status.startsWith("2")
                ? children(response.path("content")).anyMatch(media -> media.has("schema"))
                : response.at("/content/application~1problem+json/examples").size() > 0;
    }

    private List<String> lacking(java.util.function.Function<Described, Stream<String>> what) {
        return operations()
                .flatMap(o -> what.apply(o).map(missing -> o.name() + ": " + missing))
                .toList();
    }

    private Stream<Described> operations() {
        return api.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .map(method -> new Described(
                        method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        path.getValue(),
                        method.getValue())));
    }

    private static Stream<JsonNode> parameters(Described operation) {
        return Stream.concat(
                children(operation.path().path("parameters")),
                children(operation.operation().path("parameters")));
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
