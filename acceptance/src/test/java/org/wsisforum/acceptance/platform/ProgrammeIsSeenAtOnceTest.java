package org.wsisforum.acceptance.platform;

import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.acceptance.Forum;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** The gateway gives the programme from memory, and whoever reads it sees what the programme manager does to it. */
class ProgrammeIsSeenAtOnceTest {

    private static final String SESSIONS = "/agenda/v1/editions/2021/sessions";

    private final String session = SESSIONS + "/" + UUID.randomUUID();

    /** Past the gateway, which then can know of what is written by the change feed alone. */
    private static String atTheService() {
        return Forum.stack().addressesOf("agenda-service").getLast();
    }

    private String tag() {
        return RestAssured.get(atTheService() + session).header("ETag");
    }

    private static Response list() {
        return Forum.anybody().get(SESSIONS + "?limit=200");
    }

    private String startInTheList() {
        return list().jsonPath()
                .getString("items.find { it.id == '" + session.substring(SESSIONS.length() + 1) + "' }.startsAt");
    }

    @BeforeEach
    void a_session_is_in_the_programme_and_the_programme_in_memory() {
        Forum.as("programme-manager")
                .baseUri(atTheService())
                .header("If-None-Match", "*")
                .body("""
                        {"code":"seen-%s","type":"thematic-workshop","track":"forum",
                         "title":{"en":{"value":"A session that moves","status":"official"}},
                         "startsAt":"2021-04-08T10:00:00+02:00","endsAt":"2021-04-08T11:00:00+02:00",
                         "attendance":"virtual","actionLines":["C3"],"goals":[4],"organizers":["ITU"],
                         "statements":false,"confirmed":true}""".formatted(UUID.randomUUID()))
                .put(session)
                .then()
                .statusCode(201);
        await().until(this::startInTheList, is("2021-04-08T08:00:00Z"));
        await().until(() -> list().header("Cache-Status"), containsString("; hit"));
    }

    @AfterEach
    void the_session_is_taken_out() {
        if (tag() == null) {
            return;
        }
        Forum.as("programme-manager")
                .baseUri(atTheService())
                .header("If-Match", tag())
                .delete(session);
    }

    @Test
    void a_session_that_was_moved_is_seen_in_the_list_that_was_in_memory() {
        Forum.as("programme-manager")
                .baseUri(atTheService())
                .contentType("application/merge-patch+json")
                .header("If-Match", tag())
                .body("{\"startsAt\":\"2021-04-08T14:00:00+02:00\",\"endsAt\":\"2021-04-08T15:00:00+02:00\"}")
                .patch(session)
                .then()
                .statusCode(200);

        await().until(this::startInTheList, is("2021-04-08T12:00:00Z"));
    }

    @Test
    void a_session_that_was_taken_out_is_gone_from_it() {
        the_session_is_taken_out();

        await().until(this::startInTheList, nullValue());
        Forum.anybody().get(session).then().statusCode(404);
    }

    @Test
    void what_was_read_compressed_can_be_changed_with_its_tag() {
        var sessions = list().jsonPath().<String>getList("items.id").stream().map(id -> SESSIONS + "/" + id);
        // Not every session has so many words that it is compressed.
        var compressed = sessions.map(address ->
                        Forum.anybody().header("Accept-Encoding", "gzip").get(address))
                .filter(answer -> answer.header("ETag").endsWith("-gzip\""))
                .findFirst()
                .orElseThrow();
        var change = Forum.as("programme-manager")
                .contentType("application/merge-patch+json")
                .header("If-Match", compressed.header("ETag"))
                .body("{}");

        change.patch(SESSIONS + "/" + compressed.path("id")).then().statusCode(200);
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
