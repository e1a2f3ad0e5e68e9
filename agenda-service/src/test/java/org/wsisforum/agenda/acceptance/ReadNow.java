package org.wsisforum.agenda.acceptance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;

import io.quarkus.arc.Unremovable;

/** Spares tests the second until the next scheduled read. */
@ApplicationScoped
@Unremovable
public class ReadNow {

    @Inject
    AcceptanceFeed feed;

    void read() {
        feed.read();
    }

    /** Reads what registration-service tells, unless that is being done at this moment. */
    public static void answers() {
        CDI.current().select(ReadNow.class).get().read();
    }
}
