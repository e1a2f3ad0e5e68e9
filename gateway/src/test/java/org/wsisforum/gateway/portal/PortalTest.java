package org.wsisforum.gateway.portal;

import java.util.List;
import java.util.regex.Pattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.gateway.testing.Services;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(Services.class)
class PortalTest {

    @BeforeEach
    void reset() {
        Services.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html;charset=utf-8",
        "/portal.css, text/css;charset=utf-8",
        "/portal.js, text/javascript;charset=utf-8",
        "/favicon.svg, image/svg+xml",
        "/guides, text/html;charset=utf-8",
        "/changelog, text/html;charset=utf-8",
        "/examples/website.mjs, text/plain;charset=utf-8",
        "/examples/Programme.kt, text/plain;charset=utf-8",
        "/examples/Programme.swift, text/plain;charset=utf-8",
        "/examples/dashboard.sh, text/plain;charset=utf-8"
    })
    void the_page_and_its_files_are_served(String path, String type) {
        var tag = given().get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", type)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag).get(path).then().statusCode(304);
        given().head(path).then().statusCode(200).header("ETag", tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/guides", "/changelog", "/problems/not-found"})
    void pages_run_only_the_gateway_s_own_script_and_style_and_cannot_be_framed(String page) {
        given().accept("text/html")
                .get(page)
                .then()
                .header(
                        "Content-Security-Policy",
                        is(
                                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                                        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"))
                .header("X-Frame-Options", "DENY")
                .body(not(containsString("style=")))
                .body(not(containsString("onclick=")));
    }

    @Test
    void it_asks_no_third_party() {
        var loaded = Pattern.compile("<(?:script|link|img)[^>]*(?:src|href)=\"([^\"]*)\"")
                .matcher(given().get("/").asString())
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(loaded).isNotEmpty().allMatch(address -> address.startsWith("/") && !address.startsWith("//"));
    }

    @Test
    void on_a_local_system_it_shows_how_to_get_a_token_with_a_sample_account() {
        given().get("/")
                .then()
                .body(containsString("http://localhost:8180/realms/wsis/protocol/openid-connect/token"))
                .body(containsString("client_id=local-cli"))
                .body(containsString("curl https://forum.example/agenda/v1/editions/2021/sessions"))
                .body(not(containsString("{public-url}")))
                .body(not(containsString("{issuer}")))
                .body(not(containsString("{token}")));
    }

    @Test
    void guides_show_the_programs_that_can_be_fetched_with_the_addresses_of_this_system() {
        var guides = given().get("/guides").asString();
        for (var example : List.of("website.mjs", "Programme.kt", "Programme.swift", "dashboard.sh")) {
            var program = given().get("/examples/" + example).asString();
            assertThat(program).contains("https://forum.example").doesNotContain("{public-url}", "{issuer}");
            assertThat(guides)
                    .contains(Html.escape(program))
                    .contains("<a href=\"/examples/" + example + "\">")
                    .doesNotContain("{" + example + "}");
        }
    }

    @Test
    void no_address_is_deprecated_without_a_word() {
        given().get("/changelog").then().body(containsString("<p>Nothing.</p>"));
        given().get("/agenda/v1/editions").then().header("Deprecation", is(nullValue()));
    }
}
