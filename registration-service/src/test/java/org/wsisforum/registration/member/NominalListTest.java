package org.wsisforum.registration.member;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.registration.ForumTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.wsisforum.registration.member.Focal.member;

@ForumTest
class NominalListTest {

    @BeforeEach
    void registrationIsOpen() {
        ForumTime.is("2021-02-10T09:00:00Z");
    }

    private static Focal ofManyScripts() {
        var focal = Focal.ofUnBody(null);
        focal.entered(
                member(
                        "بن علي",
                        Map.of(
                                "givenName",
                                "محمد",
                                "role",
                                "head",
                                "rank",
                                "head-of-agency",
                                "jobTitle",
                                "المدير العام")),
                member("赵厚麟", Map.of("rank", "ambassador", "jobTitle", "大使", "entity", "国际电信联盟")),
                member("Щербаков", Map.of("givenName", "Юрий", "jobTitle", "Советник")),
                member("=SUM(A1)", Map.of("jobTitle", "<b>bold</b> & more", "entity", "+1", "role", "staff")));
        return focal;
    }

    @Test
    void who_was_approved_stands_on_it_in_order() {
        var focal = ofManyScripts();
        focal.request()
                .get(focal.path() + "/nominal-list")
                .then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-store"))
                .body("delegation.id", is(focal.delegation()))
                .body("members.name", contains("محمد بن علي", "赵厚麟", "=SUM(A1)", "Юрий Щербаков"))
                .body("members.vip.class", contains("UN", "AMB", null, null));
    }

    @Test
    void as_a_table_nothing_is_taken_for_a_formula() {
        var focal = ofManyScripts();
        var table = focal.request()
                .get(focal.path() + "/nominal-list.csv")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("nominal-list-"))
                .extract()
                .asByteArray();
        var rows = new String(table, StandardCharsets.UTF_8).lines().toList();
        assertThat(rows.getFirst()).startsWith("\ufeffnumber,role,honorific,name");
        assertThat(rows.get(1)).startsWith("1,head,,محمد بن علي,head-of-agency");
        assertThat(rows.get(3)).contains(",'=SUM(A1),").contains(",'+1,").startsWith("3,staff");
    }

    @Test
    void as_a_workbook_each_name_is_text() throws IOException {
        var focal = ofManyScripts();
        var book = focal.request()
                .get(focal.path() + "/nominal-list.xlsx?lang=fr")
                .then()
                .statusCode(200)
                .header("Content-Language", is("fr"))
                .extract()
                .asByteArray();
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            var rows = read.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(0)).startsWith("Liste nominative de la délégation – Body");
            var names = rows.stream().skip(2).map(row -> row.getCell(2)).toList();
            assertThat(names)
                    .extracting(cell -> cell.getText())
                    .containsExactly("محمد بن علي", "赵厚麟", "=SUM(A1)", "Юрий Щербаков");
            assertThat(names).allSatisfy(cell -> assertThat(cell.getType()).isEqualTo(CellType.STRING));
        }
    }

    @Test
    void as_a_document_names_stand_in_their_own_script_and_markup_in_them_is_none() throws IOException {
        var focal = ofManyScripts();
        var pdf = focal.request()
                .get(focal.path() + "/nominal-list.pdf?lang=en")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            var words = new PDFTextStripper().getText(document);
            assertThat(words)
                    .contains("赵厚麟", "Юрий Щербаков", "<b>bold</b> & more", "Head of delegation", "Nominal list")
                    .doesNotContain("\u25a1");
        }
        draw(pdf, "nominal-list.png");
        draw(focal.request().get(focal.path() + "/nominal-list.pdf?lang=ar").asByteArray(), "nominal-list-ar.png");
        var once = focal.request().get(focal.path() + "/nominal-list.pdf?lang=en");
        focal.request()
                .header("If-None-Match", once.getHeader("ETag"))
                .get(focal.path() + "/nominal-list.pdf?lang=en")
                .then()
                .statusCode(304);
    }

    /** To be looked at by whoever changes the page. */
    private static void draw(byte[] pdf, String file) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(0, 80),
                    "png",
                    Files.createDirectories(Path.of("target")).resolve(file).toFile());
        }
    }

    @Test
    void each_language_has_its_document() {
        var focal = ofManyScripts();
        assertThat(List.of("ar", "zh", "en", "fr", "ru", "es").stream()
                        .map(language -> focal.request()
                                .get(focal.path() + "/nominal-list.pdf?lang=" + language)
                                .then()
                                .statusCode(200)
                                .header("Content-Language", is(language))
                                .extract()
                                .header("ETag"))
                        .collect(Collectors.toSet()))
                .hasSize(6);
        focal.request().get(focal.path() + "/nominal-list.pdf?lang=de").then().statusCode(422);
    }

    @Test
    void an_empty_list_says_so() {
        var focal = Focal.ofUnBody(null);
        focal.request().get(focal.path() + "/nominal-list.pdf").then().statusCode(200);
        focal.request().get(focal.path() + "/nominal-list.xlsx").then().statusCode(200);
        focal.request()
                .get(focal.path() + "/nominal-list")
                .then()
                .statusCode(200)
                .body("members.size()", is(0));
    }
}
