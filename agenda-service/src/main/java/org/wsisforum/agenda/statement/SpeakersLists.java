package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.session.Floor;
import org.wsisforum.agenda.session.Floors;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;

/**
 * What happens to the speakers' lists of sessions. A list is the statements that hold a slot of the session, in the order of
 * their slots. Each verb leaves it with a reason for every place that is another than before, and is to be called in a
 * transaction that has taken its turn ({@link Statements#takeTurn}).
 */
@ApplicationScoped
class SpeakersLists {

    @Inject
    Statements statements;

    @Inject
    Placements placements;

    @Inject
    Floors floors;

    @Inject
    Changes changes;

    /** Takes offers back that have ended, so that their slots and seats can be given. */
    void takeBackWhatLapsed(String edition, Instant now) {
        for (var statement : statements.lapsed(edition, now)) {
            left(statement, PlacementRule.LAPSED, null, now);
            statement.lapse(now);
            changes.record(StatementChange.LAPSED.to(statement, "state", "slot"));
        }
    }

    /**
     * Gives a slot that somebody chose.
     *
     * @param decision of staff, who also give slots of a list that is closed, and say afterwards who had the floor; null if the
     *     delegation chose
     */
    void book(Edition year, Statement statement, Slot wanted, Decision decision, Instant now) {
        if (wanted.equals(statement.slot()) && statement.isInProgramme()) {
            return;
        }
        var byStaff = decision != null;
        var floor = hold(year, wanted.session(), "/session");
        requireOnGrid(year, floor, wanted);
        requireTime(floor);
        if (!byStaff) {
            requireOpenOrAfterTheLast(year, floor, statement, wanted, now);
        }
        var before = statement.isInProgramme() ? statement.slot() : null;
        if (statement.slot() != null && !statement.slot().session().equals(wanted.session())) {
            left(statement, byStaff ? PlacementRule.TAKEN_OFF : PlacementRule.RELEASED, decision, now);
        }
        statement.book(wanted, requireSeat(year, statement), byStaff, now);
        placed(
                statement,
                wanted,
                byStaff ? PlacementRule.ASSIGNED : PlacementRule.BOOKED,
                Grounds.of(statement, new Precedence(year)),
                decision,
                now);
        changes.record(before == null ? booking(year, statement, "slot") : StatementChange.MOVED.to(statement, "slot"));
    }

    /**
     * Holds slots for those who wait for this session, in the order of protocol, for as many as there are slots. Who asks for
     * other hours than those that protocol has left waits on.
     */
    void offerToAll(Edition year, UUID session, Instant now) {
        var floor = hold(year, session, null);
        requireTime(floor);
        var order = new Precedence(year);
        for (var statement : waitingFor(year, session, now)) {
            // A delegation that has as many slots as it is given waits with its other statements.
            var seat = statements.freeSeat(year, statement.delegation());
            var line = line(year, floor, order, statement, now);
            if (line.isEmpty()) {
                return;
            }
            if (seat.isPresent() && statement.wish().suits(line.get().startsAt())) {
                offer(year, floor, order, statement, line.get(), seat.get(), now);
            }
        }
    }

    /**
     * Holds a slot for one of those who wait for this session.
     *
     * @param startsAt the slot that staff choose; null for the one where protocol puts the speaker
     */
    void offerTo(Edition year, UUID session, UUID wanted, Instant startsAt, Decision decision, Instant now) {
        var floor = hold(year, session, null);
        requireTime(floor);
        var statement = waitingFor(year, session, now).stream()
                .filter(waiting -> waiting.id().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> StatementProblem.NOT_WAITING.because("Statement " + wanted + " does not wait for it."));
        var order = new Precedence(year);
        if (startsAt != null) {
            offerAt(year, floor, order, statement, startsAt, decision, now);
            return;
        }
        var line = line(year, floor, order, statement, now)
                .orElseThrow(
                        () -> StatementProblem.LIST_FULL.because(
                                "All slots of the session are given or have begun, or lie before the last speaker of a closed list."));
        offer(year, floor, order, statement, line, requireSeat(year, statement), now);
    }

