package org.wsisforum.kit.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.RealPostgres;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Lists are read in pages by keyset. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
class PagingTest {

    private String edition;

    @BeforeEach
    void seven_notes() {
        edition = Notes.freshEdition();
        IntStream.rangeClosed(1, 7)
                .forEach(place -> Notes.create(edition, place).then().statusCode(201));
    }

    @Test
    void next_leads_through_the_whole_list_without_gap_or_repetition() {
        var places = new ArrayList<Integer>();
        var address = Notes.path(edition) + "?limit=3";
        while (address != null) {
            var page = when().get(address).then().statusCode(200).extract().jsonPath();
            places.addAll(page.getList("items.place", Integer.class));
            address = page.getString("links.next");
        }
        assertThat(places).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void prev_leads_back_in_the_same_order() {
        var second = next(Notes.path(edition) + "?limit=3");
        var third = next(second);
        when().get(third).then().body("items.place", contains(7)).body("links.next", nullValue());
        var back = when().get(third).jsonPath().getString("links.prev");
        when().get(back).then().body("items.place", contains(4, 5, 6));
        var first = when().get(back).jsonPath().getString("links.prev");
        when().get(first).then().body("items.place", contains(1, 2, 3)).body("links.prev", nullValue());
    }

    @Test
    void a_row_added_before_the_cursor_does_not_shift_the_next_page() {
        var second = next(Notes.path(edition) + "?limit=3");
        Notes.create(edition, 0).then().statusCode(201);
        when().get(second).then().body("items.place", contains(4, 5, 6));
    }

    @Test
    void the_link_to_the_first_page_is_the_address_of_the_list() {
        when().get(Notes.path(edition)).then().body("links.first", is(Notes.path(edition)));
        when().get(next(Notes.path(edition) + "?limit=3"))
                .then()
                .body("links.first", is(Notes.path(edition) + "?limit=3"));
    }

    @Test
    void links_keep_the_filter_and_stand_in_the_header_too() {
        when().get(Notes.path(edition) + "?limit=2&atLeast=5")
                .then()
                .body("items.place", contains(5, 6))
                .body("links.next", containsString("atLeast=5"))
                .header("Link", containsString("rel=\"next\""))
                .header("Link", containsString("rel=\"first\""));
    }

    @Test
    void links_never_repeat_the_key_of_a_link() {
        when().get(Notes.path(edition) + "?limit=2&key=" + "k".repeat(43))
                .then()
                .body("links.next", not(containsString("kkkk")));
    }

    @Test
    void a_cursor_of_another_filter_is_refused() {
        var cursor = next(Notes.path(edition) + "?limit=2").replaceAll(".*cursor=([^&]+).*", "$1");
        when().get(Notes.path(edition) + "?limit=2&atLeast=3&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("code", is("cursor-not-valid"));
    }

    @Test
    void a_made_up_cursor_is_refused() {
        for (var cursor : List.of("abc", "%21%21", "PkFBQUFBQUFB")) {
            when().get(Notes.path(edition) + "?cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("code", is("cursor-not-valid"));
        }
    }

    @Test
    void the_total_is_counted_only_when_asked_for() {
        when().get(Notes.path(edition) + "?limit=2").then().body("count", nullValue());
        when().get(Notes.path(edition) + "?limit=2&count=exact").then().body("count", is(7));
        when().get(Notes.path(edition) + "?count=roughly").then().statusCode(422);
    }

    @Test
    void an_empty_list_is_a_page_without_items() {
        when().get(Notes.path(Notes.freshEdition()))
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("links.next", nullValue());
    }

    private static String next(String address) {
        return when().get(address).then().statusCode(200).extract().jsonPath().getString("links.next");
    }
}
