package org.wsisforum.gateway.portal;

import java.util.List;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.wsisforum.gateway.problem.GatewayProblem;
import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithTestResource(Services.class)
class ProblemPagesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @BeforeEach
    void reset() {
        Services.reset();
        var general = "{\"code\":\"not-found\",\"status\":404,\"title\":\"There is nothing at this address.\"}";
        tell(Services.REGISTRATION, "registration", general);
        tell(Services.AGENDA, "agenda", general + slotTaken());
        tell(Services.AGENDA_2, "agenda", general + slotTaken());
        tell(Services.AWARDS, "awards", general);
    }

    @Test
    void programs_get_all_codes_of_all_services_and_the_gateway() {
        var page = given().get("/problems")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Vary", "Accept")
                .body("missing", empty())
                .body(
                        "items.find { it.code == 'not-found' }.services",
                        contains("agenda", "awards", "gateway", "registration"))
                .body("items.find { it.code == 'slot-taken' }.services", contains("agenda"))
                .body("items.find { it.code == 'slot-taken' }.type", is("https://forum.example/problems/slot-taken"))
                .extract()
                .jsonPath();

        List<String> codes = page.getList("items.code");
        assertThat(codes).isSorted().doesNotHaveDuplicates().contains("upstream-timeout", "slot-taken");
    }

    @Test
    void people_get_a_page() {
        given().accept(BROWSER)
                .get("/problems")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<a href=\"/problems/slot-taken\">"));
        given().accept(BROWSER)
                .get("/problems/slot-taken")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<h1><code>slot-taken</code></h1>"));
    }

    @ParameterizedTest
    @EnumSource(GatewayProblem.class)
    void every_refusal_of_the_gateway_has_its_page(GatewayProblem problem) {
        given().get("/problems/" + problem.code())
                .then()
                .statusCode(200)
                .body("code", is(problem.code()))
                .body("status", is(problem.status()))
                .body("title", is(problem.title()))
                .body("advice", is(problem.advice()));
    }

    @Test
    void what_a_service_says_is_text_and_nothing_else() {
        given().accept(BROWSER)
                .get("/problems/slot-taken")
                .then()
                .body(containsString("The slot is &lt;b&gt;taken&lt;/b&gt; &amp; gone."))
                .body(not(containsString("<b>")));
    }

    @Test
    void a_code_that_nobody_has_is_not_found() {
        given().get("/problems/no-such")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", is("not-found"))
                .body("detail", containsString("no-such"));
    }

    @Test
    void while_a_service_is_away_its_codes_are_not_denied() {
        Services.AGENDA.stop();
        Services.AGENDA_2.stop();

        given().get("/problems").then().statusCode(200).body("missing", contains("agenda"));
        given().get("/problems/slot-taken").then().statusCode(503).body("code", is("service-unavailable"));
        given().get("/problems/not-found").then().statusCode(200);
    }

    private static String slotTaken() {
        return ",{\"code\":\"slot-taken\",\"status\":409,\"title\":\"The slot is <b>taken</b> & gone.\"}";
    }

    private static void tell(StubService service, String name, String items) {
        service.json("/" + name + "/v1/problems", "{\"items\":[" + items + "]}");
    }
}
