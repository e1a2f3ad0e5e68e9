package org.wsisforum.registration.member;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The order of all delegations. */
@ApplicationScoped
class Precedences implements PanacheRepositoryBase<Precedence, UUID> {

    /** What holds for a delegation. */
    Precedence of(UUID delegation) {
        return findByIdOptional(delegation).orElseGet(() -> new Precedence(delegation));
    }

    /** The same, to be changed by the running transaction alone. */
    Precedence toChange(UUID delegation) {
        // Two who are the first at the same moment: one row, and the second waits for it.
        getEntityManager()
                .createNativeQuery("insert into precedence (delegation, version, listed) values (:delegation, 0, '[]')"
                        + " on conflict do nothing")
                .setParameter("delegation", delegation)
                .executeUpdate();
        return findById(delegation, LockModeType.PESSIMISTIC_WRITE);
    }
}
