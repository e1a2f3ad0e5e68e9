package org.wsisforum.gateway.route;

import java.util.regex.Pattern;

/**
 * Paths that mean the same to everybody. A path that a service could read in another way than the gateway (dot segments,
 * empty segments, encoded slashes) would lead around the rule that only public paths are reachable.
 */
final class PublicPath {

    /**
     * Segments of the characters of RFC 3986, none of them empty but the last, or a dot segment (some servers cut a segment at its
     * first semicolon); of encoded ones no slash, backslash, percent sign, nor control character. Possessive, so that a long path
     * needs no deep stack. The services have the same (service-kit, PlainRequests), for who comes to them by another way.
     */
    private static final Pattern FORM = Pattern.compile(
            "(?:/(?!/)(?!(?:\\.|%2e){1,2}(?:[;/]|$))(?:[\\w.~!$&'()*+,;=:@-]++|%(?!2f|5c|25|[01]|7f)\\p{XDigit}{2}+)*+)++",
            Pattern.CASE_INSENSITIVE);

    private PublicPath() {}

    /** Whether gateway and service cannot disagree about this path. */
    static boolean isPlain(String path) {
        return FORM.matcher(path).matches();
    }
}
