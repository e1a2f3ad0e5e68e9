package org.wsisforum.kit.webhook;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import org.wsisforum.kit.changes.ChangeStream;
import org.wsisforum.kit.webhook.Deliveries.Claim;

/** Sees to it that what waits is delivered: one look-out for the copy, and a virtual thread for each subscription at work. */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    /** For attempts that are due again, and for what another copy has left behind. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** Changes that come in a burst are looked for together. */
    private static final Duration BURST = Duration.ofMillis(20);

    private static final Duration STOP = Duration.ofSeconds(5);

    @Inject
    ChangeStream stream;

    @Inject
    Deliveries deliveries;

    @Inject
    Courier courier;

    @Inject
    WebhookConfig config;

    private volatile boolean stopping;
    private Semaphore free;
    private Thread lookOut;

    void start(@Observes StartupEvent started) {
        free = new Semaphore(config.atOnce());
        lookOut = Thread.ofVirtual().name("webhooks").start(this::run);
    }

    /** Nothing new is begun; what is on its way has the time that requests have. */
    void letGo(@Observes ShutdownDelayInitiatedEvent stopped) {
        stopping = true;
    }

    /** What is still on its way after that is sent again by whoever comes next, under the same id. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        lookOut.join(STOP);
        if (free.tryAcquire(config.atOnce(), STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("Every delivery came to its end.");
        }
    }

    private void run() {
        var silent = true;
        while (!stopping) {
            try {
                var link = stream.latest();
                if (!startWhatWaits()) {
                    stream.after(link, LOOK_EVERY);
                }
                Thread.sleep(BURST);
                silent = true;
            } catch (RuntimeException e) {
                // Whatever it was: a look-out that ends would leave every subscription of this copy waiting.
                if (silent && !stopping) {
                    LOG.warnf("Webhooks cannot be looked after: %s. Trying on until they can.", e.getMessage());
                    silent = false;
                }
                pause();
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** Whether anything was found. */
    private boolean startWhatWaits() {
        var room = free.availablePermits();
        var claims = room == 0 ? java.util.List.<Claim>of() : deliveries.claim(room);
        for (var claim : claims) {
            free.acquireUninterruptibly();
            Thread.ofVirtual().name("webhook").start(() -> deliver(claim));
        }
        return !claims.isEmpty();
    }

    private void deliver(Claim claim) {
        try {
            var goOn = true;
            while (goOn && !stopping) {
                var parcel = deliveries.next(claim);
                goOn = parcel.isPresent();
                if (goOn) {
                    var answer = courier.send(
                            parcel.get().url(),
                            parcel.get().message(),
                            parcel.get().secrets());
                    goOn = deliveries.record(claim, parcel.get(), answer);
                }
            }
            deliveries.release(claim);
        } catch (RuntimeException e) {
            // The claim is not given back but ends by itself, so that what goes wrong again does not do so at once.
            // What was
            // not stored as delivered is delivered again.
            LOG.warnf("A webhook's delivery broke off: %s", e.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
