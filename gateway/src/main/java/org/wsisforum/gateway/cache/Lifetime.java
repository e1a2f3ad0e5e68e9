package org.wsisforum.gateway.cache;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long an answer may be given, counted from its beginning.
 *
 * @param fresh without asking
 * @param whileRenewed after that, while the service is asked in the background
 * @param ifError after that, when the service fails
 */
record Lifetime(Duration fresh, Duration whileRenewed, Duration ifError) {

    /** Not to be given again at all. */
    static final Lifetime NONE = new Lifetime(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** The lifetime that Cache-Control gives; empty if this is not for everybody, or not to be kept. */
    static Optional<Lifetime> of(List<String> cacheControl) {
        var directives = new HashMap<String, String>();
        for (var line : cacheControl) {
            for (var directive : line.split(",")) {
                var parts = directive.split("=", 2);
                var name = parts[0].strip().toLowerCase(Locale.ROOT);
                // Said twice, it counts as none: nobody can know which is meant.
                if (directives.put(name, parts.length == 2 ? parts[1].strip().replace("\"", "") : "") != null) {
                    return Optional.empty();
                }
            }
        }
        if (!directives.containsKey("public")
                || directives.containsKey("private")
                || directives.containsKey("no-store")
                || directives.containsKey("no-cache")) {
            return Optional.empty();
        }
        var fresh = seconds(directives.getOrDefault("s-maxage", directives.get("max-age")));
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        var strict = directives.containsKey("must-revalidate")
                || directives.containsKey("proxy-revalidate")
                || directives.containsKey("s-maxage");
        return Optional.of(new Lifetime(
                fresh.get(),
                strict
                        ? Duration.ZERO
                        : seconds(directives.get("stale-while-revalidate")).orElse(Duration.ZERO),
                strict
                        ? Duration.ZERO
                        : seconds(directives.get("stale-if-error")).orElse(Duration.ZERO)));
    }

    boolean isFresh(Duration age) {
        return age.compareTo(fresh) < 0;
    }

    boolean servesWhileRenewed(Duration age) {
        return age.compareTo(fresh.plus(whileRenewed)) < 0;
    }

    boolean servesIfError(Duration age) {
        return age.compareTo(fresh.plus(ifError)) < 0;
    }

    private static Optional<Duration> seconds(String value) {
        return value != null && value.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                : Optional.empty();
    }
}
