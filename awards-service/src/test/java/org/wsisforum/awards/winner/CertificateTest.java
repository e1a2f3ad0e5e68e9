package org.wsisforum.awards.winner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.awards.review.Contest;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** A certificate is a page that can be printed, signed, and looked up. */
@AwardsTest
class CertificateTest {

    private static PDDocument pdf(String path) throws IOException {
        var bytes = when().get(path)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        // To be looked at by whoever changes the page.
        var kept = Path.of("target", "certificates");
        Files.createDirectories(kept);
        Files.write(kept.resolve(path.replaceFirst(".*/editions/", "").replaceAll("[^a-z0-9=-]", "_") + ".pdf"), bytes);
        return Loader.loadPDF(bytes);
    }

    private static String words(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ").strip();
    }

    private static String winner(String project) {
        return Contest.EDITION + "/winners/" + project + "/certificate";
    }

    private static String champion(String project) {
        return Contest.EDITION + "/champions/" + project + "/certificate";
    }

    private static void requireOnePageWithItsFonts(PDDocument document) throws IOException {
        assertThat(document.getNumberOfPages()).isEqualTo(1);
        var page = document.getPage(0);
        assertThat(page.getMediaBox().getWidth()).isBetween(841f, 843f);
        assertThat(page.getMediaBox().getHeight()).isBetween(594f, 596f);
        for (var name : page.getResources().getFontNames()) {
            var font = page.getResources().getFont(name);
            assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
    }

    /** A hand's width of two centimetres between the last of the words and whose signature it is. */
    private static void requireRoomToSign(PDDocument document) throws IOException {
        var heights = new TreeMap<String, Float>();
        new PDFTextStripper() {
            @Override
            protected void writeString(String line, List<TextPosition> glyphs) {
                heights.put(line.strip(), glyphs.getFirst().getYDirAdj());
            }
        }.getText(document);
        assertThat(heights.get("Secretary-General") - heights.get("Action Line C9"))
                .isGreaterThan(57);
    }

    @Test
    void a_winners_certificate_says_who_won_what_where_and_when() throws IOException {
        var finals = new Finals("Telemedicine", "Other");
        var project = finals.champions.getFirst();
        finals.decide(project).statusCode(201);
        Finals.whenWinnersArePublic();
        try (var document = pdf(winner(project))) {
            requireOnePageWithItsFonts(document);
            assertThat(words(document))
                    .contains("A contest for tests")
                    .contains("Telemedicine " + finals.category)
                    .contains("Entity of Telemedicine " + finals.category)
                    .contains("Kiribati")
                    .contains("is a Winner of the WSIS Prizes")
                    .contains("Category: Media")
                    .contains("Action Line C9")
                    .contains("Geneva, 18 May 2031")
                    .contains("Secretary-General")
                    .doesNotContain("Champion");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Certificate");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
        when().get(winner(finals.champions.get(1))).then().statusCode(404);
    }

    @Test
    void its_code_leads_to_what_proves_it() throws Exception {
        var finals = new Finals("Telemedicine");
        var project = finals.champions.getFirst();
        finals.decide(project).statusCode(201);
        Finals.whenWinnersArePublic();
        String address;
        try (var document = pdf(winner(project))) {
            var seen = new PDFRenderer(document).renderImageWithDPI(0, 150);
            var points = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
            address = new QRCodeReader()
                    .decode(new BinaryBitmap(
                            new HybridBinarizer(new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), points))))
                    .getText();
            assertThat(words(document).replace(" ", "")).contains(address);
        }
        assertThat(address).startsWith("http://localhost:8080" + Contest.EDITION + "/certificates/W" + finals.category);
        var path = address.substring("http://localhost:8080".length());
        when().get(path)
                .then()
                .statusCode(200)
                .body("kind", is("winner"))
                .body("project", is(project))
                .body("title", is("Telemedicine " + finals.category))
                .body("category", is(finals.category))
                .body("ceremonyOn", is("2031-05-18"))
                .body("certificate", is(winner(project)));
        Finals.shortlyBeforeWinnersArePublic();
        when().get(path).then().statusCode(404);
        when().get(path.replace("-", "-0").substring(0, path.length())).then().statusCode(404);
        when().get(Contest.EDITION + "/certificates/anything").then().statusCode(404);
    }

