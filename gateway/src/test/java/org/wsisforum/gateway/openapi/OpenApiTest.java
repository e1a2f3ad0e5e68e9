package org.wsisforum.gateway.openapi;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.gateway.testing.Services;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(Services.class)
class OpenApiTest {

    @BeforeEach
    void reset() {
        Services.reset();
        Services.REGISTRATION.json("/registration/v1/openapi.json", document("registration", "string"));
        Services.AGENDA.json("/agenda/v1/openapi.json", document("agenda", "object"));
        Services.AGENDA_2.json("/agenda/v1/openapi.json", document("agenda", "object"));
        Services.AWARDS.json("/awards/v1/openapi.json", document("awards", "object"));
    }

    @Test
    void one_document_describes_all_services_and_the_gateway() {
        given().get("/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", is("3.1.0"))
                .body("servers.url", contains("https://forum.example"))
                .body("info.x-missing", nullValue())
                .body(
                        "paths.keySet()",
                        hasItems(
                                "/registration/v1/things",
                                "/agenda/v1/things",
                                "/awards/v1/things",
                                "/health",
                                "/me",
                                "/openapi.json",
                                "/problems",
                                "/problems/{code}"))
                .body("tags.name", contains("registration: things", "agenda: things", "awards: things", "gateway"))
                .body("components.schemas.keySet()", hasItems("registration.Thing", "agenda.Thing", "awards.Thing"));
    }

    @Test
    void every_reference_leads_somewhere() {
        var document = given().get("/openapi.json").jsonPath();
        var text = document.prettify();

        var matcher = java.util.regex.Pattern.compile("\"\\$ref\": \"#/components/([A-Za-z]+)/([^\"/]+)")
                .matcher(text);
        assertThat(matcher.results().toList()).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.<java.util.Map<String, Object>>get("components." + reference.group(1)))
                .containsKey(reference.group(2)));
    }

    @Test
    void what_the_services_send_is_described() {
        given().get("/openapi.json")
                .then()
                .body(
                        "webhooks.keySet()",
                        contains("agenda-thing.moved", "awards-thing.moved", "registration-thing.moved"))
                .body(
                        "webhooks.'agenda-thing.moved'.post.requestBody.content.'application/cloudevents+json'.schema.'$ref'",
                        is("#/components/schemas/agenda.Thing"));
    }

    @Test
    void what_the_gateway_does_not_let_through_is_not_described() {
        given().get("/openapi.json").then().body("paths", not(hasKey("/q/metrics")));
    }

    @Test
    void a_service_that_is_away_is_left_out_and_named() {
        Services.AWARDS.stop();

        given().get("/openapi.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .body("info.x-missing", contains("awards"))
                .body("paths", hasKey("/agenda/v1/things"))
                .body("paths", not(hasKey("/awards/v1/things")));
    }

    @Test
    void a_service_that_answers_rubbish_is_left_out_and_named() {
        Services.AWARDS.json("/awards/v1/openapi.json", "<html>");
        Services.REGISTRATION.json("/registration/v1/openapi.json", "[]");

        given().get("/openapi.json").then().statusCode(200).body("info.x-missing", contains("registration", "awards"));
    }

    @Test
    void when_all_are_away_there_is_no_document() {
        Services.REGISTRATION.stop();
        Services.AGENDA.stop();
        Services.AGENDA_2.stop();
        Services.AWARDS.stop();

        given().get("/openapi.json")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", is("service-unavailable"));
    }

    @Test
    void who_has_it_already_does_not_get_it_again() {
        var tag = given().get("/openapi.json").header("ETag");

        given().header("If-None-Match", "\"other\", W/" + tag)
                .get("/openapi.json")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(is(""));

        Services.AWARDS.json("/awards/v1/openapi.json", document("awards", "integer"));

        given().header("If-None-Match", tag).get("/openapi.json").then().statusCode(200);
    }

    private static String document(String service, String type) {
        return """
                {
                  "openapi": "3.1.0",
                  "info": {"title": "%1$s"},
                  "tags": [{"name": "things"}],
                  "paths": {
                    "/%1$s/v1/things": {
                      "get": {
                        "operationId": "list-%1$s",
                        "tags": ["things"],
                        "responses": {"200": {"content": {"application/json": {
                          "schema": {"$ref": "#/components/schemas/Thing"}}}}}
                      }
                    },
                    "/q/metrics": {"get": {}}
                  },
                  "webhooks": {
                    "%1$s-thing.moved": {
                      "post": {
                        "tags": ["things"],
                        "requestBody": {"content": {"application/cloudevents+json": {
                          "schema": {"$ref": "#/components/schemas/Thing"}}}}
                      }
                    }
                  },
                  "components": {"schemas": {"Thing": {"type": "%2$s", "title": "%1$s"}}}
                }
                """.formatted(service, type);
    }
}