    /** Holds the slot that staff choose; nobody else moves. */
    private void offerAt(
            Edition year,
            Floor floor,
            Precedence order,
            Statement statement,
            Instant startsAt,
            Decision decision,
            Instant now) {
        var wanted = new Slot(floor.session(), startsAt);
        requireOnGrid(year, floor, wanted);
        if (wanted.hasBegun(now)) {
            throw StatementProblem.SLOT_IN_THE_PAST.because("The slot began at " + startsAt + ".");
        }
        var until = earlier(now.plus(year.rules().highLevelTrack().offerLength()), startsAt);
        statement.offer(wanted, requireSeat(year, statement), until, now);
        placed(statement, wanted, PlacementRule.ASSIGNED, Grounds.of(statement, order), decision, now);
        changes.record(StatementChange.OFFERED.to(statement, "state", "slot"));
    }

    /** Those who ask for a slot of this session and have none, in the order of protocol. */
    List<Statement> waitingFor(Edition year, UUID session, Instant now) {
        return statements.waiting(year.code(), now).stream()
                .filter(statement ->
                        statement.wish() != null && statement.wish().sessions().contains(session))
                .sorted(new Precedence(year))
                .toList();
    }

    /**
     * Where somebody comes to stand.
     *
     * @param others those who can move, in their order
     * @param place how many of them stay before
     * @param times the slots of all of them and of who comes, in order
     */
    private record Line(List<Statement> others, int place, List<Instant> times) {

        Instant startsAt() {
            return times.get(place);
        }
    }

    /**
     * The slot where protocol puts a speaker: those who speak after move down by one, as far as the next free slot; where there
     * is none behind, those before move up. On a list that is closed, it is the first one after the last speaker, and nobody
     * moves. Empty if there is no such slot.
     */
    private Optional<Line> line(Edition year, Floor floor, Precedence order, Statement statement, Instant now) {
        var held = statements.holding(floor.session(), now);
        var taken = held.stream().map(other -> other.slot().startsAt()).toList();
        var closed = isClosed(year, floor, now);
        var last = taken.isEmpty() || !closed ? Instant.MIN : taken.getLast();
        var free = SlotGrid.of(floor, year).starts().stream()
                .filter(start -> start.isAfter(now) && start.isAfter(last) && !taken.contains(start))
                .toList();
        if (free.isEmpty()) {
            return Optional.empty();
        }
        var others = movable(held, now);
        var place = closed ? others.size() : afterLast(others, other -> order.compare(other, statement) < 0);
        var before = place == 0 ? Instant.MIN : others.get(place - 1).slot().startsAt();
        var chosen =
                free.stream().filter(start -> start.isAfter(before)).findFirst().orElse(free.getLast());
        var times = Stream.concat(others.stream().map(other -> other.slot().startsAt()), Stream.of(chosen))
                .sorted()
                .toList();
        return Optional.of(new Line(others, place, times));
    }

    private void offer(
            Edition year, Floor floor, Precedence order, Statement statement, Line line, int seat, Instant now) {
        var track = year.rules().highLevelTrack();
        var closed = isClosed(year, floor, now);
        statements.slotsMayMeet();
        var until = earlier(now.plus(track.offerLength()), line.startsAt());
        statement.offer(new Slot(floor.session(), line.startsAt()), seat, until, now);
        changes.record(StatementChange.OFFERED.to(statement, "state", "slot"));
        var grounds = Grounds.of(statement, order);
        placed(
                statement,
                closed ? PlacementRule.LATE : PlacementRule.PROTOCOL,
                closed ? grounds.closed(track.closingOf(floor.startsAt())) : grounds,
                now);
        line.others().add(line.place(), statement);
        seat(line.others(), line.times(), statement, now);
    }

    /** The office takes what it was offered. */
    void confirm(Edition year, Statement statement, Instant now) {
        if (statement.state(now) == StatementState.OFFERED) {
            requireTime(year, statement.slot().session());
        }
        var before = statement.state();
        statement.confirm(now);
        if (statement.state() != before) {
            changes.record(booking(year, statement, "state", "slot"));
        }
    }

    private Change booking(Edition year, Statement statement, String... fields) {
        var shown = floors.isShown(year.code(), statement.slot().session());
        return StatementChange.ofBooking(statement, shown, fields);
    }

