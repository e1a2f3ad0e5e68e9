package org.wsisforum.registration.accreditation;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.Secretariat;
import org.wsisforum.registration.registration.RegistrationDesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.wsisforum.registration.registration.RegistrationDesk.as;
import static org.wsisforum.registration.registration.RegistrationDesk.person;
import static org.wsisforum.registration.registration.RegistrationDesk.someone;

@ForumTest
class AccreditingTest {

    private static final String ACCREDITATIONS = Secretariat.EDITION + "/accreditations";
    private static final String EARLIER = "/registration/v1/editions/2020/accreditations";
    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private static final String INTEREST = """
            {"givenName":"Grace","familyName":"Banda","email":"grace@openweb.example","entity":"Open Web Foundation",
             "entityEmail":"office@openweb.example","entityType":"Civil Society","entityCreatedOn":"2009-06-01",
             "country":"mwi","credentials":["https://openweb.example/about"],"attended":"WSIS Forum 2019",
             "motivation":"To present our networks.","goals":"Connecting villages."}""";

    @Inject
    DataSource database;

    @BeforeEach
    void in_mid_february() {
        ForumTime.is("2021-02-15T10:00+01:00");
    }

    private static RequestSpecification officer(String name) {
        return as(
                name,
                "accreditation-officer",
                "registration:read",
                "registration:read.pii",
                "registration:write",
                "accreditation:decide");
    }

