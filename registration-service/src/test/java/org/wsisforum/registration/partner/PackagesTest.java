package org.wsisforum.registration.partner;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.Secretariat;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.wsisforum.registration.partner.PartnerOffice.PACKAGES;
import static org.wsisforum.registration.partner.PartnerOffice.anybody;
import static org.wsisforum.registration.partner.PartnerOffice.packageBody;

@ForumTest
class PackagesTest {

    @Test
    void everybody_reads_what_the_edition_offers_by_tier() {
        anybody()
                .get(PACKAGES + "?limit=4&lang=fr")
                .then()
                .statusCode(200)
                .header("Cache-Control", is("public, max-age=30, stale-while-revalidate=120, stale-if-error=86400"))
                .body(
                        "items.findAll { it.code in ['strategic', 'gold', 'contributing', 'supporting'] }.code[0]",
                        is("strategic"))
                .body("items.find { it.code == 'strategic' }.name", is("Partenaire stratégique"))
                .body("items.find { it.code == 'strategic' }.confirmed", is(false))
                .body("items.find { it.code == 'strategic' }.benefits[0]", notNullValue());
    }

    @Test
    void money_is_exact_and_has_the_decimals_of_its_currency() {
        var id = UUID.randomUUID();
        var path = PACKAGES + "/" + id;
        Secretariat.request()
                .header("If-None-Match", "*")
                .body(packageBody("m-" + id.toString().substring(0, 8), 3, 20).replace("50000", "123456789012.1"))
                .put(path)
                .then()
                .statusCode(201)
                .body("contribution.amount", is("123456789012.10"))
                .body("contribution.currency", is("CHF"));
        anybody().get(path).then().body("contribution.amount", is("123456789012.10"));
    }

    @Test
    void money_that_there_is_not() {
        refused("\"50000\"", "\"50000.001\"", "/contribution/amount");
        refused("\"50000\"", "\"0\"", "/contribution/amount");
        refused("\"50000\"", "\"-1\"", "/contribution/amount");
        refused("\"50000\"", "\"1000000000000\"", "/contribution/amount");
        refused("\"CHF\"", "\"JPY\"", "/contribution/currency");
        refused("\"CHF\"", "\"francs\"", "/contribution/currency");
        refused("\"CHF\"", "\"ZZZ\"", "/contribution/currency");
    }

    private static void refused(String good, String bad, String pointer) {
        Secretariat.request()
                .header("If-None-Match", "*")
                .body(packageBody("refused", 1, 5).replace(good, bad))
                .put(PACKAGES + "/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("code", is("validation-failed"))
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void a_package_in_a_language_that_the_edition_has_not_or_with_markup_in_a_wrong_field() {
        Secretariat.request()
                .header("If-None-Match", "*")
                .body(packageBody("x", 1, 0))
                .put(PACKAGES + "/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/tier"));
        Secretariat.request()
                .header("If-None-Match", "*")
                .body(packageBody("Not A Code", 1, 1))
                .put(PACKAGES + "/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/code"));
    }

    @Test
    void two_packages_of_one_code() {
        var code = "twice-" + UUID.randomUUID().toString().substring(0, 8);
        for (var status : new int[] {201, 409}) {
            var answer = Secretariat.request()
                    .header("If-None-Match", "*")
                    .body(packageBody(code, 1, 5))
                    .put(PACKAGES + "/" + UUID.randomUUID())
                    .then()
                    .statusCode(status);
            if (status == 409) {
                answer.body("code", is("package-code-taken"));
            }
        }
    }

    @Test
    void a_package_is_replaced_by_who_has_seen_it_and_taken_out_while_nobody_has_it() {
        var path = PACKAGES + "/" + UUID.randomUUID();
        var code = "gone-" + UUID.randomUUID().toString().substring(0, 8);
        Secretariat.request()
                .header("If-None-Match", "*")
                .body(packageBody(code, 1, 5))
                .put(path)
                .then()
                .statusCode(201);
        Secretariat.request().body(packageBody(code, 2, 6)).put(path).then().statusCode(428);
        Secretariat.request()
                .header("If-Match", "\"v0-x\"")
                .body(packageBody(code, 2, 6))
                .put(path)
                .then()
                .statusCode(200)
                .body("places", is(2));
        Secretariat.request().header("If-Match", "\"v0-x\"").delete(path).then().statusCode(412);

        PartnerOffice.offer("holder", "Holder", code);
        Secretariat.request()
                .header("If-Match", "\"v1-x\"")
                .delete(path)
                .then()
                .statusCode(409)
                .body("code", is("package-in-use"));
        Secretariat.request()
                .header("If-Match", "\"v1-x\"")
                .body(packageBody("other-" + code, 2, 6))
                .put(path)
                .then()
                .statusCode(409)
                .body("code", is("package-in-use"));

        var unused = PACKAGES + "/" + UUID.randomUUID();
        Secretariat.request()
                .header("If-None-Match", "*")
                .body(packageBody("u" + code, 1, 5))
                .put(unused)
                .then()
                .statusCode(201);
        Secretariat.request()
                .header("If-Match", "\"v0-x\"")
                .delete(unused)
                .then()
                .statusCode(204);
        anybody().get(unused).then().statusCode(404);
        anybody().get(PACKAGES + "?limit=200").then().body("items.code", not(hasItem("u" + code)));
    }
}
