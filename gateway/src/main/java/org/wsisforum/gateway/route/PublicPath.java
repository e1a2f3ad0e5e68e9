package org.wsisforum.gateway.route;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Paths that mean the same to everybody. A path that a service could read in another way than the gateway (dot segments,
 * empty segments, encoded slashes) would lead around the rule that only public paths are reachable.
 */
final class PublicPath {

    /** Unreserved, sub-delims, {@code :}, {@code @} and percent-encoded bytes (RFC 3986), in segments divided by slashes. */
    private static final Pattern FORM = Pattern.compile("(/([A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)+");

    private PublicPath() {}

    /** Whether gateway and service cannot disagree about this path. */
    static boolean isPlain(String path) {
        if (!FORM.matcher(path).matches() || path.contains("//")) {
            return false;
        }
        var lower = path.toLowerCase(Locale.ROOT);
        if (lower.contains("%2f") || lower.contains("%5c") || lower.contains("%25") || hasEncodedControl(lower)) {
            return false;
        }
        for (var segment : lower.replace("%2e", ".").split("/", -1)) {
            // Some servers cut a segment at its first semicolon.
            var name = segment.split(";", 2)[0];
            if (name.equals(".") || name.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasEncodedControl(String lower) {
        return lower.contains("%0") || lower.contains("%1") || lower.contains("%7f");
    }
}
