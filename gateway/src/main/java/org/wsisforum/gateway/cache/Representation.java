package org.wsisforum.gateway.cache;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.vertx.core.buffer.Buffer;

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

    /** The same in fewer bytes, in each way in which that is possible. */
    Map<Encoding, Representation> compressed(String contentType) {
        if (body.length() < WORTH_COMPRESSING || contentType == null) {
            return Map.of();
        }
        var type = contentType.toLowerCase(Locale.ROOT);
        if (COMPRESSIBLE.stream().noneMatch(type::contains)) {
            return Map.of();
        }
        var found = new EnumMap<Encoding, Representation>(Encoding.class);
        var bytes = body.getBytes();
        for (var encoding : Encoding.possible()) {
            var smaller = encoding.smaller(bytes);
            if (smaller.length < bytes.length) {
                found.put(encoding, new Representation(encoding.token(), Buffer.buffer(smaller), tagOf(encoding)));
            }
        }
        return found;
    }

    private String tagOf(Encoding encoding) {
        var strong = etag != null && etag.endsWith("\"") && !etag.startsWith("W/");
        return strong ? etag.substring(0, etag.length() - 1) + "-" + encoding.token() + '"' : etag;
    }
}
