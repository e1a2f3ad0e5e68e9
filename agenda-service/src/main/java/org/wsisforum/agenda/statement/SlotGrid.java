package org.wsisforum.agenda.statement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.session.Floor;

/**
 * The slots of a session: they follow one another from its start, and the last one ends with it or before.
 *
 * @param floor the session
 * @param length how long a slot is
 */
record SlotGrid(Floor floor, Duration length) {

    static SlotGrid of(Floor floor, Edition edition) {
        return new SlotGrid(floor, edition.rules().slotLength());
    }

    /** When slots begin; none in a session that takes no statements. */
    List<Instant> starts() {
        return floor.takesStatements()
                ? Stream.iterate(floor.startsAt(), this::fits, start -> start.plus(length))
                        .toList()
                : List.of();
    }

    boolean has(Instant start) {
        return floor.takesStatements()
                && !start.isBefore(floor.startsAt())
                && fits(start)
                && Duration.between(floor.startsAt(), start).toNanos() % length.toNanos() == 0;
    }

    private boolean fits(Instant start) {
        return !start.plus(length).isAfter(floor.endsAt());
    }
}
