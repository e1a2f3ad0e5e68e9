package org.wsisforum.agenda.statement;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.session.Floor;
import org.wsisforum.agenda.session.Speaker;
import org.wsisforum.agenda.session.Speakers;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.time.ForumClock;

/** The speakers of the programme: those whose statement has a slot. */
@ApplicationScoped
class ProgrammeSpeakers implements Speakers {

    @Inject
    Statements statements;

    @Inject
    Placements placements;

    @Inject
    Editions editions;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    @Override
    public Map<UUID, List<Speaker>> in(Collection<UUID> sessions) {
        return sessions.isEmpty()
                ? Map.of()
                : statements.bookedIn(sessions).stream()
                        .collect(Collectors.groupingBy(
                                statement -> statement.slot().session(),
                                Collectors.mapping(ProgrammeSpeakers::speaker, Collectors.toList())));
    }

    @Override
    public void follow(String edition, Floor before, Floor after) {
        if (before.equals(after)) {
            return;
        }
        var now = clock.instant();
        var booked = statements.holding(before.session(), now);
        var shift = Duration.between(before.startsAt(), after.startsAt());
        var grid = SlotGrid.of(after, editions.require(edition));
        var lost = booked.stream()
                .filter(statement -> !grid.has(statement.slot().startsAt().plus(shift)))
                .count();
        if (lost > 0) {
            throw StatementProblem.SESSION_HAS_SPEAKERS.because(
                    lost + " of " + booked.size() + " booked slots would lie outside the session.");
        }
        if (before.postponed() != after.postponed()) {
            statements.postpone(before.session(), after.postponed());
        }
        if (!shift.isZero()) {
            // Offers that have ended and nobody has noticed move too: they must not come to lie in another's slot.
            statements.shift(before.session(), shift.toSeconds());
            changes.recordAll(booked.stream()
                    .map(statement -> StatementChange.ofMove(statement, "slot"))
                    .toList());
            for (var statement : booked) {
                var slot = new Slot(
                        statement.slot().session(), statement.slot().startsAt().plus(shift));
                placements.persist(new Placement(statement, slot, PlacementRule.SESSION_MOVED, Grounds.none(), now));
            }
        }
        // What was read before is not what is stored now.
        booked.forEach(statements.getEntityManager()::detach);
    }

    @Override
    public void shown(String edition, Set<UUID> sessions) {
        if (sessions.isEmpty()) {
            return;
        }
        // Whoever is giving a slot in one of them has been told that nobody sees it, and tells nobody.
        statements.takeTurn(edition);
        changes.recordAll(statements.bookedIn(sessions).stream()
                .map(statement -> StatementChange.BOOKED.to(statement, "slot"))
                .toList());
    }

    private static Speaker speaker(Statement statement) {
        return new Speaker(
                statement.id(),
                statement.country(),
                Precedence.name(statement),
                statement.speaker().honorific(),
                statement.speaker().name(),
                statement.speaker().title(),
                statement.slot().startsAt(),
                statement.state() == StatementState.DELIVERED);
    }
}
