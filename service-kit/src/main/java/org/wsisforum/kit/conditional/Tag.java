package org.wsisforum.kit.conditional;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writing and comparing entity tags. */
final class Tag {

    /** One entity tag of a list; the opaque part may hold commas, so that a list cannot simply be split. */
    private static final Pattern IN_A_LIST = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"|([^\\s,\"]+)");

    private static final Pattern VERSION = Pattern.compile("v(\\d{1,18})(-.*)?");

    private Tag() {}

    /** The opaque part of the tag for these bytes, with the row's version in front where there is one. */
    static String of(byte[] representation, OptionalLong version) {
        var digest = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha256(representation), 15));
        return version.isPresent() ? "v" + version.getAsLong() + "-" + digest : digest;
    }

    /** RFC 9110, 13.1.2: weak comparison; bare tags of careless clients are taken too. */
    static boolean noneMatchHits(List<String> headerLines, String opaque) {
        return entries(headerLines).anyMatch(e -> e.equals("*") || opaque(e).equals(opaque));
    }

    /**
     * RFC 9110, 13.1.1: strong comparison. Of the tag only the row's version counts, so that a client may edit what it read
     * in any language, and a change of something that is only shown with the row does not spoil its edit.
     */
    static boolean matchHits(List<String> headerLines, long version) {
        return entries(headerLines)
                .filter(e -> !e.startsWith("W/"))
                .anyMatch(e -> e.equals("*") || version(opaque(e)).equals(OptionalLong.of(version)));
    }

    private static Stream<String> entries(List<String> headerLines) {
        return headerLines.stream()
                .flatMap(line -> IN_A_LIST.matcher(line).results().map(r -> r.group()));
    }

    private static String opaque(String entry) {
        var bare = entry.startsWith("W/") ? entry.substring(2) : entry;
        return bare.length() >= 2 && bare.startsWith("\"") ? bare.substring(1, bare.length() - 1) : bare;
    }

    private static OptionalLong version(String opaque) {
        var matcher = VERSION.matcher(opaque);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