    /**
     * The delegation gives its slot back, or staff say that nobody spoke in it; or it asks for none any more.
     *
     * @param decision of staff; null if the delegation did it
     */
    void release(Statement statement, Decision decision, Instant now) {
        if (statement.slot() == null && statement.state() == StatementState.OPEN) {
            return;
        }
        var wasInProgramme = statement.isInProgramme();
        if (statement.slot() != null) {
            var rule = decision == null ? PlacementRule.RELEASED : PlacementRule.TAKEN_OFF;
            left(statement, statement.hasBegun(now) ? PlacementRule.NOT_GIVEN : rule, decision, now);
        }
        statement.release(now);
        if (statement.state() == StatementState.WITHDRAWN) {
            tellOfWithdrawal(statement, wasInProgramme);
            return;
        }
        changes.record((wasInProgramme ? StatementChange.RELEASED : StatementChange.GIVEN_BACK).to(statement, "slot"));
    }

    /** The invitation is not accepted any more; what was said was said. */
    void withdraw(Statement statement, Instant now) {
        var slot = statement.slot();
        var wasInProgramme = statement.isInProgramme();
        var grounds = Grounds.ofLeaving(statement);
        if (!statement.withdraw(now)) {
            return;
        }
        if (slot != null) {
            placed(statement, slot, PlacementRule.WITHDRAWN, grounds, null, now);
        }
        tellOfWithdrawal(statement, wasInProgramme);
    }

    /** Staff say that the statement will not be given. */
    void withdraw(Statement statement, Decision decision, Instant now) {
        var slot = statement.slot();
        var wasInProgramme = statement.isInProgramme();
        var grounds = Grounds.ofLeaving(statement);
        statement.withdraw(decision.reason(), now);
        if (slot != null) {
            placed(statement, slot, PlacementRule.WITHDRAWN, grounds, decision, now);
        }
        tellOfWithdrawal(statement, wasInProgramme);
    }

    private void tellOfWithdrawal(Statement statement, boolean wasInProgramme) {
        var change = StatementChange.WITHDRAWN.to(statement, "state");
        changes.record(wasInProgramme ? change.alsoFor(Audience.PUBLIC) : change);
    }

    /**
     * Somebody of another rank speaks for a statement: a lower rank moves it behind those whom protocol puts before, a higher
     * one before those whom it puts behind, as long as the list is not closed. A rank is nobody's to hand on, so that the
     * slot of a minister is not the slot of whoever comes instead.
     *
     * @param formerRank the rank before
     */
    void rankChanged(Edition year, Statement statement, String formerRank, Instant now) {
        if (statement.slot(now) == null || statement.state() == StatementState.DELIVERED || statement.hasBegun(now)) {
            return;
        }
        var track = year.rules().highLevelTrack();
        var floor = hold(year, statement.slot().session(), null);
        var closed = isClosed(year, floor, now);
        var order = new Precedence(year);
        var others = movable(statements.holding(floor.session(), now), now);
        var times = others.stream().map(other -> other.slot().startsAt()).toList();
        var place = others.indexOf(statement);
        others.remove(statement);
        var byProtocol = afterLast(others, other -> order.compare(other, statement) < 0);
        var fell = track.height(statement.rank()) > track.height(formerRank);
        var next = fell ? Math.max(place, byProtocol) : closed ? place : Math.min(place, byProtocol);
        placed(
                statement,
                new Slot(floor.session(), times.get(next)),
                PlacementRule.SUBSTITUTION,
                Grounds.of(statement, order).after(formerRank),
                null,
                now);
        others.add(next, statement);
        statements.slotsMayMeet();
        seat(others, times, statement, now);
    }

