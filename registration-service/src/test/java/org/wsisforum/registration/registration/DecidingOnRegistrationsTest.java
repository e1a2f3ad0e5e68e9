package org.wsisforum.registration.registration;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.Secretariat;
import org.wsisforum.registration.delegation.DelegationOffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wsisforum.registration.registration.RegistrationDesk.REGISTRATIONS;
import static org.wsisforum.registration.registration.RegistrationDesk.approve;
import static org.wsisforum.registration.registration.RegistrationDesk.as;
import static org.wsisforum.registration.registration.RegistrationDesk.begin;
import static org.wsisforum.registration.registration.RegistrationDesk.body;
import static org.wsisforum.registration.registration.RegistrationDesk.decide;
import static org.wsisforum.registration.registration.RegistrationDesk.delegate;
import static org.wsisforum.registration.registration.RegistrationDesk.focalPoint;
import static org.wsisforum.registration.registration.RegistrationDesk.media;
import static org.wsisforum.registration.registration.RegistrationDesk.officer;
import static org.wsisforum.registration.registration.RegistrationDesk.patch;
import static org.wsisforum.registration.registration.RegistrationDesk.person;
import static org.wsisforum.registration.registration.RegistrationDesk.someone;
import static org.wsisforum.registration.registration.RegistrationDesk.submitted;
import static org.wsisforum.registration.registration.RegistrationDesk.tag;

@ForumTest
class DecidingOnRegistrationsTest {

    private static final String VISA = """
            "visa":{"nationality":"RWA","passportNumber":"PC123456","validUntil":"2026-05-31","birthDate":"1980-02-29",
                    "birthPlace":"Huye","consulate":"Embassy, <b>Nairobi</b>"}""";

    @BeforeEach
    void registration_is_open() {
        ForumTime.is("2021-02-15T10:00+01:00");
    }

    private static String mail() {
        return UUID.randomUUID() + "@mail.example";
    }

    private static String withVisa(String given, String family) {
        return body("media", null, given, family, mail(), "," + VISA);
    }

    @Test
    void a_change_opens_again_what_it_touches_and_nothing_else() {
        var state = DelegationOffice.state("NG");
        var focalPoint = DelegationOffice.focalPointOf(state);
        var delegate = someone();
        var id = submitted(delegate, body("member-state", state, "Ngozi", "Bello", mail(), "," + VISA));
        approve(focalPoint, id, "approved").statusCode(200);
        decide(id, "accredited").statusCode(200);
        patch(delegate, id, "{\"phone\":\"+234 1\"}").statusCode(200).body("state", is("accredited"));
        patch(delegate, id, "{\"visa\":{\"passportNumber\":\"PC999999\"}}")
                .statusCode(200)
                .body("state", is("accredited"))
                .body("visaLetter", nullValue());
        patch(delegate, id, "{\"jobTitle\":\"Director\"}").statusCode(200).body("state", is("focal-point-approved"));
        decide(id, "accredited").statusCode(200);
        patch(delegate, id, "{\"familyName\":\"Belo\"}").statusCode(200).body("state", is("submitted"));
        decide(id, "accredited").statusCode(409);
        approve(focalPoint, id, "approved").statusCode(200);
        decide(id, "accredited").statusCode(200);
    }

    @Test
    void a_letter_for_a_visa_is_written_once_accredited_and_approved_anew_after_a_change() {
        var traveller = someone();
        var id = submitted(traveller, withVisa("Travel", "Ler"));
        var letter = REGISTRATIONS + "/" + id + "/visa-letter";
        person(traveller).get(letter).then().statusCode(409).body("code", is("no-visa-letter"));
        decide(id, "accredited").statusCode(200).body("visaLetter", is(letter));
        var bytes = person(traveller)
                .get(letter)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", is("private, no-store"))
                .extract()
                .asByteArray();
        assertThat(bytes).startsWith('%', 'P', 'D', 'F');
        assertThat(officer().get(letter).asByteArray()).isEqualTo(bytes);
        Secretariat.request().get(letter).then().statusCode(404);
        person(someone()).get(letter).then().statusCode(404);

        patch(traveller, id, "{\"visa\":{\"passportNumber\":\"PC777777\"}}").statusCode(200);
        person(traveller).get(letter).then().statusCode(409);
        officer()
                .header("If-Match", tag(id))
                .body("{}")
                .post(REGISTRATIONS + "/" + id + "/visa-approval")
                .then()
                .statusCode(200);
        person(traveller).get(letter).then().statusCode(200);
    }

