package org.wsisforum.gateway.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

/**
 * The bytes of an answer in one encoding.
 *
 * @param encoding as Content-Encoding names it, or null for none
 * @param body the bytes
 * @param etag its tag, or null; a strong one is of these bytes and no others
 */
record Representation(String encoding, Buffer body, String etag) {

    /** Below this the head of the answer is the larger part of it. */
    private static final int WORTH_COMPRESSING = 1_000;

    private static final List<String> COMPRESSIBLE = List.of("text/", "json", "xml", "javascript");

    static Representation plain(Buffer body, String etag) {
        return new Representation(null, body, etag);
    }

    /** The same in fewer bytes, if that is possible. */
    Optional<Representation> compressed(String contentType) {
        if (body.length() < WORTH_COMPRESSING || contentType == null) {
            return Optional.empty();
        }
        var type = contentType.toLowerCase(Locale.ROOT);
        if (COMPRESSIBLE.stream().noneMatch(type::contains)) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream(body.length() / 4);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail.", e);
        }
        var strong = etag != null && etag.endsWith("\"") && !etag.startsWith("W/");
        return bytes.size() < body.length()
                ? Optional.of(new Representation(
                        "gzip",
                        Buffer.buffer(bytes.toByteArray()),
                        strong ? etag.substring(0, etag.length() - 1) + "-gzip\"" : etag))
                : Optional.empty();
    }

    /** Whether somebody who sends these headers can read gzip (RFC 9110 12.5.3). */
    static boolean mayBeCompressed(MultiMap request) {
        var anything = false;
        for (var line : request.getAll(HttpHeaders.ACCEPT_ENCODING)) {
            for (var entry : line.toLowerCase(Locale.ROOT).split(",")) {
                var parts = entry.split(";", 2);
                var coding = parts[0].strip();
                var refused = parts.length == 2 && parts[1].replace(" ", "").matches("q=0(\\.0{0,3})?");
                if (coding.equals("gzip") || coding.equals("x-gzip")) {
                    return !refused;
                }
                anything |= coding.equals("*") && !refused;
            }
        }
        return anything;
    }
}
