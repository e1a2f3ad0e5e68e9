package org.wsisforum.registration.invitation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.Secretariat;
import org.wsisforum.registration.Secretariat.Invited;
import org.wsisforum.registration.protocol.FrenchOrder;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** Letters and reminders go out by mail, each once. */
@ForumTest
@QuarkusTestResource(MailServer.class)
class MailingTest {

    @Inject
    EntityManager database;

    @Inject
    Postman postman;

    @Inject
    MailingConfig config;

    @Inject
    Mails mails;

    @Inject
    Mailer mailer;

    private String letter;

    /** Of this test alone, so that nobody else's mail is counted. */
    private String domain;

    @BeforeEach
    void a_letter_in_early_february() {
        ForumTime.is("2021-02-03T10:00+01:00");
        letter = Secretariat.letter();
        domain = UUID.randomUUID() + ".example";
    }

    private static String path(String what) {
        return Secretariat.EDITION + "/" + what;
    }

    /** Clears a draft for each country; the address begins with what is given. */
    private void cleared(List<String> countries, String language, String... beginnings) {
        var people = IntStream.range(0, countries.size())
                .mapToObj(i -> """
                        {"country":"%s","honorific":"H.E. Ms","name":"Name %s","title":"Minister","gender":"female",
                         "rank":"minister","language":"%s","email":"%s"}""".formatted(
                                countries.get(i),
                                countries.get(i),
                                language,
                                address(i < beginnings.length ? beginnings[i] : "", countries.get(i))))
                .collect(Collectors.joining(","));
        Secretariat.request()
                .body("{\"addressees\":[" + people + "]}")
                .post(path("letters/" + letter + "/addressees"))
                .then()
                .statusCode(201);
        Secretariat.request()
                .post(path("letters/" + letter + "/clearance"))
                .then()
                .statusCode(200)
                .body("cleared", is(countries.size()));
    }

    private String address(String beginning, String country) {
        return beginning + country.toLowerCase(java.util.Locale.ROOT) + "@" + domain;
    }

    private ValidatableResponse mail(String body) {
        return Secretariat.request()
                .body(body)
                .post(path("letters/" + letter + "/mailings"))
                .then();
    }

