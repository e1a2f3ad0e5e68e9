package org.wsisforum.registration.delegation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import static org.wsisforum.registration.delegation.DelegationProblem.QUOTA_FULL;

/**
 * The places that a delegation may fill. Counted in one statement each, which waits for whoever takes a place of the same
 * delegation at the moment: the last one goes to exactly one.
 */
@ApplicationScoped
public class Places {

    @Inject
    EntityManager database;

    /** Takes a place in the running transaction, or refuses with 409 where the delegation has none left. */
    @Transactional(TxType.MANDATORY)
    public void take(UUID delegation, Attendance attendance) {
        if (!count(
                delegation,
                attendance,
                "update delegation set %1$s_taken = %1$s_taken + 1"
                        + " where id = :id and (%1$s_quota is null or %1$s_taken < %1$s_quota)")) {
            throw QUOTA_FULL.because("The delegation has no place left (" + attendance.json() + ").");
        }
    }

    /** Gives a place back in the running transaction. */
    @Transactional(TxType.MANDATORY)
    public void free(UUID delegation, Attendance attendance) {
        if (!count(delegation, attendance, "update delegation set %1$s_taken = %1$s_taken - 1 where id = :id")) {
            throw new IllegalStateException("A place of a delegation is given back that there is not");
        }
    }

    private boolean count(UUID delegation, Attendance attendance, String statement) {
        return database.createNativeQuery(statement.formatted(attendance == Attendance.ON_SITE ? "on_site" : "remote"))
                        .setParameter("id", delegation)
                        .executeUpdate()
                == 1;
    }
}
