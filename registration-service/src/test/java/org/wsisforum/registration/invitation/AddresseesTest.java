package org.wsisforum.registration.invitation;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.Secretariat;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** Drafting invitations for many at once. */
@ForumTest
class AddresseesTest {

    private String letter;

    @BeforeEach
    void a_letter_in_early_february() {
        ForumTime.is("2021-02-03T10:00+01:00");
        letter = Secretariat.letter();
    }

    private String path() {
        return Secretariat.EDITION + "/letters/" + letter;
    }

    private ValidatableResponse add(String body) {
        return Secretariat.request().body(body).post(path() + "/addressees").then();
    }

    private ValidatableResponse upload(String csv) {
        return Secretariat.request()
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post(path() + "/addressees/table")
                .then();
    }

    private ValidatableResponse drafts(String more) {
        return Secretariat.request()
                .get(Secretariat.EDITION + "/invitations?count=exact&sort=country&letter=" + letter + more)
                .then()
                .statusCode(200);
    }

    @Test
    void all_member_states_are_invited_but_those_that_are_already() {
        Secretariat.invite(letter, "RW").then().statusCode(201);
        add("{\"memberStates\":true,\"language\":\"fr\"}")
                .statusCode(201)
                .body("drafted", is(192))
                .body("alreadyInvited", contains("RW"));
        drafts("&state=drafted&limit=3")
                .body("count", is(192))
                .body("items.country", contains("AF", "ZA", "AL"))
                .body("items[0].addressee.name", nullValue())
                .body(
                        "items[0].addressee.title",
                        is("Le Ministre chargé des technologies de l'information et de la communication"))
                .body("items.addressee.rank", everyItem(is("minister")))
                .body("items.language", everyItem(is("fr")));
        Secretariat.request().post(path() + "/clearance").then().statusCode(200).body("cleared", is(192));
        Secretariat.request().post(path() + "/clearance").then().statusCode(200).body("cleared", is(0));
        drafts("&state=cleared&limit=1").body("count", is(192));
    }

    @Test
    void a_region_or_some_countries_are_invited() {
        add("{\"region\":\"cis\",\"language\":\"ru\"}").statusCode(201).body("drafted", is(9));
        add("{\"countries\":[\"RWA\",\"SN\",\"RW\"],\"language\":\"fr\"}")
                .statusCode(201)
                .body("drafted", is(2));
        add("{\"countries\":[\"RW\",\"ZZ\"],\"language\":\"fr\"}")
                .statusCode(422)
                .body("code", is("unknown-country"))
                .body("errors.pointer", contains("/countries/1"));
        add("{\"region\":\"MARS\",\"language\":\"fr\"}").statusCode(422).body("errors.pointer", contains("/region"));
        add("{\"region\":\"AFR\",\"memberStates\":true,\"language\":\"fr\"}")
                .statusCode(422)
                .body("errors.code", contains("one-of"));
        drafts("").body("count", is(11));
    }

    @Test
    void without_a_language_each_office_has_the_one_that_the_edition_gives_its_country() {
        add("{\"countries\":[\"SN\",\"EG\",\"CN\",\"KG\",\"MX\",\"JP\"]}").statusCode(201);
        drafts("&state=drafted")
                .body("items.country", contains("CN", "EG", "JP", "KG", "MX", "SN"))
                .body("items.language", contains("zh", "ar", "en", "ru", "es", "fr"))
                .body("items[0].addressee.title", is("主管信息通信技术的部长"));
    }

    @Test
    void of_a_list_all_are_drafted_or_none() {
        Secretariat.invite(letter, "FR").then().statusCode(201);
        add("""
                {"addressees":[
                  {"country":"RW","name":"Paula Ingabire","title":"Minister","language":"en","email":"rw@gov.example"},
                  {"country":"RWA","title":"Minister","language":"en"},
                  {"country":"FR","title":"Ministre","language":"fr"},
                  {"country":"SN","title":"Ministre","language":"fr","rank":"grand-vizier"}]}""")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/addressees/1/country", "/addressees/2/country", "/addressees/3/rank"))
                .body("errors.code", contains("country-twice", "already-invited", "unknown-rank"));
        drafts("&state=drafted").body("items", empty());
        add("""
                {"addressees":[
                  {"country":"RW","name":"Paula Ingabire","title":"Minister","language":"en","email":"rw@gov.example"}]}""").statusCode(201).body("drafted", is(1));
        drafts("&state=drafted").body("items[0].email", is("rw@gov.example"));
    }

    @Test
    void a_table_is_read_as_spreadsheet_programs_write_it() {
        upload("""
                \ufeffcountry;honorific;name;title;gender;rank;language;email\r
                RW;H.E. Ms;"Paula ""PI"" Ingabire";Minister of ICT;female;minister;en;rw@gov.example\r
                SN;;;"Ministre de l'Économie numérique; et des Postes";;;fr;\r
                \r
                """).statusCode(201).body("drafted", is(2));
        drafts("")
                .body("items.country", contains("RW", "SN"))
                .body("items[0].addressee.name", is("Paula \"PI\" Ingabire"))
                .body("items[0].addressee.gender", is("female"))
                .body("items[1].addressee.title", is("Ministre de l'Économie numérique; et des Postes"));
    }

    @Test
    void each_fault_of_a_table_is_pointed_to_by_line_and_column_and_nothing_is_drafted() {
        upload("""
                country,name,title,language,gender,email
                RW,Paula Ingabire,Minister,en,female,rw@gov.example
                ZZ,Nobody,Minister,en,,
                SN,"Awa
                Ndiaye",Ministre,fr,,not-an-address
                KE,,,sw,unknown,
                """)
                .statusCode(422)
                .body("code", is("validation-failed"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/3/country", "/4/name", "/4/email", "/6/title", "/6/language", "/6/gender"));
        upload("country,title,language\nRW,Minister\n").statusCode(422).body("errors.pointer", contains("/2"));
        upload("land,title\nRW,Minister\n")
                .statusCode(422)
                .body("errors.code", hasItem("unknown-column"))
                .body("errors.pointer", hasItem("/1/language"));
        upload("country,title,language\nRW,\"Minister,en\n").statusCode(400);
        upload("").statusCode(422);
        drafts("").body("items", empty());
    }

    @Test
    void a_table_has_five_hundred_lines_at_most() {
        upload("country,title,language\n"
                        + IntStream.rangeClosed(1, 501)
                                .mapToObj(i -> "RW,Minister,en\n")
                                .collect(Collectors.joining()))
                .statusCode(422)
                .body("errors.pointer", contains("/502"));
    }

    @Test
    void sent_twice_with_one_key_a_list_is_drafted_once() {
        var key = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            given().spec(Secretariat.requestWithKey(key))
                    .contentType("text/csv")
                    .body("country,title,language\nRW,Minister,en\n")
                    .post(path() + "/addressees/table")
                    .then()
                    .statusCode(201)
                    .body("drafted", is(1));
        }
        drafts("").body("count", is(1));
    }
}
