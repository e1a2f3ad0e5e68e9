package org.wsisforum.kit.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;

/** Prints pages of XHTML. */
public final class Pdf {

    private static final Pattern NOT_PRINTED = Pattern.compile(
            "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]|[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    /** What is known of the fonts, so that one which a page does not use is not read. */
    private static final FSDefaultCacheStore METRICS = new FSDefaultCacheStore();

    /** A page takes a core for a tenth of a second or more; so many are printed at once, however many are asked for. */
    private static final Semaphore AT_WORK = new Semaphore(2);

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /**
     * A page as a document. The same page is the same bytes, whenever and wherever it is printed.
     *
     * @param page well-formed XHTML with all its styles
     */
    public static byte[] of(String page) {
        AT_WORK.acquireUninterruptibly();
        try {
            return printed(NOT_PRINTED.matcher(page).replaceAll(""));
        } catch (IOException e) {
            throw new UncheckedIOException("A page cannot be printed", e);
        } finally {
            AT_WORK.release();
        }
    }

    private static byte[] printed(String page) throws IOException {
        var document = new ByteArrayOutputStream();
        var printer = new PdfRendererBuilder();
        printer.useFastMode();
        printer.usePdfUaAccessibility(true);
        printer.withProducer("WSIS");
        printer.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        printer.useUnicodeBidiReorderer(new ArabicWriting());
        printer.useUnicodeLineBreaker(new ICUBreakers.ICULineBreaker(Locale.ROOT));
        printer.useReplacementText("\u25a1");
        printer.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        printer.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, METRICS);
        var dejavu = "/net/sf/jasperreports/fonts/dejavu/DejaVu";
        use(printer, dejavu + "Sans.ttf", "Sans", 400);
        use(printer, dejavu + "Sans-Bold.ttf", "Sans", 700);
        use(printer, dejavu + "Serif.ttf", "Serif", 400);
        use(printer, dejavu + "Serif-Bold.ttf", "Serif", 700);
        use(printer, "/fonts/WenQuanZhengHei.ttf", "Han", 400);
        use(printer, "/fonts/WenQuanZhengHei.ttf", "Han", 700);
        printer.withHtmlContent(page, null);
        try (var renderer = printer.buildPdfRenderer();
                var pages = renderer.createPDFKeepOpen()) {
            // The printer would write down when it printed, and take the moment for what the document is.
            pages.getDocumentInformation().setCreationDate(null);
            pages.setDocumentId(UUID.nameUUIDFromBytes(page.getBytes(StandardCharsets.UTF_8))
                    .getMostSignificantBits());
            pages.save(document);
        }
        return document.toByteArray();
    }

    private static void use(PdfRendererBuilder printer, String file, String family, int weight) {
        FSSupplier<InputStream> font = () -> Pdf.class.getResourceAsStream(file);
        printer.useFont(font, family, weight, FontStyle.NORMAL, true);
    }
}
