package org.wsisforum.kit.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is printed reads the same everywhere. */
class PdfTest {

    private static final String STYLE = "body { font-family: Sans, Han } h1 { font-family: Serif, Sans, Han }";

    private static PDDocument printed(String body) throws IOException {
        return Loader.loadPDF(Pdf.of("""
                <html lang="en">
                <head><title>A page</title><meta name="description" content="A test."/><style>%s</style></head>
                <body>%s</body>
                </html>""".formatted(STYLE, body)));
    }

    private static String words(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).strip();
    }

    @Test
    void the_same_page_is_the_same_bytes_and_does_not_say_when_it_was_printed() throws IOException {
        var page =
                "<html lang=\"en\"><head><title>A page</title><meta name=\"description\" content=\"A test.\"/></head>"
                        + "<body>%s</body></html>";
        var once = Pdf.of(page.formatted("Geneva"));
        assertThat(Pdf.of(page.formatted("Geneva"))).isEqualTo(once);
        assertThat(Pdf.of(page.formatted("Genève"))).isNotEqualTo(once);
        try (var document = Loader.loadPDF(once)) {
            assertThat(document.getDocumentInformation().getCreationDate()).isNull();
        }
    }

    @Test
    void words_of_each_script_can_be_searched_for() throws IOException {
        try (var document = printed("""
                <h1>World Summit</h1>
                <p lang="fr">Sommet mondial sur la société de l’information – œuvre</p>
                <p lang="es">Cumbre Mundial sobre la Sociedad de la Información ¿año?</p>
                <p lang="ru">Всемирная встреча на высшем уровне</p>
                <p lang="zh">信息社会世界峰会</p>""")) {
            assertThat(words(document).lines().map(String::strip))
                    .containsExactly(
                            "World Summit",
                            "Sommet mondial sur la société de l’information – œuvre",
                            "Cumbre Mundial sobre la Sociedad de la Información ¿año?",
                            "Всемирная встреча на высшем уровне",
                            "信息社会世界峰会");
        }
    }

    @Test
    void arabic_is_joined_and_runs_from_right_to_left() throws IOException {
        var drawn = new ArrayList<String>();
        var places = new ArrayList<Float>();
        try (var document = printed("<p dir=\"rtl\" lang=\"ar\">قمة WSIS</p>")) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition glyph) {
                    if (!glyph.getUnicode().isBlank()) {
                        drawn.add(glyph.getUnicode());
                        places.add(glyph.getX());
                    }
                }
            }.getText(document);
        }
        // Initial qaf, medial meem, final teh marbuta, and the Latin word to the left of them.
        assertThat(drawn).contains("\ufed7", "\ufee4", "\ufe94", "W");
        assertThat(places.get(drawn.indexOf("\ufed7"))).isGreaterThan(places.get(drawn.indexOf("\ufee4")));
        assertThat(places.get(drawn.indexOf("\ufee4"))).isGreaterThan(places.get(drawn.indexOf("\ufe94")));
        assertThat(places.get(drawn.indexOf("\ufe94"))).isGreaterThan(places.get(drawn.indexOf("S")));
    }

    @Test
    void arabic_marks_stand_at_their_letters_and_take_no_place_of_their_own() throws IOException {
        var drawn = new ArrayList<String>();
        var places = new ArrayList<Float>();
        var widths = new ArrayList<Float>();
        try (var document = printed("<p dir=\"rtl\" lang=\"ar\">نظرًا إلى</p>")) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition glyph) {
                    drawn.add(glyph.getUnicode());
                    places.add(glyph.getX());
                    widths.add(glyph.getWidth());
                }
            }.getText(document);
        }
        var mark = drawn.indexOf("\u064b");
        assertThat(mark).as("drawn as a mark: " + drawn).isNotNegative();
        assertThat(widths.get(mark)).isZero();
        // Isolated reh, whose mark it is: drawn just before, and the mark where it ends.
        assertThat(drawn.get(mark - 1)).isIn("\ufead", "\ufeae", "\ufe8d", "\ufe8e");
        assertThat(places.get(mark)).isGreaterThan(places.get(mark - 1));
    }

    @Test
    void every_font_is_embedded_and_holds_only_what_is_used() throws IOException {
        try (var document = printed("<h1>Serif</h1><p>Sans <b>bold</b> 中文 العربية</p>")) {
            var fonts = new ArrayList<String>();
            for (var page : document.getPages()) {
                var resources = page.getResources();
                for (var name : StreamSupport.stream(resources.getFontNames().spliterator(), false)
                        .toList()) {
                    var font = resources.getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts.add(font.getName().replaceFirst("^[A-Z]{6}\\+", "subset of "));
                }
            }
            assertThat(fonts)
                    .containsExactlyInAnyOrder(
                            "subset of DejaVuSerif-Bold",
                            "subset of DejaVuSans",
                            "subset of DejaVuSans-Bold",
                            "subset of WenQuanYiZenHei");
        }
    }

    @Test
    void what_would_break_the_page_or_turn_a_name_round_is_left_out() throws IOException {
        try (var document = printed("<p>one\u0000\u0001\ufffe \u202eowt\u202c &lt;b&gt; &amp;</p>")) {
            assertThat(words(document)).isEqualTo("one owt <b> &");
        }
    }

    @Test
    void pictures_stand_in_the_page_and_none_is_fetched(@TempDir Path folder) throws IOException {
        var picture = folder.resolve("picture.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        var inPage = "data:image/png;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(picture));
        assertThat(picturesOf(inPage)).isEqualTo(1);
        assertThat(picturesOf(picture.toUri().toString())).isZero();
        assertThat(picturesOf("http://127.0.0.1:1/picture.png")).isZero();
    }

    private static long picturesOf(String address) throws IOException {
        try (var document = printed("<p>words</p><img alt=\"picture\" src=\"" + address + "\"/>")) {
            var names = document.getPage(0).getResources().getXObjectNames();
            return StreamSupport.stream(names.spliterator(), false).count();
        }
    }
}
