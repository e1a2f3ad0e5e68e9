package org.wsisforum.kit.follow;

import java.util.HashSet;
import java.util.Set;

import org.jboss.logging.Logger;

/** Whether a feed can be read, said when it changes: once, however many editions are read. */
final class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);

    private final String feed;
    private final Set<String> affected = new HashSet<>();

    Outage(String feed) {
        this.feed = feed;
    }

    synchronized void met(String edition, RuntimeException why) {
        if (affected.isEmpty()) {
            LOG.warnf("Changes of %s cannot be read: %s. Trying on until they can.", feed, why.getMessage());
        }
        affected.add(edition);
    }

    synchronized void over(String edition) {
        if (affected.remove(edition) && affected.isEmpty()) {
            LOG.infof("Changes of %s can be read again; reading goes on where it stopped.", feed);
        }
    }

    /** An edition that is no longer followed is no sign of anything. */
    synchronized void forget(String edition) {
        affected.remove(edition);
    }

    synchronized boolean affects(String edition) {
        return affected.contains(edition);
    }

    /** Whether the last attempt to read got no usable answer, in any edition. */
    synchronized boolean lasts() {
        return !affected.isEmpty();
    }
}
