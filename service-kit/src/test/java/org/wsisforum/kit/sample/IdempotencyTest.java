package org.wsisforum.kit.sample;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.RealPostgres;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** A POST that is sent again is not done again. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
class IdempotencyTest {

    @Inject
    AgroalDataSource database;

    private final String edition = Notes.freshEdition();
    private final String key = UUID.randomUUID().toString();

    @Test
    void without_a_key_nothing_is_created() {
        Notes.json()
                .body(Notes.note(1))
                .post(Notes.path(edition))
                .then()
                .statusCode(400)
                .body("code", is("idempotency-key-required"));
        assertThat(notes()).isZero();
    }

    @Test
    void the_same_key_and_body_answer_the_same_again() {
        var first = Notes.create(edition, 1, key).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        Notes.create(edition, 1, key)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.extract().header("Location"))
                .body("id", is(first.extract().<String>path("id")))
                .body("title.en.value", is("Note 1"));
        assertThat(notes()).isOne();
    }

    @Test
    void a_quoted_key_is_the_same_key() {
        Notes.create(edition, 1, key).then().statusCode(201);
        Notes.create(edition, 1, '"' + key + '"').then().header("Idempotency-Replayed", "true");
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        Notes.create(edition, 1, key).then().statusCode(201);
        Notes.create(edition, 2, key).then().statusCode(422).body("code", is("idempotency-key-reused"));
        assertThat(notes()).isOne();
    }

    @Test
    void a_refusal_is_not_kept() {
        Notes.create(edition, 1).then().statusCode(201);
        Notes.create(edition, 1, key).then().statusCode(409).body("code", is("place-taken"));
        Notes.create(edition, 2, key).then().statusCode(201);
    }

    @Test
    void many_at_once_with_one_key_create_once() throws Exception {
        Callable<Integer> post = () -> Notes.create(edition, 1, key).statusCode();
        try (var threads = Executors.newFixedThreadPool(20)) {
            var answers =
                    threads.invokeAll(IntStream.range(0, 40).mapToObj(i -> post).toList());
            for (var answer : answers) {
                assertThat(answer.get()).isIn(List.of(201, 409));
            }
        }
        assertThat(notes()).isOne();
        Notes.create(edition, 1, key).then().statusCode(201).header("Idempotency-Replayed", "true");
    }

    @Test
    void neither_the_key_nor_the_answer_can_be_read_in_the_table() throws Exception {
        Notes.create(edition, 1, key).then().statusCode(201);
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select encode(key_hash, 'escape') || encode(answer, 'escape') from idempotent_answer")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(key).doesNotContain("Note 1");
            }
        }
    }

    private int notes() {
        return when().get(Notes.path(edition) + "?count=exact").jsonPath().getInt("count");
    }
}
