package org.wsisforum.agenda.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML to a stream; whatever a text holds, it stays a text. */
final class Markup {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    /** What no XML 1.0 document may hold, escaped or not. */
    private static final Pattern UNFIT =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]");

    private final XMLStreamWriter out;

    private Markup(XMLStreamWriter out) {
        this.out = out;
    }

    /** What an element holds. */
    @FunctionalInterface
    interface Content {
        void write(Markup xml) throws XMLStreamException;
    }

    /** Writes a document; the stream is not closed. */
    static void document(OutputStream stream, Content content) throws IOException {
        // Buffered, since the writer takes another kind for one that cannot encode characters beyond the first plane.
        var text = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        try {
            var out = FACTORY.createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            content.write(new Markup(out));
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw new IOException("The document cannot be written", e);
        }
        text.flush();
    }

    void namespace(String uri) throws XMLStreamException {
        out.writeDefaultNamespace(uri);
    }

    void attribute(String name, Object value) throws XMLStreamException {
        if (value != null) {
            out.writeAttribute(name, fit(value));
        }
    }

    void text(Object value) throws XMLStreamException {
        if (value != null) {
            out.writeCharacters(fit(value));
        }
    }

    void element(String name, Content content) throws XMLStreamException {
        out.writeStartElement(name);
        content.write(this);
        out.writeEndElement();
    }

    /** An element with a text; empty for null. */
    void element(String name, Object value) throws XMLStreamException {
        element(name, (Content) xml -> xml.text(value));
    }

    private static String fit(Object value) {
        return UNFIT.matcher(Objects.toString(value)).replaceAll("");
    }
}
