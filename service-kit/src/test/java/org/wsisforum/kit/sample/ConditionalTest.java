package org.wsisforum.kit.sample;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.RealPostgres;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Reads are tagged, writes name the version they change. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
class ConditionalTest {

    @Inject
    EntityManager database;

    private String edition;
    private String note;

    @BeforeEach
    void a_note() {
        edition = Notes.freshEdition();
        note = Notes.create(edition, 1).then().statusCode(201).extract().header("Location");
    }

    private String tag(String address) {
        return when().get(address).then().statusCode(200).extract().header("ETag");
    }

    @Test
    void a_tag_that_is_echoed_answers_304_and_keeps_its_headers() {
        var tag = tag(note);
        assertThat(tag).startsWith("\"v0-").endsWith("\"");
        given().header("If-None-Match", tag)
                .get(note)
                .then()
                .statusCode(304)
                .header("ETag", is(tag))
                .header("Vary", containsString("Accept-Language"))
                .header("Cache-Control", is("private, no-store"))
                .body(is(""));
    }

    @Test
    void lists_weak_tags_and_stars_are_understood() {
        var tag = tag(note);
        for (var sent : new String[] {"\"other\", " + tag, "W/" + tag, "*", tag.replace("\"", "")}) {
            given().header("If-None-Match", sent).get(note).then().statusCode(304);
        }
        given().header("If-None-Match", "\"other\"").get(note).then().statusCode(200);
    }

    @Test
    void a_deletion_changes_the_tag_of_the_list() {
        var before = tag(Notes.path(edition));
        given().header("If-Match", tag(note)).delete(note).then().statusCode(204);
        given().header("If-None-Match", before).get(Notes.path(edition)).then().statusCode(200);
    }

    @Test
    void another_language_has_another_tag() {
        assertThat(tag(note + "?lang=en")).isNotEqualTo(tag(note + "?lang=ar"));
    }

    @Test
    void a_change_without_if_match_is_refused() {
        Notes.json().body(Notes.note(2)).put(note).then().statusCode(428).body("code", is("precondition-required"));
        given().delete(note).then().statusCode(428);
    }

    @Test
    void of_two_changes_of_a_version_at_once_the_second_is_refused_as_stale() throws Exception {
        var tag = tag(note);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = new AtomicReference<Future<Response>>();
            // The version is compared while the first change is not committed yet, and is another when it is written.
            QuarkusTransaction.requiringNew().run(() -> {
                change(note);
                second.set(clients.submit(() ->
                        Notes.json().header("If-Match", tag).body(Notes.note(2)).put(note)));
                await().pollInSameThread().until(this::somebodyWaitsForALock);
            });
            second.get().get().then().statusCode(412).body("code", is("stale-version"));
        }
        given().get(note).then().body("place", is(1));
    }

    private void change(String address) {
        database.createNativeQuery("update note set version = version + 1 where id = ?1")
                .setParameter(1, UUID.fromString(address.substring(address.lastIndexOf('/') + 1)))
                .executeUpdate();
    }

    private boolean somebodyWaitsForALock() {
        return (boolean) database.createNativeQuery("""
                        select exists (select from pg_stat_activity
                                       where pg_backend_pid() = any (pg_blocking_pids(pid)))""").getSingleResult();
    }

    @Test
    void a_change_of_a_stale_version_is_refused_and_nothing_is_lost() {
        var seen = tag(note);
        Notes.json()
                .header("If-Match", seen)
                .body(Notes.note(2))
                .put(note)
                .then()
                .statusCode(200);
        Notes.json()
                .header("If-Match", seen)
                .body(Notes.note(3))
                .put(note)
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
        when().get(note).then().body("place", is(2)).header("ETag", startsWith("\"v1-"));
    }

    @Test
    void a_weak_tag_does_not_match_a_write() {
        Notes.json()
                .header("If-Match", "W/" + tag(note))
                .body(Notes.note(2))
                .put(note)
                .then()
                .statusCode(412);
    }

    @Test
    void what_was_read_in_one_language_may_be_edited() {
        Notes.json()
                .header("If-Match", tag(note + "?lang=ar"))
                .body(Notes.note(2))
                .put(note)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"v1-"));
    }

    @Test
    void a_merge_patch_replaces_what_it_names_and_keeps_the_rest() {
        given().contentType("application/merge-patch+json")
                .header("If-Match", tag(note))
                .body("{\"title\":{\"ar\":null,\"fr\":{\"value\":\"Une note\"}}}")
                .patch(note)
                .then()
                .statusCode(200)
                .body("place", is(1))
                .body("title.en.value", is("Note 1"))
                .body("title.fr.value", is("Une note"))
                .body("title", not(containsString("ar")));
    }

    @Test
    void a_patch_must_say_that_it_is_one() {
        Notes.json()
                .header("If-Match", tag(note))
                .body("{\"place\":2}")
                .patch(note)
                .then()
                .statusCode(415);
    }

    @Test
    void a_patch_that_is_no_object_or_leaves_no_note_is_refused() {
        given().contentType("application/merge-patch+json")
                .header("If-Match", tag(note))
                .body("[1]")
                .patch(note)
                .then()
                .statusCode(400)
                .body("code", is("invalid-patch"));
        given().contentType("application/merge-patch+json")
                .header("If-Match", tag(note))
                .body("{\"place\":\"first\"}")
                .patch(note)
                .then()
                .statusCode(400)
                .body("code", is("malformed-request"));
        given().contentType("application/merge-patch+json")
                .header("If-Match", tag(note))
                .body("{\"title\":null}")
                .patch(note)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/title"));
    }

    @Test
    void a_file_that_the_reader_has_is_not_written_whatever_its_form() {
        var file = Notes.path(edition) + "/file";
        var answer = when().get(file);
        answer.then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/plain"))
                .body(is("The notes of " + edition));
        var tag = answer.getHeader("ETag");
        var written = NoteResource.WRITTEN.get();
        given().header("If-None-Match", "\"other\", W/" + tag)
                .get(file)
                .then()
                .statusCode(304)
                .header("ETag", is(tag))
                .body(is(""));
        assertThat(NoteResource.WRITTEN).hasValue(written);
        when().get(Notes.path(Notes.freshEdition()) + "/file").then().header("ETag", not(tag));
    }
}