    /** Two delegations that both agree exchange their slots. */
    void exchange(Edition year, Statement one, Statement other, Instant now) {
        // Always in one order: two exchanges must not wait for each other's session.
        Stream.of(one, other)
                .map(statement -> statement.slot().session())
                .distinct()
                .sorted()
                .forEach(session -> requireTime(hold(year, session, null)));
        var first = one.slot();
        var second = other.slot();
        if (!first.session().equals(second.session())) {
            placed(one, first, PlacementRule.EXCHANGED, Grounds.ofLeaving(one).onAccountOf(other), null, now);
            placed(
                    other,
                    second,
                    PlacementRule.EXCHANGED,
                    Grounds.ofLeaving(other).onAccountOf(one),
                    null,
                    now);
        }
        statements.slotsMayMeet();
        one.moveTo(second, now);
        other.moveTo(first, now);
        placed(one, PlacementRule.EXCHANGE, Grounds.because(other), now);
        placed(other, PlacementRule.EXCHANGE, Grounds.because(one), now);
        statements.slotsMustDiffer();
        changes.recordAll(List.of(StatementChange.MOVED.to(one, "slot"), StatementChange.MOVED.to(other, "slot")));
    }

    /**
     * The Chair wants another order.
     *
     * @param wanted all statements of the list that have not begun, in the order that is wanted
     */
    void reorder(Edition year, UUID session, List<UUID> wanted, Decision decision, Instant now) {
        hold(year, session, null);
        var present = movable(statements.holding(session, now), now);
        var times =
                present.stream().map(statement -> statement.slot().startsAt()).toList();
        var ids = present.stream().map(Statement::id).toList();
        if (wanted.size() != ids.size() || !Set.copyOf(wanted).equals(Set.copyOf(ids))) {
            throw StatementProblem.LIST_IS_ANOTHER.because(
                    "Name each statement that has not begun once. They are: " + ids + ".");
        }
        statements.slotsMayMeet();
        var moved = new ArrayList<Change>();
        for (var i = 0; i < times.size(); i++) {
            var statement = present.get(ids.indexOf(wanted.get(i)));
            var slot = new Slot(session, times.get(i));
            if (!slot.equals(statement.slot())) {
                statement.moveTo(slot, now);
                placed(statement, slot, PlacementRule.CHAIR, Grounds.none(), decision, now);
                moved.add(StatementChange.ofMove(statement, "slot"));
            }
        }
        statements.slotsMustDiffer();
        changes.recordAll(moved);
    }

    /**
     * Those who hold slots of an open list stand in the order of protocol from now on, however they came to their slots, which
     * stay the same.
     */
    void orderByProtocol(Edition year, UUID session, Instant now) {
        var floor = hold(year, session, null);
        if (isClosed(year, floor, now)) {
            throw StatementProblem.LIST_CLOSED.because(
                    "It closed at " + year.rules().highLevelTrack().closingOf(floor.startsAt())
                            + ". From then on the Chair changes the order, with a reason.");
        }
        var order = new Precedence(year);
        var present = movable(statements.holding(session, now), now);
        var times =
                present.stream().map(statement -> statement.slot().startsAt()).toList();
        present.sort(order);
        var standing = placements.lastRules(session);
        statements.slotsMayMeet();
        var moved = new ArrayList<Change>();
        for (var i = 0; i < times.size(); i++) {
            var statement = present.get(i);
            var slot = new Slot(session, times.get(i));
            var moves = !slot.equals(statement.slot());
            if (moves) {
                statement.moveTo(slot, now);
                moved.add(StatementChange.ofMove(statement, "slot"));
            }
            if (moves || standing.get(statement.id()) != PlacementRule.PROTOCOL) {
                placed(statement, PlacementRule.PROTOCOL, Grounds.of(statement, order), now);
            }
        }
        statements.slotsMustDiffer();
        changes.recordAll(moved);
    }

    /** Puts statements into these slots, in this order; whoever moves on account of another is told so. */
    private void seat(List<Statement> inOrder, List<Instant> times, Statement because, Instant now) {
        var moved = new ArrayList<Change>();
        for (var i = 0; i < times.size(); i++) {
            var statement = inOrder.get(i);
            var slot = new Slot(because.slot().session(), times.get(i));
            if (!slot.equals(statement.slot())) {
                statement.moveTo(slot, now);
                moved.add(StatementChange.ofMove(statement, "slot"));
                if (statement != because) {
                    placed(statement, PlacementRule.MADE_ROOM, Grounds.because(because), now);
                }
            }
        }
        statements.slotsMustDiffer();
        changes.recordAll(moved);
    }

