package org.wsisforum.gateway.metrics;

import java.util.Set;

/**
 * Addresses of the services, cut off where they begin to name single things. What comes after the edition is told only of an
 * answer that was good: of those there are as many as the services have features, of all others as many as anybody makes up.
 */
final class Template {

    private static final Set<String> SERVICES = Set.of("registration", "agenda", "awards");
    private static final String VERSION = "/v1/";
    private static final String EDITIONS = "editions/";

    private Template() {}

    static String of(String path, boolean isGood) {
        var version = path.indexOf(VERSION, 1);
        if (version < 0 || !SERVICES.contains(path.substring(1, version))) {
            return "UNMATCHED";
        }
        var root = path.substring(0, version + VERSION.length() - 1);
        if (!isGood) {
            return root;
        }
        var from = version + VERSION.length();
        if (!path.startsWith(EDITIONS, from)) {
            return root + '/' + segment(path, from);
        }
        var edition = path.indexOf('/', from + EDITIONS.length());
        return edition < 0 ? root + "/editions/{edition}" : root + "/editions/{edition}/" + segment(path, edition + 1);
    }

    private static String segment(String path, int from) {
        var end = path.indexOf('/', from);
        return end < 0 ? path.substring(from) : path.substring(from, end);
    }
}
