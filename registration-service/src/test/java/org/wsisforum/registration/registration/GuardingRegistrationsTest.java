package org.wsisforum.registration.registration;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.delegation.DelegationOffice;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.wsisforum.registration.registration.RegistrationDesk.PARTICIPANTS;
import static org.wsisforum.registration.registration.RegistrationDesk.REGISTRATIONS;
import static org.wsisforum.registration.registration.RegistrationDesk.anybody;
import static org.wsisforum.registration.registration.RegistrationDesk.as;
import static org.wsisforum.registration.registration.RegistrationDesk.begin;
import static org.wsisforum.registration.registration.RegistrationDesk.body;
import static org.wsisforum.registration.registration.RegistrationDesk.decide;
import static org.wsisforum.registration.registration.RegistrationDesk.delegate;
import static org.wsisforum.registration.registration.RegistrationDesk.focalPoint;
import static org.wsisforum.registration.registration.RegistrationDesk.media;
import static org.wsisforum.registration.registration.RegistrationDesk.officer;
import static org.wsisforum.registration.registration.RegistrationDesk.patch;
import static org.wsisforum.registration.registration.RegistrationDesk.someone;
import static org.wsisforum.registration.registration.RegistrationDesk.submitted;
import static org.wsisforum.registration.registration.RegistrationDesk.tag;

/** What nobody gets by a way around those who decide. */
@ForumTest
class GuardingRegistrationsTest {

    @BeforeEach
    void registration_is_open() {
        ForumTime.is("2021-02-15T10:00+01:00");
    }

    @Test
    void another_name_on_the_badge_is_approved_anew() {
        var person = someone();
        var id = submitted(person, media("Jo", "Bloggs"));
        decide(id, "accredited").statusCode(200);

        patch(person, id, "{\"badgeName\":\"The Secretary-General\"}")
                .statusCode(200)
                .body("state", is("submitted"));
    }

    @Test
    void who_waits_goes_on_waiting_whatever_job_it_has() {
        var person = someone();
        var id = submitted(person, media("In", "Line"));
        decide(id, "waitlisted").statusCode(200);

        patch(person, id, "{\"jobTitle\":\"Editor\"}").statusCode(200).body("state", is("waitlisted"));
    }

    @Test
    void an_officer_approves_neither_itself_nor_whom_it_entered() {
        var state = DelegationOffice.state("MU");
        var name = someone();
        var own = submitted(name, delegate(state, "An", "Officer"));
        var officer =
                as(name, "accreditation-officer", "registration:read", "registration:write", "accreditation:decide");
        officer.header("If-Match", tag(own))
                .body("{\"decision\":\"approved\"}")
                .post(REGISTRATIONS + "/" + own + "/approval")
                .then()
                .statusCode(409)
                .body("code", is("own-registration"));

        var entered = as(name, "accreditation-officer", "registration:read", "registration:write")
                .body(delegate(state, "An", "Alias"))
                .post(DelegationOffice.DELEGATIONS + "/" + state + "/registrations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        as(name, "accreditation-officer", "registration:read", "registration:write", "accreditation:decide")
                .header("If-Match", tag(entered))
                .body("{\"decision\":\"accredited\"}")
                .post(REGISTRATIONS + "/" + entered + "/decision")
                .then()
                .statusCode(409)
                .body("code", is("own-registration"));
        // But it takes back what it entered, as whoever cancels asks it to.
        as(name, "accreditation-officer", "registration:read", "registration:write")
                .body("{}")
                .post(REGISTRATIONS + "/" + entered + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", is("withdrawn"));
    }

    @Test
    void focal_points_hear_nothing_of_health_and_visas_and_are_told_who_left() {
        var left = DelegationOffice.state("MG");
        var joined = DelegationOffice.state("MW");
        var focalPoint = DelegationOffice.focalPointOf(left);
        var person = someone();
        var id = submitted(person, delegate(left, "Goes", "Elsewhere"));
        patch(person, id, "{\"accessibilityNeeds\":\"A ramp\"}").statusCode(200);
        patch(person, id, "{\"phone\":\"+261 1\"}").statusCode(200);
        patch(person, id, "{\"delegation\":\"" + joined + "\"}").statusCode(200);

        focalPoint(focalPoint)
                .get("/registration/v1/editions/2021/changes?limit=200&subject=registrations/" + id)
                .then()
                .statusCode(200)
                .body("items.data.fields.flatten()", not(hasItem("accessibilityNeeds")))
                .body("items.data.fields.flatten()", hasItem("phone"))
                .body("items.data.fields.flatten()", hasItem("delegation"));
    }

    @Test
    void an_analyst_asks_for_no_single_delegation() {
        as("analyst", "analyst", "registration:read")
                .get(REGISTRATIONS + ".csv?delegation=" + DelegationOffice.state("MZ"))
                .then()
                .statusCode(403);
    }

    @Test
    void a_focal_point_consents_for_nobody() {
        var state = DelegationOffice.state("NA");
        var focalPoint = DelegationOffice.focalPointOf(state);
        var family = "Unasked" + UUID.randomUUID().toString().substring(0, 8);
        var id = focalPoint(focalPoint)
                .body(delegate(state, "Is", family))
                .post(DelegationOffice.DELEGATIONS + "/" + state + "/registrations")
                .then()
                .statusCode(201)
                .body("listed", is(false))
                .extract()
                .<String>path("id");
        focalPoint(focalPoint)
                .contentType(RegistrationDesk.MERGE_PATCH)
                .header("If-Match", tag(id))
                .body("{\"listed\":true}")
                .patch(REGISTRATIONS + "/" + id)
                .then()
                .statusCode(200)
                .body("listed", is(false));
        decide(id, "accredited").statusCode(200);

        anybody().get(PARTICIPANTS + "?limit=200").then().body("items.name", not(hasItem("Is " + family)));
    }

    @Test
    void no_passport_is_of_another_age() {
        begin(someone(), body("media", null, "Old", "Timer", UUID.randomUUID() + "@press.example", """
                                ,"visa":{"nationality":"RW","passportNumber":"PC1","validUntil":"9999-12-31",
                                         "birthDate":"-999999-01-01"}"""))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/visa/birthDate", "/visa/validUntil"));
    }

    @Test
    void a_delegate_of_an_organization_is_vouched_for_by_its_focal_point() {
        var ngo = officer()
                .body("""
                        {"kind":"ngo","name":{"en":{"value":"Open Villages %s"}}}""".formatted(UUID.randomUUID()))
                .post(DelegationOffice.DELEGATIONS)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var focalPoint = DelegationOffice.focalPointOf(ngo);
        var id = focalPoint(focalPoint)
                .body(body("civil-society", ngo, "Grace", "Banda", UUID.randomUUID() + "@ngo.example", ""))
                .post(DelegationOffice.DELEGATIONS + "/" + ngo + "/registrations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        decide(id, "accredited").statusCode(200).body("state", is("accredited"));
    }
}