    /** Those whose turn has not come, and who can be moved. */
    private static List<Statement> movable(List<Statement> held, Instant now) {
        return new ArrayList<>(held.stream()
                .filter(statement -> !statement.hasBegun(now) && statement.state() != StatementState.DELIVERED)
                .toList());
    }

    /** The place after the last of those for whom it holds. */
    private static int afterLast(List<Statement> list, Predicate<Statement> holds) {
        for (var i = list.size(); i > 0; i--) {
            if (holds.test(list.get(i - 1))) {
                return i;
            }
        }
        return 0;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void placed(Statement statement, PlacementRule rule, Grounds grounds, Instant now) {
        placed(statement, statement.slot(), rule, grounds, null, now);
    }

    private void placed(
            Statement statement, Slot slot, PlacementRule rule, Grounds grounds, Decision decision, Instant now) {
        placements.persist(new Placement(statement, slot, rule, grounds, now).decided(decision));
    }

    private void left(Statement statement, PlacementRule rule, Decision decision, Instant now) {
        placed(statement, statement.slot(), rule, Grounds.ofLeaving(statement), decision, now);
    }

    /** Whether who comes now stands at the end; never in a session of which nobody knows when it is. */
    private static boolean isClosed(Edition year, Floor floor, Instant now) {
        return !floor.postponed() && !now.isBefore(year.rules().highLevelTrack().closingOf(floor.startsAt()));
    }

    /** The session of a speaker, held so that its time is what it says; refused if it has none. */
    Floor requireTime(Edition year, UUID session) {
        var floor = hold(year, session, null);
        requireTime(floor);
        return floor;
    }

    private static void requireTime(Floor floor) {
        if (floor.postponed()) {
            throw StatementProblem.SESSION_IS_POSTPONED.because("Give it another time and schedule it again first.");
        }
    }

    /** The session, held so that it does not move while its slots are being given. */
    private Floor hold(Edition year, UUID session, String pointer) {
        return floors.hold(year.code(), session)
                .orElseThrow(() -> pointer == null
                        ? RequestProblem.NOT_FOUND.because(
                                "There is no session " + session + " in " + year.code() + ".")
                        : RequestProblem.VALIDATION_FAILED.because(
                                "The edition has no such session.",
                                List.of(FieldError.at(pointer, "unknown", "There is no session " + session + "."))));
    }

    private static void requireOnGrid(Edition year, Floor floor, Slot wanted) {
        if (!floor.takesStatements()) {
            throw StatementProblem.SESSION_TAKES_NO_STATEMENTS.because(
                    "Choose one of the sessions whose `statements` is true.");
        }
        if (!SlotGrid.of(floor, year).has(wanted.startsAt())) {
            throw StatementProblem.NO_SUCH_SLOT.because("Slots begin every "
                    + year.rules().statementMinutes() + " minutes from " + floor.startsAt()
                    + ", and the last one ends before " + floor.endsAt() + " or at that moment.");
        }
    }

    /** Who comes late stands at the end. */
    private void requireOpenOrAfterTheLast(Edition year, Floor floor, Statement statement, Slot wanted, Instant now) {
        var closesAt = year.rules().highLevelTrack().closingOf(floor.startsAt());
        if (now.isBefore(closesAt)) {
            return;
        }
        var last = statements.holding(floor.session(), now).stream()
                .filter(other -> other != statement)
                .map(other -> other.slot().startsAt())
                .max(Instant::compareTo);
        if (last.isPresent() && wanted.startsAt().isBefore(last.get())) {
            throw StatementProblem.LIST_CLOSED.because(
                    "The list closed at " + closesAt + ". Choose a slot after " + last.get() + ".");
        }
    }

    private int requireSeat(Edition year, Statement statement) {
        return Optional.ofNullable(statement.seat())
                .or(() -> statements.freeSeat(year, statement.delegation()))
                .orElseThrow(() -> StatementProblem.DELEGATION_SPEAKS_ALREADY.because(
                        "The edition gives each delegation " + year.rules().statementSpeakersPerDelegation()
                                + " slot(s). Give another one back first."));
    }
}
