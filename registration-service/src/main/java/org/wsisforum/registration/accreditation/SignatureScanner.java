package org.wsisforum.registration.accreditation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** Checks that a document is what it says it is, by the bytes with which such documents begin and end. */
@ApplicationScoped
class SignatureScanner implements DocumentScanner {

    private static final Map<String, byte[]> BEGINNINGS = Map.of(
            "application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII),
            "image/png", HexFormat.of().parseHex("89504e470d0a1a0a"),
            "image/jpeg", HexFormat.of().parseHex("ffd8ff"));

    /** So far from its end a PDF says that it ends; programs write something after it. */
    private static final int TAIL = 1024;

    @Override
    public Optional<String> objection(String mediaType, byte[] bytes) {
        var beginning = BEGINNINGS.get(mediaType);
        if (beginning == null || !beginsWith(bytes, beginning)) {
            return Optional.of("Its bytes are no " + mediaType + ".");
        }
        if (mediaType.equals("application/pdf") && !tail(bytes).contains("%%EOF")) {
            return Optional.of("The document is not whole.");
        }
        return Optional.empty();
    }

    private static boolean beginsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && java.util.Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static String tail(byte[] bytes) {
        var from = Math.max(0, bytes.length - TAIL);
        return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
    }
}
