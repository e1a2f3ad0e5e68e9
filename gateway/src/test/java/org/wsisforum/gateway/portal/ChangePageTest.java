package org.wsisforum.gateway.portal;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithTestResource(Services.class)
class ChangePageTest {

    @BeforeEach
    void reset() {
        Services.reset();
        tell(Services.REGISTRATION, "registration", "");
        tell(Services.AGENDA, "agenda", moved());
        tell(Services.AGENDA_2, "agenda", moved());
        tell(Services.AWARDS, "awards", "");
    }

    @Test
    void every_kind_of_change_is_explained_with_an_example() {
        given().get("/changes")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<section id=\"org.wsisforum.agenda.session.moved.v1\">"))
                .body(containsString("<dd><code>sessions/{id}</code></dd>"))
                .body(containsString("<dd>endsAt, startsAt</dd>"))
                .body(containsString("&quot;specversion&quot; : &quot;1.0&quot;"))
                .body(containsString("<h2>Keep a copy in step</h2>"))
                .body(containsString("https://forum.example/agenda/v1/editions/2021/sessions"))
                .body(not(containsString("{public-url}")));
    }

    @Test
    void what_a_service_says_is_text_and_nothing_else() {
        given().get("/changes")
                .then()
                .body(containsString("A session was &lt;b&gt;moved&lt;/b&gt;."))
                .body(not(containsString("<b>")));
    }

    @Test
    void while_a_service_is_away_the_page_says_so() {
        Services.AGENDA.stop();
        Services.AGENDA_2.stop();
        given().get("/changes")
                .then()
                .statusCode(200)
                .body(containsString("Not asked, because they are away: agenda."))
                .body(not(containsString("session.moved")));
    }

    private static String moved() {
        return """
                {"type":"org.wsisforum.agenda.session.moved.v1","meaning":"A session was <b>moved</b>.",
                 "subject":"sessions/{id}","fields":["endsAt","startsAt"],"audiences":["public"],
                 "example":{"specversion":"1.0"}}""";
    }

    private static void tell(StubService service, String name, String items) {
        service.json("/" + name + "/v1/change-types", "{\"items\":[" + items + "]}");
    }
}
