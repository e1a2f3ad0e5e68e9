package org.wsisforum.acceptance.platform;

import org.junit.jupiter.api.Test;

import org.wsisforum.acceptance.Forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

/** What anybody sees of the Forum of 2021, through the one origin. */
class PublicForumTest {

    @Test
    void the_programme_of_2021_is_there() {
        Forum.anybody()
                .get("/agenda/v1/editions/2021/sessions?limit=200&count=exact")
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public, max-age=30"))
                .header("ETag", notNullValue())
                .body("count", is(22))
                .body("items.findAll { it.type == 'high-level-policy-session' }.size()", is(11))
                .body("items.find { it.code == 'session-348' }.startsAt", is("2021-05-18T11:00:00Z"));
    }

    @Test
    void three_sessions_may_bear_one_title() {
        var titles = Forum.anybody()
                .get("/agenda/v1/editions/2021/sessions?limit=200&lang=en")
                .jsonPath()
                .<String>getList("items.title");
        assertThat(titles).filteredOn(t -> t.equals("Bridging Digital Divides")).hasSize(3);
    }

    @Test
    void the_eighteen_categories_are_there_in_six_languages() {
        Forum.anybody()
                .get("/awards/v1/editions/2021/categories?count=exact")
                .then()
                .statusCode(200)
                .body("count", is(18))
                .body(
                        "items.number",
                        is(java.util.stream.IntStream.rangeClosed(1, 18).boxed().toList()))
                .body("items.name", everyItem(hasKey("ar")))
                .body("items.name", everyItem(hasKey("zh")));
        Forum.anybody()
                .get("/awards/v1/editions/2021/categories?lang=ar")
                .then()
                .header("Content-Language", "ar")
                .body("fallbacks", empty())
                .body("items[1].name", containsString("البنية التحتية"));
    }

    @Test
    void a_copy_that_is_up_to_date_is_told_so() {
        var sessions = "/agenda/v1/editions/2021/sessions";
        var tag = Forum.anybody().get(sessions).header("ETag");
        Forum.anybody()
                .header("If-None-Match", tag)
                .get(sessions)
                .then()
                .statusCode(304)
                .header("ETag", tag);
    }

    @Test
    void code_lists_are_there() {
        Forum.anybody()
                .get("/agenda/v1/reference/action-lines")
                .then()
                .statusCode(200)
                .body("items.size()", is(18));
        Forum.anybody()
                .get("/agenda/v1/reference/countries?lang=fr")
                .then()
                .body("items.name", hasItems("Suisse", "Émirats arabes unis"));
    }

    @Test
    void one_document_describes_everything() {
        var document = Forum.anybody()
                .get("/openapi.json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(document.getString("openapi")).startsWith("3.1");
        assertThat(document.getMap("paths"))
                .containsKeys(
                        "/registration/v1/editions/{edition}/invitations",
                        "/agenda/v1/editions/{edition}/sessions",
                        "/awards/v1/editions/{edition}/categories");
        assertThat(document.getMap("webhooks")).containsKeys("session.moved", "category.changed");
    }

    @Test
    void the_portal_opens_and_explains_problems() {
        Forum.anybody().get("/").then().statusCode(200).contentType(containsString("text/html"));
        Forum.anybody()
                .accept("application/json")
                .get("/problems/slot-taken")
                .then()
                .statusCode(200)
                .body(containsString("slot-taken"));
    }

    @Test
    void the_type_of_a_problem_leads_to_its_page() {
        var type = Forum.anybody()
                .get("/agenda/v1/editions/1999/sessions")
                .then()
                .statusCode(404)
                .body("code", is("edition-not-found"))
                .extract()
                .<String>path("type");
        assertThat(type).startsWith(Forum.stack().gateway());
        Forum.anybody()
                .get(type.substring(Forum.stack().gateway().length()))
                .then()
                .statusCode(200)
                .body(containsString("edition-not-found"));
    }

    @Test
    void the_inside_of_the_services_is_not_to_be_reached() {
        for (var path : new String[] {"/q/dev", "/registration/q/health", "/agenda/v2/x", "/nothing"}) {
            Forum.anybody()
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", is("not-found"));
        }
    }

    @Test
    void the_system_says_how_it_is() {
        Forum.anybody()
                .get("/health")
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body("services.keySet()", hasItem("agenda"));
    }
}
