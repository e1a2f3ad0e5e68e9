/**
 * Documents to be printed, filed and signed: a page of XHTML becomes a PDF that looks the same everywhere and in ten years.
 *
 * <p>All fonts are embedded, cut down to the glyphs that are used, and come with the kit: the families {@code Sans} and {@code
 * Serif} (DejaVu, under the Bitstream Vera licence) hold Latin, Greek, Cyrillic and Arabic, {@code Han} (WenQuanYi Zen Hei, GPL
 * version 2 with the exception that a document with its glyphs is under no licence of the font) holds Chinese, Japanese and
 * Korean; whatever a family lacks is taken from the next one that the style names. Arabic is joined and runs from right to left by
 * the Unicode bidirectional algorithm; lines break by its rules too. The document is tagged (PDF/UA), so that it can be read
 * aloud: the page needs a {@code title}, a {@code lang}, a {@code meta} with the description, and pictures an {@code alt}.
 *
 * <p>Nothing is fetched: pictures stand in the page as {@code data:}. Words of others must be escaped by whoever writes the page;
 * characters that XML does not know, and directional overrides, which make a name read differently from what it is, are left out
 * here. Nothing of what is printed gets into a log.
 */
package org.wsisforum.kit.pdf;
