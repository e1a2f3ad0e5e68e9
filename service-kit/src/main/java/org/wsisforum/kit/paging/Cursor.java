package org.wsisforum.kit.paging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where a page starts.
 *
 * @param forward whether the page follows the keys, or precedes them
 * @param keys the keys of the row next to the page
 */
record Cursor(boolean forward, List<String> keys) {

    private static final String SEPARATOR = "\u001f";

    String write(String list) {
        var content = (forward ? ">" : "<") + fingerprint(list) + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String written, String list, int keys) {
        String content;
        try {
            content = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw notValid();
        }
        var parts = content.split(SEPARATOR, -1);
        if (parts.length != keys + 1
                || !parts[0].matches("[<>].*")
                || !parts[0].substring(1).equals(fingerprint(list))) {
            throw notValid();
        }
        return new Cursor(parts[0].startsWith(">"), List.of(parts).subList(1, parts.length));
    }

    static RuntimeException notValid() {
        return PagingProblem.CURSOR_NOT_VALID.because(
                "Take cursors from the links of a page, and keep filter and order while you follow them.");
    }

    private static String fingerprint(String list) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 6));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
