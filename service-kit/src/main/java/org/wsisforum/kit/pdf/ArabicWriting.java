package org.wsisforum.kit.pdf;

import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;

/**
 * Arabic as it is written: the marks over and under letters stay with their letters. The library's own turns them round together
 * with the letters, so that a mark stands over the letter before, and makes them forms that take a place of their own in the line.
 */
class ArabicWriting extends ICUBidiReorderer {

    /** The marks U+064B to U+0652, each in two forms that take a place: alone, and on a stroke that joins letters. */
    private static final int FORMS = 0xfe70;

    private static final String MARKS =
            "\u064b\u064b\u064c\ufe73\u064d\ufe75\u064e\u064e\u064f\u064f\u0650\u0650\u0651\u0651\u0652\u0652";

    @Override
    public String reorderRTLTextToLTR(String text) {
        return Bidi.writeReverse(text, Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING);
    }

    @Override
    public String shapeText(String text) {
        return super.shapeText(text)
                .codePoints()
                .collect(StringBuilder::new, ArabicWriting::append, StringBuilder::append)
                .toString();
    }

    private static void append(StringBuilder written, int letter) {
        var form = letter - FORMS;
        if (form >= 0 && form < MARKS.length()) {
            written.append(MARKS.charAt(form));
        } else {
            written.appendCodePoint(letter);
        }
    }
}
