package org.wsisforum.gateway.cache;

import java.util.regex.Pattern;

/** Where the services tell what changes. */
final class Feeds {

    private static final Pattern FEED = Pattern.compile("/[^/]+/v1(/editions/[^/]+)?/changes(/stream)?");

    private Feeds() {}

    static boolean isFeed(String path) {
        return path.contains("/changes") && FEED.matcher(path).matches();
    }
}
