package org.wsisforum.registration.partner;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.TestCredentials;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.Secretariat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.wsisforum.registration.partner.PartnerOffice.OFFERS;
import static org.wsisforum.registration.partner.PartnerOffice.PARTNERS;
import static org.wsisforum.registration.partner.PartnerOffice.accept;
import static org.wsisforum.registration.partner.PartnerOffice.anybody;
import static org.wsisforum.registration.partner.PartnerOffice.body;
import static org.wsisforum.registration.partner.PartnerOffice.by;
import static org.wsisforum.registration.partner.PartnerOffice.currentTag;
import static org.wsisforum.registration.partner.PartnerOffice.offer;
import static org.wsisforum.registration.partner.PartnerOffice.packageOf;
import static org.wsisforum.registration.partner.PartnerOffice.partner;

@ForumTest
class OfferingPartnershipTest {

    @Test
    void interest_is_expressed_decided_and_then_seen_by_everybody_without_whom_to_ask() {
        var offer = offer("japan", "総務省", "gold");
        by("japan")
                .get(OFFERS + "/" + offer)
                .then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-store"))
                .body("state", is("offered"))
                .body("country", is("JP"))
                .body("stakeholderType", is("government"))
                .body("contact.email", is("aiko@soumu.example"));
        anybody().get(PARTNERS + "/" + offer).then().statusCode(404);

        accept(offer).statusCode(200).body("state", is("accepted"));

        anybody()
                .get(PARTNERS + "/" + offer)
                .then()
                .statusCode(200)
                .body("name", is("総務省"))
                .body("package", is("gold"))
                .body("tier", is(2))
                .body("contact", nullValue())
                .body("message", nullValue());
    }