    private static String draft(String list, String subject) {
        return person(subject)
                .body(INTEREST)
                .post(list)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String underReview(String list, String subject, String officer) {
        var id = draft(list, subject);
        person(subject).body("{}").post(list + "/" + id + "/submission").then().statusCode(200);
        officer(officer)
                .header("If-Match", tag(list, id))
                .body("{}")
                .post(list + "/" + id + "/review")
                .then()
                .statusCode(200)
                .body("state", is("under-review"));
        return id;
    }

    private static String tag(String list, String id) {
        return officer("x")
                .get(list + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static ValidatableResponse decide(String list, String id, String officer, String step, String decision) {
        return officer(officer)
                .header("If-Match", tag(list, id))
                .body("{\"decision\":\"%s\",\"reason\":\"So it is.\"}".formatted(decision))
                .post(list + "/" + id + "/" + step)
                .then();
    }

    private static ValidatableResponse appeal(String subject, String id) {
        return person(subject)
                .body("{\"reason\":\"The register was renamed.\"}")
                .post(ACCREDITATIONS + "/" + id + "/appeal")
                .then();
    }

    @Test
    void interest_is_expressed_looked_at_and_accredited_and_all_of_it_can_be_read_later() {
        var grace = someone();
        var id = draft(ACCREDITATIONS, grace);
        var path = ACCREDITATIONS + "/" + id;
        person(grace)
                .get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-store"))
                .body("state", is("draft"))
                .body("interest.country", is("MW"))
                .body("interest.entityType", is("civil-society"));
        officer("anna").get(path).then().statusCode(404);
        person(someone()).get(path).then().statusCode(404);
        person(grace).body("{}").post(path + "/submission").then().statusCode(200);
        decide(ACCREDITATIONS, id, "anna", "decision", "accredited")
                .statusCode(409)
                .body("code", is("accreditation-not-at-this-step"));
        officer("anna")
                .header("If-Match", tag(ACCREDITATIONS, id))
                .body("{}")
                .post(path + "/review")
                .then()
                .statusCode(200);
        decide(ACCREDITATIONS, id, "anna", "decision", "accredited")
                .statusCode(200)
                .body("reason", is("So it is."));
        person(grace).get(path).then().body("state", is("accredited")).body("decidedAt", notNullValue());
        officer("anna").get(path + "/history").then().statusCode(200).body("items.size()", is(4));
        officer("anna")
                .get(ACCREDITATIONS + "?state=accredited&entityType=civil-society&country=MW&limit=200")
                .then()
                .body("items.id", hasItem(id));
        Secretariat.request()
                .get(path)
                .then()
                .statusCode(200)
                .body("interest.entity", is("Open Web Foundation"))
                .body("interest.email", nullValue());
        person(grace).get(ACCREDITATIONS).then().body("items.id", contains(id));
    }

    @Test
    void what_was_handed_in_stays_and_what_is_missing_is_named() {
        var hasty = someone();
        var id = person(hasty)
                .body("{\"givenName\":\"Hasty\"}")
                .post(ACCREDITATIONS)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var path = ACCREDITATIONS + "/" + id;
        person(hasty)
                .body("{}")
                .post(path + "/submission")
                .then()
                .statusCode(422)
                .body("code", is("accreditation-not-complete"))
                .body("errors.pointer", hasItems("/entityEmail", "/entityCreatedOn", "/goals"));
        patch(hasty, path, INTEREST).statusCode(200);
        person(hasty).body("{}").post(path + "/submission").then().statusCode(200);
        patch(hasty, path, "{\"entity\":\"Another\"}").statusCode(409);
        person(hasty).body(INTEREST).post(ACCREDITATIONS).then().statusCode(409).body("code", is("already-interested"));
    }

    private static ValidatableResponse patch(String subject, String path, String patch) {
        return person(subject)
                .contentType(RegistrationDesk.MERGE_PATCH)
                .header("If-Match", person(subject).get(path).header("ETag"))
                .body(patch)
                .patch(path)
                .then();
    }

    @Test
    void what_an_expression_of_interest_cannot_say() {
        refused("mwi", "XX", "/country");
        refused("Civil Society", "robots", "/entityType");
        refused("https://openweb.example/about", "javascript:alert(1)", "/credentials/0");
        refused("2009-06-01", "2999-01-01", "/entityCreatedOn");
        refused("grace@openweb.example", "grace", "/email");
        refused("Grace", "Gr\\u202eace", "/givenName");
    }

    private static void refused(String good, String bad, String pointer) {
        person(someone())
                .body(INTEREST.replace(good, bad))
                .post(ACCREDITATIONS)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void a_refusal_is_appealed_once_and_in_time_and_another_officer_decides() {
        var grace = someone();
        var id = underReview(ACCREDITATIONS, grace, "anna");
        appeal(grace, id).statusCode(409);
        decide(ACCREDITATIONS, id, "anna", "decision", "refused").statusCode(200);
        appeal(someone(), id).statusCode(404);
        appeal(grace, id).statusCode(200).body("state", is("appealed"));
        decide(ACCREDITATIONS, id, "anna", "appeal-decision", "overturned")
                .statusCode(409)
                .body("code", is("same-officer"));
        decide(ACCREDITATIONS, id, "boris", "appeal-decision", "overturned")
                .statusCode(200)
                .body("state", is("overturned"));
        decide(ACCREDITATIONS, id, "boris", "appeal-decision", "upheld").statusCode(409);

        var unlucky = someone();
        var other = underReview(ACCREDITATIONS, unlucky, "anna");
        decide(ACCREDITATIONS, other, "anna", "decision", "refused").statusCode(200);
        appeal(unlucky, other).statusCode(200);
        decide(ACCREDITATIONS, other, "boris", "appeal-decision", "upheld").statusCode(200);
        appeal(unlucky, other).statusCode(409);
    }

    @Test
    void after_two_weeks_a_refusal_is_not_appealed_any_more() {
        var late = someone();
        var id = underReview(ACCREDITATIONS, late, "anna");
        decide(ACCREDITATIONS, id, "anna", "decision", "refused").statusCode(200);
        ForumTime.is("2021-03-01T10:05+01:00");
        appeal(late, id).statusCode(409).body("code", is("appeal-too-late"));
        ForumTime.is("2021-03-01T09:59+01:00");
        appeal(late, id).statusCode(200);
    }

    @Test
    void of_two_officers_who_decide_at_once_one_decides() throws Exception {
        var id = underReview(ACCREDITATIONS, someone(), "anna");
        var seen = tag(ACCREDITATIONS, id);
        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads
                    .invokeAll(List.of("accredited", "refused").stream()
                            .<Callable<Integer>>map(decision -> () -> officer(decision)
                                    .header("If-Match", seen)
                                    .body("{\"decision\":\"%s\",\"reason\":\"So it is.\"}".formatted(decision))
                                    .post(ACCREDITATIONS + "/" + id + "/decision")
                                    .statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
        }
        assertThat(answers).containsExactly(200, 412);
    }

    private static Response send(String subject, String id, String type, byte[] bytes) {
        return person(subject)
                .contentType(type)
                .body(bytes)
                .post(ACCREDITATIONS + "/" + id + "/documents?name=Registre du commerce – été");
    }

    @Test
    void a_document_is_kept_as_it_was_sent_and_never_shown_by_a_browser() {
        var grace = someone();
        var id = draft(ACCREDITATIONS, grace);
        var sent =
                send(grace, id, "application/pdf", PDF).then().statusCode(201).extract();
        var document = ACCREDITATIONS + "/" + id + "/documents/" + sent.path("id");
        assertThat(person(grace)
                        .get(document)
                        .then()
                        .statusCode(200)
                        .contentType("application/pdf")
                        .header(
                                "Content-Disposition",
                                is("attachment; filename*=UTF-8''Registre%20du%20commerce%20%E2%80%93%20%C3%A9t%C3%A9"))
                        .header("X-Content-Type-Options", is("nosniff"))
                        .header("Content-Security-Policy", is("default-src 'none'; sandbox"))
                        .header("Cache-Control", is("private, no-store"))
                        .extract()
                        .asByteArray())
                .isEqualTo(PDF);
        person(someone()).get(document).then().statusCode(404);
        officer("anna").get(document).then().statusCode(404);
        person(grace)
                .body("{}")
                .post(ACCREDITATIONS + "/" + id + "/submission")
                .then()
                .statusCode(200);
        officer("anna").get(document).then().statusCode(200);
        officer("anna")
                .get(ACCREDITATIONS + "/" + id + "/documents")
                .then()
                .body("items.name", contains(startsWith("Registre")))
                .body("items[0].size", is(PDF.length));
        person(grace).delete(document).then().statusCode(409);
        send(grace, id, "application/pdf", PDF).then().statusCode(409);
    }

    @Test
    void a_draft_is_thrown_away_with_its_documents() {
        var grace = someone();
        var id = draft(ACCREDITATIONS, grace);
        send(grace, id, "application/pdf", PDF).then().statusCode(201);
        var path = ACCREDITATIONS + "/" + id;
        person(grace)
                .header("If-Match", person(grace).get(path).header("ETag"))
                .delete(path)
                .then()
                .statusCode(204);
        person(grace).get(path).then().statusCode(404);
        draft(ACCREDITATIONS, grace);
    }

    @Test
    void a_document_that_is_not_what_it_says_or_that_a_scanner_objects_to_is_not_kept() {
        var grace = someone();
        var id = draft(ACCREDITATIONS, grace);
        refusedDocument(send(grace, id, "image/png", PDF));
        refusedDocument(
                send(grace, id, "application/pdf", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));
        refusedDocument(send(grace, id, "application/pdf", "%PDF-1.4 cut off".getBytes(StandardCharsets.UTF_8)));
        refusedDocument(send(
                grace,
                id,
                "application/pdf",
                "%PDF-1.4 EICAR-STANDARD-ANTIVIRUS-TEST-FILE %%EOF".getBytes(StandardCharsets.UTF_8)));
        refusedDocument(
                send(grace, id, "application/pdf", "%PDF-1.4 SCANNER-BREAKS %%EOF".getBytes(StandardCharsets.UTF_8)));
        send(grace, id, "text/html", PDF).then().statusCode(415);
        send(grace, id, "application/pdf", new byte[5 * 1024 * 1024 + 1]).then().statusCode(413);
        send(someone(), id, "application/pdf", PDF).then().statusCode(404);
        person(grace).get(ACCREDITATIONS + "/" + id + "/documents").then().body("items", hasSize(0));
    }

    private static void refusedDocument(Response answer) {
        answer.then().statusCode(422).body("code", is("document-refused"));
    }

    @Test
    void of_twelve_documents_sent_at_once_ten_are_kept() throws Exception {
        var grace = someone();
        var id = draft(ACCREDITATIONS, grace);
        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads
                    .invokeAll(IntStream.range(0, 12)
                            .<Callable<Integer>>mapToObj(i -> () ->
                                    send(grace, id, "application/pdf", PDF).statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(10);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(2);
        var first = person(grace)
                .get(ACCREDITATIONS + "/" + id + "/documents")
                .then()
                .body("items", hasSize(10))
                .extract()
                .<String>path("items[0].id");
        person(grace)
                .delete(ACCREDITATIONS + "/" + id + "/documents/" + first)
                .then()
                .statusCode(204);
        send(grace, id, "application/pdf", PDF).then().statusCode(201);
    }

    @Test
    void who_was_accredited_the_year_before_stays_so_where_nothing_has_changed() throws SQLException {
        earlierEdition();
        var grace = someone();
        var before = draft(EARLIER, grace);
        person(grace)
                .contentType("application/pdf")
                .body(PDF)
                .post(EARLIER + "/" + before + "/documents?name=Certificate")
                .then()
                .statusCode(201);
        carryOver(grace, true).statusCode(409).body("code", is("nothing-to-carry-over"));
        person(grace)
                .body("{}")
                .post(EARLIER + "/" + before + "/submission")
                .then()
                .statusCode(200);
        officer("anna")
                .header("If-Match", tag(EARLIER, before))
                .body("{}")
                .post(EARLIER + "/" + before + "/review")
                .then()
                .statusCode(200);
        decide(EARLIER, before, "anna", "decision", "accredited").statusCode(200);
        carryOver(grace, false).statusCode(422);
        var id = carryOver(grace, true)
                .statusCode(201)
                .body("state", is("accredited"))
                .body("carriedFrom", is(before))
                .body("interest.entity", is("Open Web Foundation"))
                .extract()
                .<String>path("id");
        officer("anna")
                .get(ACCREDITATIONS + "/" + id + "/documents")
                .then()
                .body("items.name", contains("Certificate"));
        carryOver(grace, true).statusCode(409).body("code", is("already-interested"));
        carryOver(someone(), true).statusCode(409);
    }

    private static ValidatableResponse carryOver(String subject, boolean unchanged) {
        return person(subject)
                .body("{\"unchanged\":" + unchanged + "}")
                .post(ACCREDITATIONS + "/carry-over")
                .then();
    }

    /** An edition before that of 2021, which the service ships no file of. */
    private void earlierEdition() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("insert into edition (code, rules)"
                    + " select '2020', jsonb_set(rules, '{code}', '\"2020\"') from edition where code = '2021'"
                    + " on conflict do nothing");
        }
    }

    @Test
    void civil_society_is_accredited_for_a_badge_only_once_its_interest_is() {
        var grace = someone();
        var registration = RegistrationDesk.submitted(
                grace,
                RegistrationDesk.body(
                        "civil-society", null, "Grace", "Banda", UUID.randomUUID() + "@openweb.example", ""));
        RegistrationDesk.decide(registration, "accredited").statusCode(409).body("code", is("interest-not-accredited"));
        var id = underReview(ACCREDITATIONS, grace, "anna");
        decide(ACCREDITATIONS, id, "anna", "decision", "accredited").statusCode(200);
        RegistrationDesk.decide(registration, "accredited").statusCode(200);
    }
}
