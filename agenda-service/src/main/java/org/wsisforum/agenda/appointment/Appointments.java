package org.wsisforum.agenda.appointment;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

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
     * The first seat of a function that nobody has. Two who ask at the same moment are told the same one; the constraint then
     * refuses the second.
     */
    Optional<Integer> freeSeat(String edition, String function, int holders) {
        var taken = Set.copyOf(getEntityManager()
                .createQuery(
                        "select seat from Appointment where edition = :edition and function = :function"
                                + " and seat is not null",
                        Integer.class)
                .setParameter("edition", edition)
                .setParameter("function", function)
                .getResultList());
        return IntStream.rangeClosed(1, holders)
                .boxed()
                .filter(seat -> !taken.contains(seat))
                .findFirst();
    }
}
