package org.wsisforum.acceptance.journey;

import java.nio.charset.StandardCharsets;

import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.acceptance.Forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** A Member State's delegation and somebody without one, up to the decision of an accreditation officer, through the gateway. */
class DelegationComesTest {

    private static final String EDITION = "/registration/v1/editions/2021";
    private static final String DELEGATIONS = EDITION + "/delegations";
    private static final String REGISTRATIONS = EDITION + "/registrations";
    private static final String ACCREDITATIONS = EDITION + "/accreditations";
    private static final byte[] STATUTES =
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @BeforeEach
    void in_mid_february() {
        Forum.timeIs("2021-02-15T10:00:00+01:00");
    }

    @AfterEach
    void time_goes_back() {
        in_mid_february();
    }

    private static RequestSpecification changing(String user) {
        return Forum.as(user).header("If-Match", "*");
    }

    private static String subject(String user) {
        return Forum.as(user).get("/me").then().statusCode(200).extract().path("person.subject");
    }

    private static String delegationOf(String country) {
        Forum.as("secretariat")
                .body("{\"quota\":{\"onSite\":2}}")
                .post(DELEGATIONS + "/member-states")
                .then()
                .statusCode(200);
        return Forum.anybody()
                .get(EDITION + "/delegation-names?limit=1&startingWith=" + country)
                .then()
                .statusCode(200)
                .body("items.country", contains(country))
                .extract()
                .path("items[0].id");
    }

    private static String headToBe(String delegation) {
        return """
                {"category":"member-state","attendance":"on-site","delegation":"%s","role":"head","rank":"minister",
                 "honorific":"H.E. Ms","gender":"female","givenName":"Mariam","familyName":"Al-Khalifa",
                 "badgeName":"مريم الخليفة","jobTitle":"Minister of Communications","entity":"Ministry of Communications",
                 "country":"BHR","email":"mariam@moc.example","listed":true,
                 "answers":{"firstForum":true}}""".formatted(delegation);
    }

    @Test
    void a_focal_point_gathers_its_delegation_and_an_officer_accredits_it() {
        var bahrain = DELEGATIONS + "/" + delegationOf("BH");
        Forum.as("focal-point").get(bahrain).then().statusCode(404);
        var appointed = Forum.as("secretariat")
                .body("""
                        {"person":{"subject":"%s","name":"Layla Haddad","email":"layla@moc.example"},
                         "letter":"MOC/2021/12 of 3 February 2021"}""".formatted(subject("focal-point")))
                .post(bahrain + "/focal-points")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Forum.as("focal-point").get(bahrain).then().statusCode(200);
        Forum.as("focal-point")
                .get("/me?edition=2021")
                .then()
                .statusCode(200)
                .body("registration.delegations.country", hasItem("BH"));

        var minister = Forum.as("participant")
                .body(headToBe(bahrain.substring(bahrain.lastIndexOf('/') + 1)))
                .post(REGISTRATIONS)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        changing("participant")
                .body("{}")
                .post(minister + "/submission")
                .then()
                .statusCode(200)
                .body("state", is("submitted"));
        changing("accreditation-officer")
                .body("{\"decision\":\"accredited\"}")
                .post(minister + "/decision")
                .then()
                .statusCode(409);
        changing("focal-point")
                .body("{\"decision\":\"approved\"}")
                .post(minister + "/approval")
                .then()
                .statusCode(200)
                .body("state", is("focal-point-approved"));
        changing("accreditation-officer")
                .body("{\"decision\":\"accredited\"}")
                .post(minister + "/decision")
                .then()
                .statusCode(200)
                .body("state", is("accredited"));

        var adviser = Forum.as("focal-point").body("""
                        {"members":[{"attendance":"on-site","role":"adviser","givenName":"Salma","familyName":"Nasser",
                                     "entity":"Ministry of Communications","email":"salma@moc.example"}]}""").post(bahrain + "/bulk");
        adviser.then().statusCode(201);
        Forum.as("focal-point")
                .body("""
                        {"members":[{"attendance":"on-site","familyName":"Third","entity":"Ministry of Communications",
                                     "email":"third@moc.example"}]}""")
                .post(bahrain + "/bulk")
                .then()
                .statusCode(409)
                .body("code", is("quota-full"));

        Forum.as("focal-point")
                .get(bahrain + "/nominal-list")
                .then()
                .statusCode(200)
                .body("members.name", contains("مريم الخليفة", "Salma Nasser"))
                .body("members[0].vip.class", is("MIN"));
        var document = Forum.as("focal-point")
                .get(bahrain + "/nominal-list.pdf?lang=ar")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(document).startsWith('%', 'P', 'D', 'F');
        Forum.as("focal-point").get(bahrain + "/nominal-list.xlsx").then().statusCode(200);

        await().untilAsserted(() -> Forum.anybody()
                .get(EDITION + "/participants?limit=200")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("مريم الخليفة"))
                .body("items.name", not(hasItem("Salma Nasser"))));

        Forum.as("secretariat")
                .body("{\"letter\":\"MOC/2021/40 of 15 February 2021\"}")
                .post(bahrain + "/focal-points/" + appointed + "/ending")
                .then()
                .statusCode(200);
        Forum.as("focal-point").get(bahrain).then().statusCode(404);
        Forum.as("focal-point").get(minister).then().statusCode(404);
        changing("participant").body("{}").post(minister + "/withdrawal").then().statusCode(200);
    }

    @Test
    void who_has_no_member_state_expresses_interest_with_documents_and_is_accredited() {
        var interest = Forum.as("participant")
                .body("""
                        {"givenName":"Grace","familyName":"Banda","email":"grace@openweb.example",
                         "entity":"Open Web Foundation","entityEmail":"office@openweb.example",
                         "entityType":"civil-society","entityCreatedOn":"2009-06-01","country":"MW",
                         "motivation":"To present our networks.","goals":"Connecting villages."}""")
                .post(ACCREDITATIONS)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        var documents = interest + "/documents";
        Forum.as("participant")
                .contentType("application/pdf")
                .body("<html>".getBytes(StandardCharsets.US_ASCII))
                .post(documents + "?name=statutes.pdf")
                .then()
                .statusCode(422);
        var statutes = Forum.as("participant")
                .contentType("application/pdf")
                .body(STATUTES)
                .post(documents + "?name=statutes.pdf")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        changing("participant").body("{}").post(interest + "/submission").then().statusCode(200);

        Forum.as("accreditation-officer")
                .get(ACCREDITATIONS + "?state=submitted")
                .then()
                .statusCode(200)
                .body("items.state", everyItem(is("submitted")))
                .body("items.interest.entity", hasItem("Open Web Foundation"));
        changing("accreditation-officer")
                .body("{}")
                .post(interest + "/review")
                .then()
                .statusCode(200);
        Forum.as("accreditation-officer")
                .get(statutes)
                .then()
                .statusCode(200)
                .header("Content-Disposition", startsWith("attachment"))
                .header("X-Content-Type-Options", is("nosniff"));
        changing("accreditation-officer")
                .body("{\"decision\":\"accredited\",\"reason\":\"Known since 2009.\"}")
                .post(interest + "/decision")
                .then()
                .statusCode(200)
                .body("state", is("accredited"));
        Forum.as("expert").get(interest).then().statusCode(403);
        Forum.as("participant").get(interest).then().statusCode(200).body("state", is("accredited"));
    }
}
