package org.wsisforum.acceptance.partner;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.wsisforum.acceptance.Forum;
import org.wsisforum.acceptance.ProgrammeManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

/** A partner's copy of the programme stays in step, whichever copy of the service is written to and whichever is followed. */
class PartnerKeepsACopyTest {

    private static final String SESSIONS = "/agenda/v1/editions/2021/sessions/";

    private final String session = UUID.randomUUID().toString();

    private static String at(int copy) {
        return Forum.stack().addressesOf("agenda-service").get(copy);
    }

    private void is_added_at(int copy, String title) {
        var manager = new ProgrammeManager(at(copy));
        manager.drafts(session, title);
        manager.releases();
    }

    private void is_renamed_at(int copy, String title) {
        var manager = new ProgrammeManager(at(copy));
        manager.changes(session, "{\"title\":{\"en\":{\"value\":\"" + title + "\",\"status\":\"official\"}}}");
        manager.releases();
    }

    private void is_taken_out_at(int copy) {
        var manager = new ProgrammeManager(at(copy));
        manager.takesOut(session);
        manager.releases();
    }

    @Test
    void by_list_and_delta() throws Exception {
        try (var copy = new ProgrammeCopy(Forum.stack().gateway())) {
            copy.list();
            assertThat(copy.titles()).hasSizeGreaterThan(20).doesNotContainKey(session);
            is_added_at(0, "First title");
            copy.catchUp();
            assertThat(copy.titles()).containsEntry(session, "First title");
            is_renamed_at(1, "Second title");
            copy.catchUp();
            assertThat(copy.titles()).containsEntry(session, "Second title");
            is_taken_out_at(0);
            copy.catchUp();
            assertThat(copy.titles()).doesNotContainKey(session);
        }
    }

    @Test
    void by_the_stream_through_the_gateway_and_from_each_copy() throws Exception {
        var addresses = List.of(Forum.stack().gateway(), at(0), at(1));
        var copies = addresses.stream().map(ProgrammeCopy::new).toList();
        try {
            for (var copy : copies) {
                copy.list();
                Thread.ofVirtual().start(() -> {
                    try {
                        copy.follow();
                    } catch (Exception closed) {
                        // The test is over.
                    }
                });
            }
            is_added_at(0, "First title");
            for (var copy : copies) {
                await().untilAsserted(() -> assertThat(copy.titles()).containsEntry(session, "First title"));
            }
            is_renamed_at(1, "Second title");
            for (var copy : copies) {
                await().untilAsserted(() -> assertThat(copy.titles()).containsEntry(session, "Second title"));
            }
            is_taken_out_at(1);
            for (var copy : copies) {
                await().untilAsserted(() -> assertThat(copy.titles()).doesNotContainKey(session));
            }
        } finally {
            copies.forEach(ProgrammeCopy::close);
        }
    }

    @Test
    void and_the_secretariat_can_read_what_happened_to_a_session_that_is_gone() {
        is_added_at(0, "First title");
        is_taken_out_at(1);
        Forum.as("secretariat")
                .get(SESSIONS + session + "/history")
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        contains(
                                "org.wsisforum.agenda.session.drafted.v1",
                                "org.wsisforum.agenda.session.created.v1",
                                "org.wsisforum.agenda.session.draft-deleted.v1",
                                "org.wsisforum.agenda.session.deleted.v1"));
        Forum.anybody().get(SESSIONS + session + "/history").then().statusCode(401);
        Forum.as("participant").get(SESSIONS + session + "/history").then().statusCode(403);
    }
}
