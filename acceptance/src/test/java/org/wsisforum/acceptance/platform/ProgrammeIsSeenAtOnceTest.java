package org.wsisforum.acceptance.platform;

import java.util.List;
import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.acceptance.Forum;
import org.wsisforum.acceptance.ProgrammeManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** The gateway gives the programme from memory, and whoever reads it sees what the programme manager does to it. */
class ProgrammeIsSeenAtOnceTest {

    private static final String SESSIONS = "/agenda/v1/editions/2021/sessions";

    private final String session = UUID.randomUUID().toString();
    private boolean isThere = true;

    private final ProgrammeManager manager =
            new ProgrammeManager(Forum.stack().addressesOf("agenda-service").getLast());

    private static Response list() {
        return Forum.anybody().get(SESSIONS + "?limit=200");
    }

    private String startInTheList() {
        return list().jsonPath().getString("items.find { it.id == '" + session + "' }.startsAt");
    }

    @BeforeEach
    void a_session_is_in_the_programme_and_the_programme_in_memory() {
        manager.drafts(session, "A session that moves");
        manager.releases();
        await().until(this::startInTheList, is("2021-04-08T08:00:00Z"));
        await().until(() -> list().header("Cache-Status"), containsString("; hit"));
    }

    @AfterEach
    void the_session_is_taken_out() {
        if (isThere) {
            manager.takesOut(session);
            manager.releases();
            isThere = false;
        }
    }

    @Test
    void a_session_that_was_moved_is_seen_in_the_list_that_was_in_memory() {
        manager.changes(
                session, "{\"startsAt\":\"2021-04-08T14:00:00+02:00\",\"endsAt\":\"2021-04-08T15:00:00+02:00\"}");
        manager.releases();

        await().until(this::startInTheList, is("2021-04-08T12:00:00Z"));
    }

    @Test
    void a_session_that_was_taken_out_is_gone_from_it() {
        the_session_is_taken_out();

        await().until(this::startInTheList, nullValue());
        Forum.anybody().get(SESSIONS + "/" + session).then().statusCode(404);
    }

    @Test
    void what_was_read_compressed_is_known_by_its_tag() {
        var address = SESSIONS + "?limit=200";
        var compressed = Forum.anybody().header("Accept-Encoding", "gzip").get(address);
        assertThat(compressed.header("ETag")).endsWith("-gzip\"");
        for (var encoding : List.of("gzip", "identity")) {
            Forum.anybody()
                    .header("Accept-Encoding", encoding)
                    .header("If-None-Match", compressed.header("ETag"))
                    .get(address)
                    .then()
                    .statusCode(304);
        }
    }

    @Test
    void who_signs_in_is_answered_by_the_service() {
        Forum.as("programme-manager")
                .get(SESSIONS + "?limit=200")
                .then()
                .statusCode(200)
                .header("Cache-Status", nullValue())
                .header("Cache-Control", "private, no-store");
    }
}