    @Test
    void partners_stand_in_the_order_of_tiers_and_within_one_by_name_without_accents() {
        var first = packageOf(null, 98);
        var second = packageOf(null, 99);
        partner("a", "Zürich Tourismus", first);
        partner("a", "Éducation pour tous", first);
        partner("a", "Eduroam", first);
        partner("a", "Aaa", second);

        var inOrder = anybody()
                .get(PARTNERS + "?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(inOrder.<String>getList("items.findAll { it.tier >= 98 }.name"))
                .containsExactly("Éducation pour tous", "Eduroam", "Zürich Tourismus", "Aaa");

        var page = anybody().get(PARTNERS + "?limit=1").then().statusCode(200).extract();
        anybody().get(page.<String>path("links.next")).then().statusCode(200).body("items.size()", is(1));
    }

    @Test
    void only_who_made_an_offer_and_the_secretariat_see_it_and_the_contact_needs_its_own_scope() {
        var offer = offer("kenya", "Kenya ICT", "supporting");
        by("somebody-else").get(OFFERS + "/" + offer).then().statusCode(404);
        by("somebody-else").get(OFFERS + "?limit=200").then().body("items.id", not(hasItem(offer)));
        by("kenya").get(OFFERS + "?state=unheard-of").then().statusCode(400);
        by("kenya").get(OFFERS).then().body("items.id", contains(offer));
        Secretariat.request().get(OFFERS + "/" + offer).then().statusCode(200).body("contact", nullValue());
        anybody()
                .header(
                        "Authorization",
                        TestCredentials.of("head", "secretariat", "registration:read", "registration:read.pii"))
                .get(OFFERS + "?state=offered&limit=200")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.contact.name".formatted(offer), is("Aiko Tanaka"));
    }

    @Test
    void an_offer_is_changed_until_it_is_decided_and_then_by_the_secretariat_alone() {
        var offer = offer("uae", "TDRA", "gold");
        var path = OFFERS + "/" + offer;
        by("uae")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"v0-x\"")
                .body("{\"package\":\"strategic\",\"message\":null}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("package", is("strategic"))
                .body("message", nullValue());
        by("uae")
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(path)
                .then()
                .statusCode(428);
        accept(offer).statusCode(200);
        by("uae")
                .contentType("application/merge-patch+json")
                .header("If-Match", currentTag("uae", path))
                .body("{\"name\":\"Another\"}")
                .patch(path)
                .then()
                .statusCode(409)
                .body("code", is("offer-decided"));
        Secretariat.request()
                .contentType("application/merge-patch+json")
                .header("If-Match", currentTag("uae", path))
                .body("{\"name\":\"TDRA, United Arab Emirates\"}")
                .patch(path)
                .then()
                .statusCode(200);
        anybody().get(PARTNERS + "/" + offer).then().body("name", is("TDRA, United Arab Emirates"));
    }

    @Test
    void a_declined_offer_says_why_and_is_decided_once() {
        var offer = offer("unlucky", "Unlucky Ltd", "gold");
        var decision = OFFERS + "/" + offer + "/decision";
        Secretariat.request()
                .body("{\"decision\":\"declined\"}")
                .post(decision)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/reason"));
        Secretariat.request()
                .body("{\"decision\":\"declined\",\"reason\":\"No tobacco.\"}")
                .post(decision)
                .then()
                .statusCode(200);
        by("unlucky")
                .get(OFFERS + "/" + offer)
                .then()
                .body("state", is("declined"))
                .body("reason", is("No tobacco."));
        accept(offer).statusCode(409).body("code", is("offer-decided"));
        by("unlucky")
                .body("{}")
                .post(OFFERS + "/" + offer + "/withdrawal")
                .then()
                .statusCode(409);
        anybody().get(PARTNERS + "/" + offer).then().statusCode(404);
    }

    @Test
    void the_last_place_of_a_package_goes_to_one_of_five_who_are_accepted_at_once() throws Exception {
        var only = packageOf(1, 50);
        var offers = IntStream.range(0, 5)
                .mapToObj(i -> offer("racer-" + i, "Racer " + i, only))
                .toList();
        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads
                    .invokeAll(offers.stream()
                            .<Callable<Integer>>map(
                                    offer -> () -> accept(offer).extract().statusCode())
                            .toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .sorted()
                    .toList();
        }
        assertThat(answers).containsExactly(200, 409, 409, 409, 409);
        var lucky = anybody()
                .get(PARTNERS + "?limit=200")
                .then()
                .extract()
                .jsonPath()
                .<String>getList("items.findAll { it.package == '%s' }.id".formatted(only));
        assertThat(lucky).hasSize(1);

        // A partner who leaves makes room for another.
        var late = offers.stream()
                .filter(offer -> !lucky.contains(offer))
                .findFirst()
                .orElseThrow();
        accept(late).statusCode(409).body("code", is("package-full"));
        Secretariat.request()
                .body("{}")
                .post(OFFERS + "/" + lucky.getFirst() + "/withdrawal")
                .then()
                .statusCode(200);
        anybody().get(PARTNERS + "/" + lucky.getFirst()).then().statusCode(404);
        accept(late).statusCode(200);
    }

    @Test
    void a_partner_who_moves_to_a_full_package_stays_where_it_is() {
        var full = packageOf(1, 51);
        partner("first", "First", full);
        var other = partner("second", "Second", "supporting");
        Secretariat.request()
                .contentType("application/merge-patch+json")
                .header("If-Match", currentTag("second", OFFERS + "/" + other))
                .body("{\"package\":\"" + full + "\"}")
                .patch(OFFERS + "/" + other)
                .then()
                .statusCode(409)
                .body("code", is("package-full"));
        anybody().get(PARTNERS + "/" + other).then().body("package", is("supporting"));
    }

    @Test
    void a_partner_may_wish_not_to_be_named() {
        var offer = offer("shy", "Shy", "supporting");
        Secretariat.request()
                .body("{\"decision\":\"accepted\",\"listed\":false}")
                .post(OFFERS + "/" + offer + "/decision")
                .then()
                .statusCode(200);
        anybody().get(PARTNERS + "/" + offer).then().statusCode(404);
        Secretariat.request()
                .header("If-Match", currentTag("shy", OFFERS + "/" + offer))
                .body("{\"listed\":true}")
                .put(OFFERS + "/" + offer + "/listing")
                .then()
                .statusCode(200);
        anybody().get(PARTNERS + "/" + offer).then().statusCode(200);
        await().untilAsserted(() -> anybody()
                .get(Secretariat.EDITION + "/changes?limit=200")
                .then()
                .body(
                        "items.findAll { it.subject == 'partners/%s' }.type".formatted(offer),
                        contains(containsString("partner.listed"))));
    }

    @Test
    void a_logo_is_drawn_anew_and_shown_once_its_partner_is() throws IOException {
        var offer = offer("logo", "Logo Ltd", "supporting");
        by("logo")
                .contentType("image/png")
                .body(png())
                .put(OFFERS + "/" + offer + "/logo")
                .then()
                .statusCode(204);
        anybody().get(PARTNERS + "/" + offer + "/logo").then().statusCode(404);
        accept(offer).statusCode(200);
        var logo = anybody().get(PARTNERS + "/" + offer).then().extract().<String>path("logo");
        var etag = anybody()
                .get(logo)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("X-Content-Type-Options", is("nosniff"))
                .extract()
                .header("ETag");
        anybody().header("If-None-Match", etag).get(logo).then().statusCode(304);

        by("logo")
                .contentType("image/png")
                .body("<svg onload=alert(1)>".getBytes())
                .put(OFFERS + "/" + offer + "/logo")
                .then()
                .statusCode(422)
                .body("code", is("no-logo"));
        by("stranger")
                .contentType("image/png")
                .body(png())
                .put(OFFERS + "/" + offer + "/logo")
                .then()
                .statusCode(404);
        by("logo")
                .contentType("image/png")
                .body(new byte[1024 * 1024 + 1])
                .put(OFFERS + "/" + offer + "/logo")
                .then()
                .statusCode(413)
                .body("code", is("content-too-large"));
        by("logo")
                .contentType("image/svg+xml")
                .body("<svg/>".getBytes())
                .put(OFFERS + "/" + offer + "/logo")
                .then()
                .statusCode(415);
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void what_an_offer_cannot_say() {
        refused("\"gold\"", "\"diamond\"", "/package");
        refused("\"jp\"", "\"XX\"", "/country");
        refused("\"Government\"", "\"robots\"", "/stakeholderType");
        refused("\"https://www.soumu.example/\"", "\"javascript:alert(1)\"", "/website");
        refused("\"aiko@soumu.example\"", "\"aiko\"", "/contact/email");
        refused("\"Aiko Tanaka\"", "\"Aiko\\u202eTanaka\"", "/contact/name");
        refused("\"NAME\"", "\"  \"", "/name");
        refused("\"NAME\"", "\"" + "x".repeat(201) + "\"", "/name");
        by("x").body(body("NAME", "gold").replace("\"message\"", "\"mesage\""))
                .post(OFFERS)
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(400, 422));
        by("x").body(body("NAME", "gold"))
                .post("/registration/v1/editions/1999/partner-offers")
                .then()
                .statusCode(404);
    }

    private static void refused(String good, String bad, String pointer) {
        by("x").body(body("NAME", "gold").replace(good, bad))
                .post(OFFERS)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void an_offer_sent_twice_is_one() {
        var key = UUID.randomUUID().toString();
        var ids = IntStream.range(0, 2)
                .mapToObj(i -> by("twice", key)
                        .body(body("Twice", "gold"))
                        .post(OFFERS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        by("twice").get(OFFERS).then().body("items.size()", is(1));
    }
}
