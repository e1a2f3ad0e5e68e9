package org.wsisforum.agenda.appointment;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.problem.RequestProblem;

/** The appointments of all editions. */
@ApplicationScoped
class Appointments implements PanacheRepositoryBase<Appointment, UUID> {

    Appointment require(String edition, UUID id, LockModeType lock) {
        return find("id = ?1 and edition = ?2", id, edition)
                .withLock(lock)
                .singleResultOptional()
                .orElseThrow(() ->
                        RequestProblem.NOT_FOUND.because("There is no appointment " + id + " in " + edition + "."));
    }

    /**
     * Lets those who appoint somebody in one edition do it one after the other, until the running transaction ends: two who
     * wrote overlapping periods at once would wait for each other for ever. The constraint has the last word.
     */
    void takeTurn(String edition) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:what, 0))", Integer.class)
                .setParameter("what", "appointments of " + edition)
                .getSingleResult();
    }

    /** Refuses a period in which somebody else has the seat. */
    void requireAlone(Appointment appointment, AppointmentInput input) {
        var others = count(
                "edition = ?1 and function = ?2 and seat = ?3 and id <> ?4 and appointedOn < ?5"
                        + " and (endedOn is null or endedOn > ?6 and endedOn > appointedOn)",
                appointment.edition(),
                appointment.function(),
                appointment.seat(),
                appointment.id(),
                input.endedOn() == null ? LocalDate.of(9999, 12, 31) : input.endedOn(),
                input.appointedOn());
        if (others > 0) {
            throw AppointmentProblem.FUNCTION_IS_HELD.because("Somebody else holds it on some of these days.");
        }
    }

    /** The first seat of a function that nobody has from that day on, or the refusal if there is none. */
    int requireSeat(Edition year, AppointmentInput input) {
        var holders = year.rules()
                .highLevelTrack()
                .function(input.function())
                .orElseThrow()
                .holders();
        // Who was replaced on the very day of the appointment never held the seat.
        var taken = Set.copyOf(getEntityManager()
                .createQuery(
                        "select seat from Appointment where edition = :edition and function = :function"
                                + " and seat is not null and (endedOn is null or endedOn > :from"
                                + " and endedOn > appointedOn)",
                        Integer.class)
                .setParameter("edition", year.code())
                .setParameter("function", input.function())
                .setParameter("from", input.appointedOn())
                .getResultList());
        return IntStream.rangeClosed(1, holders)
                .boxed()
                .filter(seat -> !taken.contains(seat))
                .findFirst()
                .orElseThrow(() -> AppointmentProblem.FUNCTION_IS_HELD.because("The edition gives it " + holders
                        + " holder(s) at a time. End an appointment by that day, or name in"
                        + " `replaces` whom this one replaces."));
    }
}
