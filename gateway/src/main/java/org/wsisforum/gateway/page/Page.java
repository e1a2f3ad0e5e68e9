package org.wsisforum.gateway.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * One representation of a page.
 *
 * @param status the HTTP status
 * @param contentType the media type, with its character set
 * @param body the bytes
 * @param cacheControl how long it may be kept
 * @param etag strong, from the bytes
 */
public record Page(int status, String contentType, byte[] body, String cacheControl, String etag) {

    /** Kept for a short while, since it is made of what the services say. */
    public static final String FRESH = "public, max-age=10";

    /** Asked for again each time, which the ETag makes cheap. */
    public static final String REVALIDATED = "no-cache";

    /** A page with status 200. */
    public static Page of(String contentType, byte[] body, String cacheControl) {
        return new Page(200, contentType, body, cacheControl, tag(body));
    }

    /** A page of HTML. */
    public static Page html(String html, String cacheControl) {
        return of("text/html;charset=utf-8", html.getBytes(StandardCharsets.UTF_8), cacheControl);
    }

    /** A JSON document. */
    public static Page json(byte[] json, String cacheControl) {
        return of("application/json", json, cacheControl);
    }

    /** The same with another status. */
    public Page withStatus(int other) {
        return new Page(other, contentType, body, cacheControl, etag);
    }

    private static String tag(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 15)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