    @Test
    void a_champion_has_one_from_the_day_of_the_champions_on_that_says_nothing_of_winning() throws IOException {
        var finals = new Finals("First", "Second");
        finals.decide(finals.champions.getFirst()).statusCode(201);
        ForumTime.is("2031-04-12T23:59:59+02:00");
        when().get(champion(finals.champions.getFirst())).then().statusCode(404);
        ForumTime.is("2031-04-13T00:00:00+02:00");
        for (var project : finals.champions) {
            try (var document = pdf(champion(project))) {
                requireOnePageWithItsFonts(document);
                assertThat(words(document))
                        .contains("is a Champion of the WSIS Prizes")
                        .doesNotContain("Winner");
            }
        }
        when().get(winner(finals.champions.getFirst())).then().statusCode(404);
        when().get(champion(UUID.randomUUID().toString())).then().statusCode(404);
    }

    @Test
    void the_manager_prints_all_of_a_category_before_the_ceremony() throws IOException {
        var finals = new Finals("First", "Second", "Third");
        var path = Contest.EDITION + "/winner-decisions/" + finals.category + "/certificates";
        Contest.manager().get(path).then().statusCode(404);
        finals.decide(finals.champions.get(0), finals.champions.get(2)).statusCode(201);
        var bytes = Contest.manager()
                .queryParam("lang", "fr")
                .get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .header("Content-Language", "fr")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(words(document))
                    .contains("est lauréat des Prix du SMSI")
                    .contains("First " + finals.category)
                    .contains("Third " + finals.category)
                    .contains("Genève, 18 mai 2031")
                    .doesNotContain("Second");
        }
    }

    @Test
    void names_are_shown_as_they_are_in_every_script_and_length() throws IOException {
        for (var name : Map.of(
                        "<b>Care</b> & \\\"more\\\" <script>'1'</script>",
                        "<b>Care</b> & \"more\" <script>'1'</script>",
                        "信息社会世界峰会",
                        "信息社会世界峰会",
                        "Здоровье для всех",
                        "Здоровье для всех",
                        "Long ".repeat(36) + "title",
                        ("Long ".repeat(36) + "title"),
                        "W".repeat(185),
                        "W".repeat(185),
                        "{title} {#for}",
                        "{title} {#for}")
                .entrySet()) {
            var finals = new Finals(name.getKey());
            Finals.whenWinnersArePublic();
            try (var document = pdf(champion(finals.champions.getFirst()))) {
                requireOnePageWithItsFonts(document);
                requireRoomToSign(document);
                assertThat(words(document).replace(" ", ""))
                        .contains((name.getValue() + finals.category).replace(" ", ""));
            }
        }
    }

    @Test
    void an_arabic_name_is_set_as_arabic() throws IOException {
        var finals = new Finals("الصحة للجميع");
        Finals.whenWinnersArePublic();
        try (var document = pdf(champion(finals.champions.getFirst()))) {
            requireOnePageWithItsFonts(document);
            // Found by whoever looks for the letters as they are typed; how they are drawn is the printer's own test.
            assertThat(words(document)).contains("الصحة للجميع");
        }
    }

    @Test
    void who_has_one_is_told_that_it_is_still_the_same() {
        var finals = new Finals("First");
        Finals.whenWinnersArePublic();
        var path = champion(finals.champions.getFirst());
        var first = when().get(path)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"[A-Za-z0-9_-]+\""))
                .header("Content-Length", notNullValue())
                .header("Cache-Control", containsString("public"))
                .extract()
                .response();
        assertThat(when().get(path).asByteArray()).isEqualTo(first.asByteArray());
        given().header("If-None-Match", first.header("ETag"))
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", is(first.header("ETag")))
                .body(is(""));
        QuarkusTransaction.requiringNew()
                .run(() -> Finals.sql(
                        "update project set title = 'Another' where id = ?1",
                        UUID.fromString(finals.champions.getFirst())));
        given().header("If-None-Match", first.header("ETag")).get(path).then().statusCode(200);
    }

    @Test
    void that_there_is_none_yet_is_kept_by_nobody() {
        var finals = new Finals("First");
        finals.decide(finals.champions.getFirst()).statusCode(201);
        Finals.shortlyBeforeWinnersArePublic();
        when().get(winner(finals.champions.getFirst()))
                .then()
                .statusCode(404)
                .header("Cache-Control", is("no-store"))
                .header("ETag", nullValue());
    }

    @Test
    void each_language_of_an_edition_has_its_own_words() throws IOException {
        var finals = new Finals("Telemedicine");
        var edition = "2031-six";
        QuarkusTransaction.requiringNew().run(() -> {
            Finals.sql(
                    "insert into edition (code, version, title, zone, languages, phases, rules) select ?1, 0,"
                            + " (select title from edition where code = '2021'), zone,"
                            + " (select languages from edition where code = '2021'), phases,"
                            + " rules || jsonb_build_object('ceremonyPlace',"
                            + " (select rules -> 'ceremonyPlace' from edition where code = '2021'))"
                            + " from edition where code = '2031'",
                    edition);
            Finals.sql(
                    "insert into category (edition, number, version, action_line, name)"
                            + " select ?1, 10, 0, action_line, name from category where edition = '2021' and number = 10",
                    edition);
            Finals.sql(
                    "update project set edition = ?1, category = 10 where id = ?2",
                    edition,
                    UUID.fromString(finals.champions.getFirst()));
            Finals.sql("update champion set edition = ?1, category = 10 where category = ?2", edition, finals.category);
        });
        try {
            Finals.whenWinnersArePublic();
            var path = "/awards/v1/editions/" + edition + "/champions/" + finals.champions.getFirst() + "/certificate";
            for (var words : Map.of(
                            "en", "is a Champion of the WSIS Prizes",
                            "fr", "est champion des Prix du SMSI",
                            "es", "es campeón de los Premios de la CMSI",
                            "ru", "является чемпионом конкурса на награды ВВУИО",
                            "zh", "荣获信息社会世界峰会奖冠军项目称号")
                    .entrySet()) {
                try (var document = pdf(path + "?lang=" + words.getKey())) {
                    requireOnePageWithItsFonts(document);
                    assertThat(words(document)).contains(words.getValue());
                    assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(words.getKey());
                }
            }
            try (var document = pdf(path + "?lang=ar")) {
                requireOnePageWithItsFonts(document);
                assertThat(words(document)).contains("من أبطال جوائز القمة العالمية لمجتمع المعلومات");
            }
        } finally {
            QuarkusTransaction.requiringNew().run(() -> {
                Finals.sql("delete from champion where edition = ?1", edition);
                Finals.sql(
                        "update project set edition = '2031', category = ?1 where id = ?2",
                        finals.category,
                        UUID.fromString(finals.champions.getFirst()));
                Finals.sql("delete from category where edition = ?1", edition);
                Finals.sql("delete from edition where code = ?1", edition);
            });
        }
    }

    @Test
    void a_language_that_the_edition_does_not_speak_is_english_and_an_unknown_one_is_refused() {
        var finals = new Finals("First");
        Finals.whenWinnersArePublic();
        given().queryParam("lang", "ru")
                .get(champion(finals.champions.getFirst()))
                .then()
                .statusCode(200)
                .header("Content-Language", "en");
        given().queryParam("lang", "xx")
                .get(champion(finals.champions.getFirst()))
                .then()
                .statusCode(422)
                .body("code", is("language-not-available"));
    }
}
