package org.wsisforum.registration.partner;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.problem.RequestProblem;

/** The pledges of partners, and what came of them. */
@ApplicationScoped
class Pledges implements PanacheRepositoryBase<Pledge, UUID> {

    Pledge require(UUID partner, UUID id, LockModeType lock) {
        return find("id = ?1 and partner = ?2", id, partner)
                .withLock(lock)
                .<Pledge>singleResultOptional()
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("The partner has no pledge " + id + "."));
    }

    Fulfilment requireEntry(UUID pledge, UUID id) {
        return getEntityManager()
                .createQuery("from Fulfilment where id = :id and pledge = :pledge", Fulfilment.class)
                .setParameter("id", id)
                .setParameter("pledge", pledge)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("The pledge has no entry " + id + "."));
    }

    /** What came of all confirmed pledges of an edition: a line for each kind, earmark and currency. */
    List<Total> totals(String edition) {
        return getEntityManager()
                .createQuery(
                        "select pledge.kind, pledge.earmark, pledge.currency, count(*), sum(pledge.amount),"
                                + " sum(pledge.receivedAmount), sum(pledge.personMonths), sum(pledge.receivedMonths)"
                                + " from Pledge pledge, Partner partner"
                                + " where partner.id = pledge.partner and partner.edition = :edition"
                                + " and pledge.state = CONFIRMED"
                                + " group by pledge.kind, pledge.earmark, pledge.currency"
                                + " order by pledge.kind, pledge.earmark nulls first, pledge.currency",
                        Total.class)
                .setParameter("edition", edition)
                .getResultList();
    }
}