    @Test
    void support_for_a_visa_is_asked_for_in_time_or_not_at_all() {
        ForumTime.is("2021-04-26T00:00+02:00");
        begin(someone(), withVisa("Too", "Late")).then().statusCode(409).body("code", is("visa-support-closed"));
        var late = someone();
        var id = submitted(late, media("Also", "Late"));
        patch(late, id, "{" + VISA + "}").statusCode(409).body("code", is("visa-support-closed"));
        begin(someone(), withVisa("Home", "Office").replace("on-site", "remote"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/visa"));
    }

    @Test
    void passports_and_health_are_seen_by_those_alone_who_need_them() {
        var state = DelegationOffice.state("GH");
        var focalPoint = DelegationOffice.focalPointOf(state);
        var id = submitted(
                someone(),
                body(
                        "member-state",
                        state,
                        "Kofi",
                        "Mensah",
                        mail(),
                        "," + VISA + ",\"accessibilityNeeds\":\"A ramp\""));
        var path = REGISTRATIONS + "/" + id;
        officer().get(path).then().body("visa.passportNumber", is("PC123456")).body("accessibilityNeeds", is("A ramp"));
        as("head", "secretariat", "registration:read", "registration:read.pii")
                .get(path)
                .then()
                .body("visa", nullValue())
                .body("accessibilityNeeds", is("A ramp"))
                .body("email", notNullValue());
        as("officer", "accreditation-officer", "registration:read")
                .get(path)
                .then()
                .body("visa", nullValue())
                .body("accessibilityNeeds", nullValue())
                .body("email", nullValue());
        as(focalPoint, "focal-point", "registration:read", "registration:read.pii")
                .get(path)
                .then()
                .body("visa", nullValue())
                .body("accessibilityNeeds", nullValue())
                .body("email", notNullValue());
    }

    @Test
    void one_person_with_two_registrations_is_flagged_to_the_officer_and_not_told() {
        var address = mail();
        var first = someone();
        var one = submitted(first, body("media", null, "José", "Núñez", address, ""));
        var two = submitted(someone(), body("media", null, "Another", "Name", address.toUpperCase(), ""));
        var third = submitted(someone(), withVisa("Maria", "Dos Santos"));
        var fourth = submitted(someone(), withVisa("Dos Santos", "María"));
        var alone = submitted(someone(), media("Nobody", "Else"));
        officer()
                .get(REGISTRATIONS + "/" + one)
                .then()
                .body("duplicates.registration", contains(two))
                .body("duplicates[0].by", contains("email"));
        officer()
                .get(REGISTRATIONS + "/" + fourth)
                .then()
                .body("duplicates.registration", contains(third))
                .body("duplicates[0].by", contains("name-and-birth-date"));
        officer()
                .get(REGISTRATIONS + "?flagged=duplicate&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItems(one, two, third, fourth))
                .body("items.id", not(hasItem(alone)));
        officer().get(REGISTRATIONS + "/" + alone).then().body("duplicates", hasSize(0));
        person(first).get(REGISTRATIONS + "/mine").then().body("duplicates", nullValue());
    }

    @Test
    void an_officer_finds_registrations_by_what_they_say() {
        var word = "Qux" + UUID.randomUUID().toString().substring(0, 8);
        var id = submitted(someone(), media("Zoë", word).replace("\"rw\"", "\"sn\""));
        var found = REGISTRATIONS + "?q=zoe " + word.toLowerCase().substring(0, 8);
        officer().get(found).then().statusCode(200).body("items.id", contains(id));
        officer()
                .get(found + "&country=SEN&category=media&state=submitted&attendance=on-site")
                .then()
                .body("items.id", contains(id));
        officer().get(found + "&state=accredited").then().body("items", hasSize(0));
        officer().get(REGISTRATIONS + "?country=XX").then().statusCode(422);
        var page = officer()
                .get(REGISTRATIONS + "?limit=1&count=exact")
                .then()
                .statusCode(200)
                .extract();
        officer().get(page.<String>path("links.next")).then().statusCode(200);
        focalPoint(someone()).get(REGISTRATIONS).then().statusCode(422);
        focalPoint(someone())
                .get(REGISTRATIONS + "?delegation=" + DelegationOffice.state("CH"))
                .then()
                .statusCode(404);
    }

    @Test
    void the_table_runs_no_formula_and_tells_an_analyst_of_nobody() {
        var word = "Tab" + UUID.randomUUID().toString().substring(0, 8);
        submitted(someone(), media("=1+1", word));
        var table = REGISTRATIONS + ".csv?q=" + word;
        var whole = officer()
                .get(table)
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=utf-8")
                .header("Cache-Control", is("private, no-store"))
                .extract()
                .asString();
        assertThat(whole).startsWith("\ufeffid,state").contains("'=1+1," + word).contains("@press.example");
        assertThat(Secretariat.request().get(table).asString()).contains(word).doesNotContain("@press.example");
        var figures = as("analyst", "analyst", "registration:read").get(REGISTRATIONS + ".csv?category=media");
        figures.then().statusCode(200);
        assertThat(figures.asString())
                .contains("submitted,media")
                .doesNotContain(word)
                .doesNotContain("familyName");
        as("analyst", "analyst", "registration:read").get(table).then().statusCode(403);
    }

    @Test
    void an_invited_person_who_registered_under_another_address_is_linked_to_the_invitation() {
        var invited = Secretariat.invited("BJ");
        var id = submitted(someone(), media("Au", "Relie"));
        var other = submitted(someone(), media("An", "Other"));
        link(id, UUID.randomUUID().toString()).statusCode(422).body("code", is("unknown-invitation"));
        link(id, invited.id()).statusCode(200).body("invitation", is(invited.id()));
        link(other, invited.id()).statusCode(409).body("code", is("invitation-linked"));
        Secretariat.request()
                .header("If-Match", tag(id))
                .body("{\"invitation\":null}")
                .put(REGISTRATIONS + "/" + id + "/invitation")
                .then()
                .statusCode(200)
                .body("invitation", nullValue());
        link(other, invited.id()).statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse link(String id, String invitation) {
        return Secretariat.request()
                .header("If-Match", tag(id))
                .body("{\"invitation\":\"" + invitation + "\"}")
                .put(REGISTRATIONS + "/" + id + "/invitation")
                .then();
    }

    @Test
    void a_focal_point_registers_a_minister_who_has_no_time_for_it() {
        var state = DelegationOffice.state("TZ");
        var focalPoint = DelegationOffice.focalPointOf(state);
        var path = DelegationOffice.DELEGATIONS + "/" + state + "/registrations";
        var id = focalPoint(focalPoint)
                .body(delegate(state, "Faustine", "Ndugulile").replace("\"role\"", "\"rank\":\"minister\",\"role\""))
                .post(path)
                .then()
                .statusCode(201)
                .body("state", is("focal-point-approved"))
                .body("enteredByFocalPoint", is(true))
                .extract()
                .<String>path("id");
        decide(id, "accredited").statusCode(200);
        focalPoint(focalPoint)
                .body("{\"category\":\"member-state\",\"attendance\":\"remote\"}")
                .post(path)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/familyName"));
        // The focal point changes what it entered, and answers nothing for the minister.
        focalPoint(focalPoint)
                .contentType(RegistrationDesk.MERGE_PATCH)
                .header("If-Match", tag(id))
                .body("{\"phone\":\"+255 1\",\"answers\":null}")
                .patch(REGISTRATIONS + "/" + id)
                .then()
                .statusCode(200)
                .body("state", is("accredited"));
        focalPoint(someone())
                .body(delegate(state, "Not", "Mine"))
                .post(path)
                .then()
                .statusCode(404);
    }

    @Test
    void a_delegation_has_as_many_delegates_as_it_has_places_and_one_who_leaves_makes_room() {
        var state = DelegationOffice.state("LS");
        var focalPoint = DelegationOffice.focalPointOf(state);
        var before = DelegationOffice.officer().get(DelegationOffice.DELEGATIONS + "/" + state);
        DelegationOffice.officer()
                .contentType("application/merge-patch+json")
                .header("If-Match", before.header("ETag"))
                .body("{\"quota\":{\"onSite\":1}}")
                .patch(DelegationOffice.DELEGATIONS + "/" + state)
                .then()
                .statusCode(200);
        var first = someone();
        var one = submitted(first, delegate(state, "The", "First"));
        var two = submitted(someone(), delegate(state, "The", "Second"));
        approve(focalPoint, one, "approved").statusCode(200);
        approve(focalPoint, two, "approved").statusCode(409).body("code", is("quota-full"));
        person(first)
                .body("{}")
                .post(REGISTRATIONS + "/" + one + "/withdrawal")
                .then()
                .statusCode(200);
        approve(focalPoint, two, "approved").statusCode(200);
    }
}
