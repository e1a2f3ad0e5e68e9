package org.wsisforum.gateway.openapi;

import java.util.LinkedHashMap;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MergeTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.ALLOW_SINGLE_QUOTES)
            .enable(JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private final LinkedHashMap<String, ObjectNode> parts = new LinkedHashMap<>();

    @Test
    void paths_are_united_and_sorted() {
        part("b", "{paths: {'/b/v1/y': {get: {}}, '/b/v1/x': {get: {}}}}");
        part("a", "{paths: {'/a/v1/z': {get: {}}}}");

        assertThat(merged().path("paths").properties().stream().map(entry -> entry.getKey()))
                .containsExactly("/a/v1/z", "/b/v1/x", "/b/v1/y");
    }

    @Test
    void what_is_said_about_the_whole_is_kept_and_what_is_said_about_a_part_is_not() {
        part("a", "{openapi: '3.1.0', info: {title: 'A'}, servers: [{url: 'http://inside:8081'}], paths: {}}");

        var merged =
                Merge.of(json("{openapi: '3.1.0', info: {title: 'Whole'}, servers: [{url: 'https://out'}]}"), parts);

        assertThat(merged.path("info")).isEqualTo(json("{title: 'Whole'}"));
        assertThat(merged.path("servers").toString()).isEqualTo("[{\"url\":\"https://out\"}]");
    }

    @Test
    void equal_components_are_shared_whatever_the_order_of_their_fields() {
        part(
                "a",
                "{paths: {'/a/v1/x': {get: {r: {$ref: '#/components/schemas/P'}}}},"
                        + " components: {schemas: {P: {type: 'object', title: 'p'}}}}");
        part(
                "b",
                "{paths: {'/b/v1/x': {get: {r: {$ref: '#/components/schemas/P'}}}},"
                        + " components: {schemas: {P: {title: 'p', type: 'object'}}}}");

        assertThat(schemaNames()).containsExactly("P");
        assertThat(merged().at("/paths/~1b~1v1~1x/get/r/$ref").asText()).isEqualTo("#/components/schemas/P");
    }

    @Test
    void components_that_differ_get_the_name_of_their_part_and_references_follow() {
        part(
                "a",
                "{paths: {'/a/v1/x': {get: {r: {$ref: '#/components/schemas/P'}}}},"
                        + " components: {schemas: {P: {type: 'string'}, Only: {items: {$ref: '#/components/schemas/P'}}}}}");
        part(
                "b",
                "{paths: {'/b/v1/x': {get: {r: {$ref: '#/components/schemas/P/properties/q'}}}},"
                        + " components: {schemas: {P: {type: 'object', properties: {q: {}}}}}}");

        assertThat(schemaNames()).containsExactly("Only", "a.P", "b.P");
        assertThat(merged().at("/paths/~1a~1v1~1x/get/r/$ref").asText()).isEqualTo("#/components/schemas/a.P");
        assertThat(merged().at("/paths/~1b~1v1~1x/get/r/$ref").asText())
                .isEqualTo("#/components/schemas/b.P/properties/q");
        assertThat(merged().at("/components/schemas/Only/items/$ref").asText()).isEqualTo("#/components/schemas/a.P");
        assertThat(merged().at("/components/schemas/b.P/type").asText()).isEqualTo("object");
    }

    @Test
    void equal_text_that_refers_to_what_differs_is_not_shared() {
        var list =
                "List: {items: {$ref: '#/components/schemas/Item'}}, Deep: {$ref: '#/components/schemas/List'}, Same: {}";
        part("a", "{paths: {}, components: {schemas: {" + list + ", Item: {type: 'string'}}}}");
        part("b", "{paths: {}, components: {schemas: {" + list + ", Item: {type: 'object'}}}}");

        assertThat(schemaNames()).containsExactly("Same", "a.Deep", "a.Item", "a.List", "b.Deep", "b.Item", "b.List");
        assertThat(merged().at("/components/schemas/b.Deep/$ref").asText()).isEqualTo("#/components/schemas/b.List");
    }

    @Test
    void components_of_all_kinds_are_united() {
        part(
                "a",
                "{paths: {}, components: {parameters: {Limit: {name: 'limit', in: 'query'}},"
                        + " responses: {Bad: {description: 'bad', content: {j: {schema: {$ref: '#/components/schemas/P'}}}}},"
                        + " schemas: {P: {type: 'string'}}}}");
        part(
                "b",
                "{paths: {'/b/v1/x': {parameters: [{$ref: '#/components/parameters/Limit'}], get: {responses: {"
                        + "default: {$ref: '#/components/responses/Bad'}}}}},"
                        + " components: {parameters: {Limit: {name: 'limit', in: 'header'}},"
                        + " responses: {Bad: {description: 'bad', content: {j: {schema: {$ref: '#/components/schemas/P'}}}}},"
                        + " schemas: {P: {type: 'object'}}}}");

        assertThat(merged().at("/paths/~1b~1v1~1x/parameters/0/$ref").asText())
                .isEqualTo("#/components/parameters/b.Limit");
        assertThat(merged().at("/paths/~1b~1v1~1x/get/responses/default/$ref").asText())
                .isEqualTo("#/components/responses/b.Bad");
        assertThat(merged().at("/components/responses/b.Bad/content/j/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/b.P");
    }

    @Test
    void mappings_of_discriminators_follow_as_references_and_as_names() {
        part(
                "a",
                "{paths: {}, components: {schemas: {Cat: {title: 'a'}, Dog: {title: 'same'}, Pet: {oneOf: [],"
                        + " discriminator: {propertyName: 'kind', mapping: {"
                        + "cat: '#/components/schemas/Cat', tom: 'Cat', dog: 'Dog', far: 'https://example.org/bird.json'}}}}}}");
        part("b", "{paths: {}, components: {schemas: {Cat: {title: 'b'}, Dog: {title: 'same'}}}}");

        assertThat(merged().at("/components/schemas/Pet/discriminator/mapping"))
                .isEqualTo(json("{cat: '#/components/schemas/a.Cat', tom: 'a.Cat', dog: 'Dog',"
                        + " far: 'https://example.org/bird.json'}"));
    }

    @Test
    void data_is_left_alone() {
        var reference = "{$ref: '#/components/schemas/P', operationId: 'list'}";
        var data = "{schema: {default: " + reference + ", const: " + reference + ", enum: [" + reference + "],"
                + " examples: [" + reference + "]}, example: " + reference + ","
                + " examples: {one: {value: " + reference + "}}, 'x-note': " + reference + "}";
        part(
                "a",
                "{paths: {'/a/v1/x': {get: {operationId: 'list', responses: {'200': {content: {j: " + data
                        + "}}}}}}, components: {schemas: {P: {title: 'a'}}}}");
        part("b", "{paths: {'/b/v1/x': {get: {operationId: 'list'}}}, components: {schemas: {P: {title: 'b'}}}}");

        assertThat(merged().at("/paths/~1a~1v1~1x/get/responses/200/content/j")).isEqualTo(json(data));
    }

    @Test
    void a_named_example_that_is_a_reference_follows() {
        part(
                "a",
                "{paths: {'/a/v1/x': {get: {responses: {'200': {content: {j: {examples: {"
                        + "one: {$ref: '#/components/examples/One'}}}}}}}}}, components: {examples: {One: {value: 1}}}}");
        part("b", "{paths: {}, components: {examples: {One: {value: 2}}}}");

        assertThat(merged().at("/paths/~1a~1v1~1x/get/responses/200/content/j/examples/one/$ref")
                        .asText())
                .isEqualTo("#/components/examples/a.One");
    }

    @Test
    void names_that_look_like_keywords_are_names() {
        part(
                "a",
                "{paths: {}, components: {schemas: {P: {title: 'a'}, Q: {properties: {"
                        + "example: {$ref: '#/components/schemas/P'}, default: {$ref: '#/components/schemas/P'},"
                        + " mapping: {$ref: '#/components/schemas/P'}, security: {$ref: '#/components/schemas/P'},"
                        + " properties: {properties: {value: {$ref: '#/components/schemas/P'}}}}}}}}");
        part("b", "{paths: {}, components: {schemas: {P: {title: 'b'}}}}");

        assertThat(merged().at("/components/schemas/Q/properties"))
                .isEqualTo(json(
                        "{example: {$ref: '#/components/schemas/a.P'}, default: {$ref: '#/components/schemas/a.P'},"
                                + " mapping: {$ref: '#/components/schemas/a.P'}, security: {$ref: '#/components/schemas/a.P'},"
                                + " properties: {properties: {value: {$ref: '#/components/schemas/a.P'}}}}"));
    }

    @Test
    void operation_ids_stay_unique() {
        part(
                "a",
                "{paths: {'/a/v1/x': {get: {operationId: 'list', responses: {'200': {links: {next: {operationId: 'list'}}}}},"
                        + " post: {operationId: 'create'}}}}");
        part("b", "{paths: {'/b/v1/x': {get: {operationId: 'list'}}}}");

        assertThat(merged().at("/paths/~1a~1v1~1x/get/operationId").asText()).isEqualTo("a.list");
        assertThat(merged().at("/paths/~1a~1v1~1x/get/responses/200/links/next/operationId")
                        .asText())
                .isEqualTo("a.list");
        assertThat(merged().at("/paths/~1a~1v1~1x/post/operationId").asText()).isEqualTo("create");
        assertThat(merged().at("/paths/~1b~1v1~1x/get/operationId").asText()).isEqualTo("b.list");
    }

    @Test
    void webhooks_are_united_and_their_references_tags_and_operation_ids_follow() {
        var change = "{content: {j: {schema: {$ref: '#/components/schemas/Change'}, example: {type: 'T'}}}}";
        part(
                "a",
                "{security: [{key: []}], tags: [{name: 'Webhooks', description: 'd'}], paths: {}, webhooks: {"
                        + "'thing.moved': {post: {operationId: 'onThingMoved', tags: ['Webhooks'], requestBody: "
                        + change
                        + ", responses: {'2XX': {description: 'Taken'}}}},"
                        + " 'only.here': {post: {operationId: 'onOnlyHere', tags: ['Webhooks'], security: [],"
                        + " responses: {'410': {$ref: '#/components/responses/Gone'}}}}},"
                        + " components: {schemas: {Change: {title: 'a'}}, responses: {Gone: {description: 'gone'}}}}");
        part(
                "b",
                "{paths: {'/b/v1/x': {get: {operationId: 'onOnlyHere'}}}, webhooks: {"
                        + "'thing.moved': {post: {operationId: 'onThingMoved', tags: ['Webhooks'], requestBody: "
                        + change
                        + "}}}, components: {schemas: {Change: {title: 'b'}}}}");
        part("c", "{paths: {}}");

        var webhooks = merged().path("webhooks");

        assertThat(webhooks.properties().stream().map(entry -> entry.getKey()))
                .containsExactly("a.thing.moved", "b.thing.moved", "only.here");
        assertThat(webhooks.at("/a.thing.moved/post/requestBody"))
                .isEqualTo(json(
                        "{content: {j: {schema: {$ref: '#/components/schemas/a.Change'}, example: {type: 'T'}}}}"));
        assertThat(webhooks.at("/b.thing.moved/post/requestBody/content/j/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/b.Change");
        assertThat(webhooks.at("/only.here/post/responses/410/$ref").asText()).isEqualTo("#/components/responses/Gone");
        assertThat(webhooks.at("/a.thing.moved/post/responses/2XX/description").asText())
                .isEqualTo("Taken");
        assertThat(webhooks.findValuesAsText("operationId"))
                .containsExactly("a.onThingMoved", "b.onThingMoved", "a.onOnlyHere");
        assertThat(webhooks.at("/a.thing.moved/post/tags").toString()).isEqualTo("[\"a: Webhooks\"]");
        assertThat(webhooks.at("/a.thing.moved/post/security").toString()).isEqualTo("[{\"key\":[]}]");
        assertThat(webhooks.at("/only.here/post/security").toString()).isEqualTo("[]");
        assertThat(merged().path("tags").toString())
                .isEqualTo(
                        "[{\"name\":\"a: Webhooks\",\"description\":\"d\"},{\"name\":\"b\"},{\"name\":\"b: Webhooks\"}]");
    }

    @Test
    void a_webhook_of_an_equal_schema_shares_it() {
        var hook =
                "post: {tags: ['Webhooks'], requestBody: {content: {j: {schema: {$ref: '#/components/schemas/Change'}}}}}";
        part("a", "{paths: {}, webhooks: {'one.made': {" + hook + "}}, components: {schemas: {Change: {title: 'c'}}}}");
        part("b", "{paths: {}, webhooks: {'two.made': {" + hook + "}}, components: {schemas: {Change: {title: 'c'}}}}");

        assertThat(schemaNames()).containsExactly("Change");
        assertThat(merged().at("/webhooks/one.made/post/requestBody/content/j/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Change");
        assertThat(merged().path("webhooks").properties().stream().map(entry -> entry.getKey()))
                .containsExactly("one.made", "two.made");
    }

    @Test
    void tags_carry_the_name_of_their_part() {
        part(
                "a",
                "{tags: [{name: 'changes', description: 'd'}, {name: 'a'}], paths: {'/a/v1/x': {"
                        + "get: {tags: ['changes']}, put: {tags: ['new']}, post: {}}}}");
        part("b", "{tags: [{name: 'changes'}], paths: {'/b/v1/x': {get: {tags: ['changes']}}}}");

        assertThat(merged().path("tags").toString())
                .isEqualTo("[{\"name\":\"a: changes\",\"description\":\"d\"},{\"name\":\"a\"},{\"name\":\"a: new\"},"
                        + "{\"name\":\"b: changes\"}]");
        assertThat(merged().at("/paths/~1a~1v1~1x/get/tags").toString()).isEqualTo("[\"a: changes\"]");
        assertThat(merged().at("/paths/~1a~1v1~1x/post/tags").toString()).isEqualTo("[\"a\"]");
    }

    @Test
    void security_schemes_are_united_and_the_security_of_a_part_is_written_to_its_operations() {
        part(
                "a",
                "{security: [{oidc: ['r']}], paths: {'/a/v1/x': {get: {}, put: {security: []}}},"
                        + " components: {securitySchemes: {oidc: {type: 'openIdConnect', openIdConnectUrl: 'a'}, key: {type: 'apiKey'}}}}");
        part(
                "b",
                "{paths: {'/b/v1/x': {get: {security: [{oidc: ['w']}, {key: []}]}}},"
                        + " components: {securitySchemes: {oidc: {type: 'openIdConnect', openIdConnectUrl: 'b'}, key: {type: 'apiKey'}}}}");

        assertThat(merged().at("/components/securitySchemes").properties().stream()
                        .map(entry -> entry.getKey()))
                .containsExactly("a.oidc", "b.oidc", "key");
        assertThat(merged().at("/paths/~1a~1v1~1x/get/security").toString()).isEqualTo("[{\"a.oidc\":[\"r\"]}]");
        assertThat(merged().at("/paths/~1a~1v1~1x/put/security").toString()).isEqualTo("[]");
        assertThat(merged().at("/paths/~1b~1v1~1x/get/security").toString())
                .isEqualTo("[{\"b.oidc\":[\"w\"]},{\"key\":[]}]");
        assertThat(merged().has("security")).isFalse();
    }

    @Test
    void the_same_parts_give_the_same_bytes_and_stay_as_they_were() {
        var a = "{paths: {'/a/v1/x': {get: {tags: ['t'], r: {$ref: '#/components/schemas/P'}}}},"
                + " components: {schemas: {Z: {}, P: {title: 'a'}}}}";
        part("a", a);
        part("b", "{paths: {}, components: {schemas: {P: {title: 'b'}}}}");

        assertThat(merged().toString()).isEqualTo(merged().toString());
        assertThat(parts.get("a")).isEqualTo(json(a));
    }

    private void part(String name, String document) {
        parts.put(name, json(document));
    }

    private ObjectNode merged() {
        return Merge.of(json("{openapi: '3.1.0'}"), parts);
    }

    private java.util.List<String> schemaNames() {
        return merged().at("/components/schemas").properties().stream()
                .map(entry -> entry.getKey())
                .toList();
    }

    private static ObjectNode json(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return (ObjectNode) node;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
