package org.wsisforum.kit.sample;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.testing.RealPostgres;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

/** What callers without an account are told: everybody's things, or what their link opens. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PublicReadTest {

    @Test
    void what_everybody_may_read_everybody_may_cache() {
        when().get(Notes.path("x"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=30, stale-while-revalidate=120, stale-if-error=86400")
                .header("Vary", containsString("Authorization"));
    }

    @Test
    void the_holder_of_a_link_is_known_by_its_hash() {
        var key = LinkKey.random();
        given().header("Authorization", "Link " + key.secret())
                .get(Notes.path("x") + "/whoami")
                .then()
                .statusCode(200)
                .body("link", is(key.hash()))
                .body("subject", is("link:" + key.hash().substring(0, 16)))
                .header("Cache-Control", "private, no-store");
    }

    @Test
    void a_link_may_carry_its_key_in_the_address() {
        var key = LinkKey.random();
        given().queryParam("key", key.secret())
                .get(Notes.path("x") + "/whoami")
                .then()
                .statusCode(200)
                .body("link", is(key.hash()));
    }

    @Test
    void a_damaged_key_in_the_address_is_a_key_that_opens_nothing() {
        given().queryParam("key", LinkKey.random().secret().substring(0, 20))
                .get(Notes.path("x") + "/whoami")
                .then()
                .statusCode(200)
                .body("link", matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void what_is_no_key_is_no_credential() {
        given().header("Authorization", "Link guess")
                .get(Notes.path("x") + "/whoami")
                .then()
                .statusCode(401)
                .body("code", is("unauthenticated"));
    }

    @Test
    void a_link_does_not_open_what_is_for_roles() {
        Notes.json()
                .header("Authorization", "Link " + LinkKey.random().secret())
                .header("Idempotency-Key", "k")
                .body(Notes.note(1))
                .post(Notes.path("x"))
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
    }
}
