package org.wsisforum.gateway.page;

import java.util.List;
import java.util.regex.Pattern;

/** What a client says it has already. */
public final class EntityTags {

    /** One entity tag of a list; the opaque part may hold commas, so that a list cannot simply be split. */
    private static final Pattern IN_A_LIST = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"|([^\\s,\"]+)");

    private EntityTags() {}

    /**
     * Whether a client has this representation (RFC 9110 13.1.2, weak comparison; bare tags of careless clients are taken
     * too, as the services do).
     *
     * @param ifNoneMatch the lines of its If-None-Match
     * @param etag of the representation that it would be sent, or null if it has none
     */
    public static boolean areKnown(List<String> ifNoneMatch, String etag) {
        if (etag == null || ifNoneMatch.isEmpty()) {
            return false;
        }
        var opaque = opaque(etag);
        return ifNoneMatch.stream()
                .flatMap(line -> IN_A_LIST.matcher(line).results().map(found -> found.group()))
                .anyMatch(tag -> tag.equals("*") || opaque(tag).equals(opaque));
    }

    private static String opaque(String tag) {
        var bare = tag.startsWith("W/") ? tag.substring(2) : tag;
        return bare.length() >= 2 && bare.startsWith("\"") ? bare.substring(1, bare.length() - 1) : bare;
    }
}
