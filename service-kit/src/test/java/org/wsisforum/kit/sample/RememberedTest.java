package org.wsisforum.kit.sample;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.Remembered;
import org.wsisforum.kit.testing.RealPostgres;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

/** What is kept in memory is true, whichever copy of the service changes it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
class RememberedTest {

    private static final String CREATED = "org.wsisforum.sample.note.created.v1";

    @Inject
    Changes changes;

    @Inject
    AgroalDataSource database;

    private final AtomicInteger reads = new AtomicInteger();
    private String edition;
    private Remembered<Integer> remembered;

    @BeforeEach
    void something_is_remembered() {
        edition = Notes.freshEdition();
        remembered = changes.remembered(edition, reads::incrementAndGet);
    }

    private int value() {
        return remembered.get().value();
    }

    @Test
    void it_is_read_once_while_nothing_happens() {
        assertThat(value()).isEqualTo(1);
        assertThat(value()).isEqualTo(1);
    }

    @Test
    void what_this_copy_has_committed_is_seen_at_once() {
        assertThat(value()).isEqualTo(1);
        Notes.create(edition, 1).then().statusCode(201);
        assertThat(value()).isEqualTo(2);
    }

    @Test
    void what_is_not_for_everybody_does_not_count_here_either() {
        var note = Notes.create(edition, 1).then().statusCode(201).extract().<String>path("id");
        theStreamHasToldAll();
        assertThat(value()).isEqualTo(1);
        Notes.json()
                .header("If-Match", "*")
                .body(Notes.note(2))
                .put(Notes.path(edition) + "/" + note)
                .then()
                .statusCode(200);
        assertThat(value()).isEqualTo(1);
        assertThat(reads).hasValue(1);
    }

    @Test
    void what_another_copy_records_is_seen_when_the_feed_tells_of_it() {
        assertThat(value()).isEqualTo(1);
        RawChanges.record(database, edition, CREATED, "notes/0190b0a2-5c7a-7000-8000-000000000001", "public");
        await().until(() -> value() == 2);
    }

    @Test
    void what_happens_elsewhere_or_is_not_for_everybody_changes_nothing() {
        assertThat(value()).isEqualTo(1);
        var note = "notes/0190b0a2-5c7a-7000-8000-000000000001";
        RawChanges.record(database, Notes.freshEdition(), CREATED, note, "public");
        RawChanges.record(database, edition, CREATED, note, "role:secretariat");
        theStreamHasToldAll();
        assertThat(value()).isEqualTo(1);
    }

    /** The stream is in order: what was recorded before has been seen when something of another edition is. */
    private void theStreamHasToldAll() {
        var later = Notes.freshEdition();
        var other = changes.remembered(later, new AtomicInteger()::incrementAndGet);
        assertThat(other.get().value()).isEqualTo(1);
        RawChanges.record(database, later, CREATED, "notes/0190b0a2-5c7a-7000-8000-000000000002", "public");
        await().until(() -> other.get().value() == 2);
    }

    @Test
    void whoever_follows_from_it_misses_nothing() {
        Notes.create(edition, 1).then().statusCode(201);
        var moment = remembered.get();
        var note = Notes.create(edition, 2).then().statusCode(201).extract().<String>path("id");
        await().untilAsserted(() -> given().queryParam("since", moment.at().write())
                .get("/sample/v1/editions/" + edition + "/changes")
                .then()
                .statusCode(200)
                .body("items.subject", contains("notes/" + note)));
    }
}
