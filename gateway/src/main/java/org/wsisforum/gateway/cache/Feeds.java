package org.wsisforum.gateway.cache;

import java.util.regex.Pattern;

/** Where the services tell what changes. */
public final class Feeds {

    private static final Pattern FEED = Pattern.compile("/[^/]+/v1(/editions/[^/]+)?/changes(/stream)?");

    private Feeds() {}

    /** Whether a change feed is at this path, as pages or as a stream. */
    public static boolean isFeed(String path) {
        return path.contains("/changes") && FEED.matcher(path).matches();
    }
}
