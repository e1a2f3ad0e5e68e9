package org.wsisforum.registration.invitation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.restassured.RestAssured;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.Secretariat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

/** The letter as a document that an office prints, files and answers with a telephone. */
@ForumTest
class PrintedLetterTest {

    @BeforeEach
    void in_february() {
        ForumTime.is("2021-02-15T10:00:00Z");
    }

    private static PDDocument pdf(byte[] bytes, String name) throws IOException {
        // To be looked at by whoever changes the page.
        var kept = Path.of("target", "letters");
        Files.createDirectories(kept);
        Files.write(kept.resolve(name + ".pdf"), bytes);
        return Loader.loadPDF(bytes);
    }

    private static PDDocument byLink(Secretariat.Invited invited, String lang) throws IOException {
        var bytes = RestAssured.given()
                .accept("application/pdf")
                .get(invited.path() + "/letter?key=" + invited.key() + "&lang=" + lang)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Language", is(lang))
                .header("Cache-Control", is("private, no-store"))
                .header("Referrer-Policy", is("no-referrer"))
                .header("Content-Disposition", containsString("-" + lang + ".pdf"))
                .extract()
                .asByteArray();
        return pdf(bytes, lang);
    }

    private static String words(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ").strip();
    }

    private static String code(PDDocument document) throws IOException, ReaderException {
        BufferedImage page = new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 300);
        var points = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), points);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    private static Secretariat.Invited invitedInAllLanguages() {
        var letter = Secretariat.request()
                .body(Secretariat.circularLetter())
                .post(Secretariat.EDITION + "/letters")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var answer = Secretariat.invite(letter, "RW").then().statusCode(201).extract();
        return new Secretariat.Invited(answer.path("invitation.id"), answer.path("link.key"));
    }

    @Test
    void it_reads_in_each_language_with_the_reference_and_the_addressee() throws Exception {
        var invited = invitedInAllLanguages();
        for (var lang : new String[] {"en", "fr", "es", "ru", "zh", "ar"}) {
            try (var document = byLink(invited, lang)) {
                assertThat(words(document)).as(lang).contains("CL-21/").contains("Paula Ingabire");
                for (var page : document.getPages()) {
                    assertThat(page.getMediaBox().getWidth()).isBetween(594f, 596f);
                    for (var name : page.getResources().getFontNames()) {
                        var font = page.getResources().getFont(name);
                        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                        assertThat(font.getName()).as("a subset").matches("[A-Z]{6}\\+.*");
                    }
                }
            }
        }
    }

    @Test
    void arabic_chinese_and_russian_have_glyphs_and_can_be_searched_for() throws Exception {
        var invited = invitedInAllLanguages();
        try (var arabic = byLink(invited, "ar");
                var chinese = byLink(invited, "zh");
                var russian = byLink(invited, "ru")) {
            assertThat(words(arabic)).contains("منتدى القمة العالمية").doesNotContain("\u25a1");
            assertThat(words(chinese)).contains("信息社会世界峰会").doesNotContain("\u25a1");
            assertThat(words(russian)).contains("Форум").doesNotContain("\u25a1");
        }
    }

    @Test
    void its_code_leads_to_the_letter() throws Exception {
        var invited = invitedInAllLanguages();
        try (var document = byLink(invited, "en")) {
            var address = code(document);
            assertThat(address).endsWith(invited.path() + "/letter?key=" + invited.key());
            RestAssured.given()
                    .get(address.substring(address.indexOf("/registration")))
                    .then()
                    .statusCode(200)
                    .contentType("text/html");
        }
    }

    @Test
    void reading_it_opens_the_invitation() throws IOException {
        var invited = Secretariat.invited("KE");
        byLink(invited, "en").close();
        Secretariat.request().get(invited.path()).then().body("state", is("opened"));
    }

    @Test
    void a_copy_for_the_files_opens_nothing_and_has_no_code() throws IOException {
        var invited = Secretariat.invited("UG");
        var bytes = Secretariat.request()
                .accept("application/pdf")
                .get(invited.path() + "/letter")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var document = pdf(bytes, "copy")) {
            assertThat(words(document)).doesNotContain("key=");
            assertThat(StreamSupport.stream(
                            document.getPage(0).getResources().getXObjectNames().spliterator(), false))
                    .isEmpty();
            assertThatThrownBy(() -> code(document)).isInstanceOf(ReaderException.class);
        }
        Secretariat.request().get(invited.path()).then().body("state", is("sent"));
    }

    @Test
    void markup_in_a_letter_and_in_a_name_is_text() throws IOException {
        var letter = Secretariat.letter();
        var id = Secretariat.request()
                .body("""
                        {"letter":"%s","country":"FR","language":"en",
                         "addressee":{"name":"<img src='http://127.0.0.1:1/x'/> & <b>Bold</b>","title":"]]> Minister"}}""".formatted(letter))
                .post(Secretariat.EDITION + "/invitations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("invitation.id");
        var bytes = Secretariat.request()
                .accept("application/pdf")
                .get(Secretariat.EDITION + "/invitations/" + id + "/letter")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var document = pdf(bytes, "markup")) {
            assertThat(words(document))
                    .contains("<img src='http://127.0.0.1:1/x'/> & <b>Bold</b>")
                    .contains("]]> Minister")
                    .contains("Second <b>paragraph</b> & more.");
        }
    }

    @Test
    void a_browser_that_asks_for_a_page_gets_the_document_by_its_link() {
        var invited = Secretariat.invited("TZ");
        var page = RestAssured.given()
                .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get(invited.path() + "/letter?lang=fr&key=" + invited.key())
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();
        var link = page.replaceFirst("(?s).*<a href=\"([^\"]+)\" type=\"application/pdf\">.*", "$1")
                .replace("&amp;", "&");
        RestAssured.given()
                .accept("text/html")
                .get(link)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Language", is("en"));
    }

    @Test
    void a_link_that_opens_nothing_gets_no_document() {
        var invited = Secretariat.invited("ET");
        RestAssured.given()
                .accept("application/pdf")
                .get(invited.path() + "/letter?key=" + "x".repeat(43))
                .then()
                .statusCode(401);
        RestAssured.given()
                .accept("application/pdf")
                .get(invited.path() + "/letter")
                .then()
                .statusCode(401);
        Secretariat.request().get(invited.path() + "/letter?as=word").then().statusCode(422);
    }
}
