package org.wsisforum.acceptance.partner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.acceptance.Forum;
import org.wsisforum.acceptance.ProgrammeManager;
import org.wsisforum.kit.testing.WebhookReceiver;
import org.wsisforum.kit.testing.WebhookReceiver.Received;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.wsisforum.kit.testing.WebhookReceiver.silence;

/** A partner's own program is sent what changes in the programme, whichever copy of the service it happens in, crash or no. */
class PartnerIsSentChangesTest {

    private static final String WEBHOOKS = "/agenda/v1/editions/2021/webhooks";
    private static final String SESSIONS = "/agenda/v1/editions/2021/sessions/";

    private final WebhookReceiver receiver = new WebhookReceiver();
    private final List<String> sessions = new ArrayList<>();
    private String webhook;
    private String secret;

    private static RequestSpecification partner() {
        var token = RestAssured.given()
                .auth()
                .preemptive()
                .basic("partner-demo", "partner-demo")
                .formParam("grant_type", "client_credentials")
                .formParam("scope", "webhooks:manage")
                .post(Forum.stack().realm() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("access_token");
        return Forum.anybody()
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    private void subscribes(String types) {
        var created = partner()
                .body("{\"url\":\"" + receiver.url() + "\",\"subject\":\"sessions/*\",\"types\":[" + types + "]}")
                .post(WEBHOOKS)
                .then()
                .statusCode(201)
                .body("state", is("pending"))
                .extract();
        webhook = created.header("Location");
        secret = created.path("secret");
        partner().post(webhook + "/verify").then().statusCode(200).body("state", is("active"));
    }

    @AfterEach
    void leaves_nothing_behind() {
        partner()
                .header("If-Match", partner().get(webhook).header("ETag"))
                .delete(webhook)
                .then()
                .statusCode(204);
        receiver.close();
        if (!sessions.isEmpty()) {
            var manager = new ProgrammeManager(at(0));
            sessions.forEach(manager::takesOut);
            manager.releases();
        }
    }

    private static String at(int copy) {
        return Forum.stack().addressesOf("agenda-service").get(copy);
    }

    private String isAddedAt(int copy) {
        var session = UUID.randomUUID().toString();
        var manager = new ProgrammeManager(at(copy));
        manager.drafts(session, "A workshop");
        manager.releases();
        return session;
    }

    private List<String> subjects() {
        return receiver.messages().stream().map(Received::subject).toList();
    }

    @Test
    void each_change_once_signed_and_never_two_at_a_time_though_two_copies_could_send_it() throws Exception {
        subscribes("\"org.wsisforum.agenda.session.created.v1\"");
        var slow = new WebhookReceiver.Manner[30];
        Arrays.fill(slow, (WebhookReceiver.Manner) () -> {
            Thread.sleep(20);
            return new WebhookReceiver.Reply(204, null);
        });
        receiver.thenAnswers(slow);
        for (var i = 0; i < 30; i++) {
            sessions.add(UUID.randomUUID().toString());
            new ProgrammeManager(at(i % 2)).drafts(sessions.getLast(), "A workshop");
        }
        new ProgrammeManager(at(0)).releases();
        await().atMost(ofSeconds(30)).until(() -> receiver.messages().size() >= sessions.size());
        assertThat(subjects())
                .containsExactlyInAnyOrderElementsOf(
                        sessions.stream().map(session -> "sessions/" + session).toList());
        assertThat(subjects()).isEqualTo(asTheFeedHasThem());
        assertThat(receiver.messages()).allMatch(message -> message.isSignedWith(secret));
        assertThat(receiver.mostAtOnce()).isEqualTo(1);
    }

    private List<String> asTheFeedHasThem() {
        return Forum.anybody()
                .queryParam("type", "org.wsisforum.agenda.session.created.v1")
                .queryParam("limit", 200)
                .get("/agenda/v1/editions/2021/changes")
                .jsonPath()
                .<String>getList("items.subject")
                .stream()
                .filter(subject -> sessions.contains(subject.substring("sessions/".length())))
                .toList();
    }

    @Test
    void what_was_on_its_way_or_waited_when_every_copy_died_comes_when_they_are_back() {
        subscribes("\"org.wsisforum.agenda.session.created.v1\"");
        receiver.thenAnswers(silence());
        sessions.add(isAddedAt(0));
        await().until(() -> receiver.messages().size() == 1);
        // Committed and answered, and not a byte of it has been sent: the one before it is still under way.
        sessions.add(isAddedAt(1));

        for (var copy = 0; copy < 2; copy++) {
            Forum.stack().kill(at(copy));
        }
        var back = new CountDownLatch(2);
        for (var copy = 0; copy < 2; copy++) {
            var address = at(copy);
            Thread.ofVirtual().start(() -> {
                Forum.stack().startAgain(address);
                back.countDown();
            });
        }
        await().atMost(ofSeconds(120)).until(() -> back.getCount() == 0);

        await().atMost(ofSeconds(60)).until(() -> receiver.messages().size() >= 3);
        assertThat(subjects())
                .containsExactly(
                        "sessions/" + sessions.get(0), "sessions/" + sessions.get(0), "sessions/" + sessions.get(1));
        var ids = receiver.messages().stream().map(Received::id).toList();
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(receiver.messages()).allMatch(message -> message.isSignedWith(secret));
        await().untilAsserted(() -> partner()
                .get(webhook + "/deliveries")
                .then()
                .body("items.subject", hasItem("sessions/" + sessions.get(1)))
                .body("items[0].outcome", is("delivered")));
    }

    @Test
    void and_only_it_reads_of_its_webhook() {
        subscribes("");
        partner().get(webhook).then().statusCode(200).body("secret", nullValue());
        Forum.anybody().get(webhook).then().statusCode(401);
        Forum.as("participant").get(webhook).then().statusCode(403);
        Forum.as("secretariat").get(webhook).then().statusCode(200).body("secret", nullValue());
    }
}