    /** A mailing that has come to its end. */
    private JsonPath mailed(String body) {
        var at = mail(body)
                .statusCode(202)
                .body("state", is("running"))
                .extract()
                .header("Location");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Secretariat.request().get(at).path("state").equals("done"));
        return Secretariat.request().get(at).jsonPath();
    }

    private String invitation(String country) {
        return Secretariat.request()
                .get(path("invitations?letter=" + letter + "&country=" + country))
                .path("items[0].id");
    }

    private static ValidatableResponse mails(String invitation) {
        return Secretariat.request()
                .get(path("invitations/" + invitation + "/mails"))
                .then()
                .statusCode(200);
    }

    @Test
    void a_hundred_and_ninety_three_ministers_are_each_written_to_once_whatever_the_server_does() {
        var states = FrenchOrder.alphabetical().countries().stream()
                .map(Country::code)
                .filter(code -> !code.equals("PS"))
                .toList();
        cleared(states, "en", "busy2-", "nobody-", "breaks-");
        var mailing = mailed("{}");
        assertThat(mailing.getInt("total")).isEqualTo(193);
        assertThat(mailing.getInt("sent")).isEqualTo(191);
        assertThat(mailing.getInt("failed")).isEqualTo(1);
        assertThat(mailing.getInt("doubtful")).isEqualTo(1);
        // The one in doubt was taken, and so was the one that was put off; the one refused was not.
        var taken =
                MailServer.toDomain(domain).stream().map(MailServer.Taken::to).toList();
        assertThat(taken).hasSize(192).doesNotHaveDuplicates();
        mails(invitation(states.getFirst())).body("items.attempts", contains(3)).body("items.state", contains("sent"));
        mails(invitation(states.get(1)))
                .body("items.state", contains("failed"))
                .body("items.reply", contains("550 5.1.1"))
                .body(not(containsString(domain)));
        Secretariat.request()
                .get(path("invitations?letter=" + letter + "&state=cleared&sort=country"))
                .then()
                .body("items.country", contains(states.get(1), states.get(2)));
        mail("{}").statusCode(409).body("code", is("nothing-to-mail"));
        // Nobody is written to again unless somebody says so.
        var again = mailed("{\"again\":[\"doubtful\"]}");
        assertThat(again.getInt("total")).isEqualTo(1);
        assertThat(MailServer.to(address("breaks-", states.get(2)))).hasSize(2);
        mail("{\"again\":[\"sent\"]}").statusCode(422).body("errors.pointer", contains("/again"));
    }

    @Test
    void a_mail_is_in_the_language_of_the_office_and_its_link_opens_the_letter() {
        cleared(List.of("QA"), "ar");
        mailed("{}");
        var mail = MailServer.to(address("", "QA")).getFirst();
        assertThat(mail.text())
                .contains("Content-Language: ar")
                .contains("معالي السيدة الوزيرة،")
                .contains("dir=\"rtl\"")
                .contains("Auto-Submitted: auto-generated");
        var invitation = invitation("QA");
        mails(invitation).body("items[0].messageId", is(mail.messageId()));
        Secretariat.request()
                .get(path("invitations/" + invitation + "/steps"))
                .then()
                .body("items.state", contains("drafted", "cleared", "sent"))
                .body("items[2].channel", is("mail"))
                .body("items[2].by", is("secretary"));
        new Invited(invitation, mail.key())
                .office()
                .get(path("invitations/" + invitation + "/letter"))
                .then()
                .statusCode(200);
    }

    @Test
    void who_has_no_address_is_counted_and_not_written_to() {
        Secretariat.request()
                .body("{\"countries\":[\"FR\",\"DE\"],\"language\":\"fr\"}")
                .post(path("letters/" + letter + "/addressees"))
                .then()
                .statusCode(201);
        mail("{}").statusCode(409).body("code", is("nothing-to-mail"));
        Secretariat.request()
                .body("{\"addressees\":[{\"country\":\"IT\",\"title\":\"Minister\",\"language\":\"en\",\"email\":\""
                        + address("", "IT") + "\"}]}")
                .post(path("letters/" + letter + "/addressees"))
                .then()
                .statusCode(201);
        Secretariat.request()
                .post(path("letters/" + letter + "/clearance"))
                .then()
                .statusCode(200);
        var mailing = mailed("{}");
        assertThat(mailing.getInt("total")).isEqualTo(1);
        assertThat(mailing.getInt("withoutAddress")).isEqualTo(2);
    }

    @Test
    void what_was_being_sent_when_the_service_died_is_in_doubt_and_not_sent_again() {
        cleared(List.of("PE"), "es");
        var invitation = invitation("PE");
        var mail = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            var mailing = new Mailing("2021", UUID.fromString(letter), 0, "secretary", java.time.Instant.now());
            database.persist(mailing);
            database.flush();
            database.createNativeQuery("""
                            insert into invitation_mail (id, edition, invitation_id, country, mailing_id, state, attempts,
                                queued_at, due_at, claimed_at, message_id, link_hash)
                            values (:id, '2021', :invitation, 'PE', :mailing, 'SENDING', 1, now(), now(),
                                now() - interval '1 hour', :message, :hash)""")
                    .setParameter("id", mail)
                    .setParameter("invitation", UUID.fromString(invitation))
                    .setParameter("mailing", mailing.id())
                    .setParameter("message", "<" + mail + ".1@localhost>")
                    .setParameter("hash", "0".repeat(64))
                    .executeUpdate();
        });
        postman.lookOut();
        await().untilAsserted(() -> mails(invitation).body("items.state", contains("doubtful")));
        mail("{}").statusCode(409).body("code", is("nothing-to-mail"));
        postman.lookOut();
        assertThat(MailServer.toDomain(domain)).isEmpty();
        Secretariat.request()
                .get(path("invitations/" + invitation + "/history"))
                .then()
                .body("items.type", hasItem("org.wsisforum.registration.invitation.mail-doubtful.v1"));
        // A report proves that it was sent, and that it did not arrive.
        bounce("<" + mail + ".1@localhost>", "5.1.1").statusCode(200).body("state", is("bounced"));
    }

    @Test
    void whoever_asks_at_once_has_each_letter_mailed_once() throws Exception {
        var countries = List.of("BE", "NL", "LU", "DK", "SE", "NO");
        cleared(countries, "en");
        Callable<Integer> ask = () -> mail("{}").extract().statusCode();
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> ask).toList())) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).containsOnly(202, 409).containsOnlyOnce(202);
        await().untilAsserted(() -> assertThat(MailServer.toDomain(domain)).hasSameSizeAs(countries));
        Secretariat.request()
                .get(path("mailings?letter=" + letter))
                .then()
                .body("items", hasSize(1))
                .body("items[0].total", is(6));
        postman.lookOut();
        assertThat(MailServer.toDomain(domain)).hasSameSizeAs(countries);
    }

    @Test
    void copies_of_the_service_send_side_by_side_and_each_mail_once() throws Exception {
        var countries = FrenchOrder.alphabetical().countries().stream()
                .map(Country::code)
                .limit(40)
                .toList();
        cleared(countries, "en");
        var copies = Stream.generate(this::copy).limit(4).toList();
        var at = mail("{}").statusCode(202).extract().header("Location");
        try (var threads = Executors.newFixedThreadPool(copies.size())) {
            for (var round : threads.invokeAll(copies.stream()
                    .map(copy -> Executors.callable((Runnable) copy::lookOut))
                    .toList())) {
                round.get();
            }
        }
        await().until(() -> Secretariat.request().get(at).path("state").equals("done"));
        Secretariat.request().get(at).then().body("sent", is(40));
        assertThat(MailServer.toDomain(domain).stream().map(MailServer.Taken::to))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    /** What another copy of the service has in place of this one's. */
    private Postman copy() {
        var copy = new Postman();
        copy.config = config;
        copy.mails = mails;
        copy.mailer = mailer;
        return copy;
    }

    @Test
    void who_opens_a_letter_that_is_in_doubt_has_got_it() {
        cleared(List.of("GR"), "en", "breaks-");
        assertThat(mailed("{}").getInt("doubtful")).isEqualTo(1);
        var invitation = invitation("GR");
        new Invited(
                        invitation,
                        MailServer.to(address("breaks-", "GR")).getFirst().key())
                .office()
                .get(path("invitations/" + invitation + "/letter"))
                .then()
                .statusCode(200);
        mails(invitation).body("items.state", contains("sent"));
        Secretariat.request()
                .get(path("invitations/" + invitation + "/steps"))
                .then()
                .body("items.state", contains("drafted", "cleared", "sent", "opened"));
    }

    @Test
    void what_the_server_puts_off_too_often_has_failed_and_leaves_no_link_behind() {
        cleared(List.of("IS"), "en", "busy99-");
        var mailing = mailed("{}");
        assertThat(mailing.getInt("failed")).isEqualTo(1);
        var invitation = invitation("IS");
        mails(invitation).body("items.attempts", contains(6)).body("items.reply", contains("451 4.7.1"));
        // Six attempts, and none of their links counts among those that it may be given.
        for (var i = 0; i < 5; i++) {
            Secretariat.request()
                    .post(path("invitations/" + invitation + "/link"))
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void what_is_withdrawn_while_it_waits_is_not_sent() {
        cleared(List.of("IE"), "en", "busy5-");
        var at = mail("{}").statusCode(202).extract().header("Location");
        var invitation = invitation("IE");
        Secretariat.request()
                .body("{\"reason\":\"By mistake.\"}")
                .post(path("invitations/" + invitation + "/withdrawal"))
                .then()
                .statusCode(200);
        await().until(() -> Secretariat.request().get(at).path("state").equals("done"));
        mails(invitation).body("items.state", contains("cancelled"));
        assertThat(MailServer.toDomain(domain)).isEmpty();
    }

    private static ValidatableResponse bounce(String messageId, String status) {
        return given().header("Authorization", TestCredentials.of("mta", "service", "registration:write"))
                .contentType("application/json")
                .body("{\"messageId\":\"" + messageId + "\",\"status\":\"" + status + "\"}")
                .post(path("mailings/bounces"))
                .then();
    }

    @Test
    void what_came_back_is_marked_and_sent_to_another_address() {
        cleared(List.of("MT", "CY"), "en");
        mailed("{}");
        var delayed = MailServer.to(address("", "CY")).getFirst().messageId();
        bounce(delayed, "4.4.1").statusCode(200).body("state", is("sent"));
        var report = """
                From: MAILER-DAEMON@gov.example
                Message-ID: <20210203@gov.example>
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; gov.example

                Final-Recipient: rfc822; mt@gov.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 no such mailbox

                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s

                --b--
                """.formatted(MailServer.to(address("", "MT")).getFirst().messageId())
                .replace("\n", "\r\n");
        for (var i = 0; i < 2; i++) {
            given().header("Authorization", TestCredentials.of("mta", "service", "registration:write"))
                    .contentType("message/rfc822")
                    .body(report.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                    .post(path("mailings/bounces/message"))
                    .then()
                    .statusCode(200)
                    .body("state", is("bounced"))
                    .body("reply", is("5.1.1"));
        }
        var invitation = invitation("MT");
        Secretariat.request()
                .get(path("invitations/" + invitation + "/history"))
                .then()
                .body("items.findAll { it.type.contains('bounced') }", hasSize(1));
        Secretariat.request()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"email\":\"cabinet@" + domain + "\"}")
                .patch(path("invitations/" + invitation))
                .then()
                .statusCode(200);
        assertThat(mailed("{\"again\":[\"bounced\"]}").getInt("total")).isEqualTo(1);
        assertThat(MailServer.to("cabinet@" + domain)).hasSize(1);
        mails(invitation).body("items.state", contains("bounced", "sent"));
        bounce("<0190b0a2-5c7a-7000-8000-000000000001.1@localhost>", "5.1.1")
                .statusCode(404)
                .body("code", is("mail-not-found"));
        bounce("<20210203@gov.example>", "5.1.1").statusCode(422).body("code", is("no-delivery-report"));
    }

    @Test
    void who_has_not_answered_is_reminded_once_at_each_time_and_the_first_link_stays_open() {
        ForumTime.is("2021-02-10T10:00+01:00");
        cleared(List.of("PT", "ES"), "fr");
        mailed("{}");
        var silent = invitation("PT");
        var first = MailServer.to(address("", "PT")).getFirst();
        new Invited(
                        invitation("ES"),
                        MailServer.to(address("", "ES")).getFirst().key())
                .office()
                .body("{\"answer\":\"declined\"}")
                .post(path("invitations/" + invitation("ES") + "/response"))
                .then()
                .statusCode(201);
        ForumTime.is("2021-02-15T10:00+01:00");
        await().untilAsserted(() -> assertThat(MailServer.to(address("", "PT"))).hasSize(2));
        postman.lookOut();
        postman.lookOut();
        var mails = MailServer.to(address("", "PT"));
        assertThat(mails).hasSize(2);
        assertThat(mails.getLast().text()).contains("has not been answered yet");
        for (var key : List.of(first.key(), mails.getLast().key())) {
            new Invited(silent, key)
                    .office()
                    .get(path("invitations/" + silent))
                    .then()
                    .statusCode(200);
        }
        ForumTime.is("2021-02-26T10:00+01:00");
        await().untilAsserted(() -> assertThat(MailServer.to(address("", "PT"))).hasSize(3));
        await().untilAsserted(() -> mails(silent)
                .body("items.kind", contains("letter", "reminder", "reminder"))
                .body("items[1].days", is(14))
                .body("items[2].days", is(3))
                .body("items.state", everyItem(is("sent"))));
        assertThat(MailServer.to(address("", "ES"))).hasSize(1);
        // The office answers by its first link, and the agenda knows it by that one.
        new Invited(silent, first.key())
                .office()
                .body("{\"answer\":\"accepted\",\"wishesToSpeak\":true}")
                .post(path("invitations/" + silent + "/response"))
                .then()
                .statusCode(201);
        given().header("Authorization", TestCredentials.of("agenda", "service", "registration:read"))
                .get(path("invitations/" + silent + "/office"))
                .then()
                .body("linkHash", is(new org.wsisforum.kit.access.LinkKey(first.key()).hash()));
    }

    @Test
    void mailings_are_listed_with_each_of_their_mails() {
        cleared(List.of("AT", "HU"), "en", "nobody-");
        var mailing = mailed("{}");
        Secretariat.request()
                .get(mailing.getString("mails") + "?state=failed")
                .then()
                .statusCode(200)
                .body("items.country", contains("AT"));
        Secretariat.request()
                .get(mailing.getString("mails") + "?state=bounced")
                .then()
                .body("items", empty());
        Secretariat.request()
                .get(path("mailings/0190b0a2-5c7a-7000-8000-000000000001"))
                .then()
                .statusCode(404)
                .body("code", is("mailing-not-found"));
    }
}
