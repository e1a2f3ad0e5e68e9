package org.wsisforum.registration.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import static org.wsisforum.registration.invitation.InvitationProblem.TOO_MANY_WRONG_KEYS;

/**
 * Counts the keys that open nothing, for each invitation at which they are tried. A key cannot be guessed, however often one
 * tries; this keeps those who try from being work. Counted in memory, by each copy of the service for itself, so that a wrong
 * key costs no write; alike whether there is such an invitation or not, so that nobody learns which there are. Whoever has the
 * right key is let in all the same: nobody can shut an office out by trying.
 */
@ApplicationScoped
class WrongKeys {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Of how many invitations is kept what was tried; the one that was longest left alone is forgotten first. */
    private static final int KEPT = 10_000;

    private final Map<UUID, Count> counts = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Count> eldest) {
            return size() > KEPT;
        }
    });

    private record Count(Instant since, int tried) {

        /** The clock of the Forum can be set back where it is not in production. */
        boolean isOver(Instant now) {
            return now.isBefore(since) || !now.isBefore(since.plus(HOUR));
        }
    }

    /**
     * Notes one more.
     *
     * @param most how many an hour are answered as what they are
     */
    void note(UUID invitation, int most, Instant now) {
        var count = counts.compute(
                invitation,
                (id, before) -> before == null || before.isOver(now)
                        ? new Count(now, 1)
                        : new Count(before.since(), Math.min(before.tried(), most) + 1));
        if (count.tried() > most) {
            throw TOO_MANY_WRONG_KEYS
                    .because("At this invitation " + most + " keys that open nothing were tried within an hour.")
                    .with(
                            "Retry-After",
                            Long.toString(Math.max(
                                    1,
                                    Duration.between(now, count.since().plus(HOUR))
                                            .toSeconds())));
        }
    }
}
