package org.wsisforum.awards.winner;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.problem.RequestProblem;

/** What the Expert Group has decided of all categories. */
@ApplicationScoped
class WinnerDecisions implements PanacheRepositoryBase<WinnerDecision, WinnerDecision.Key> {

    Optional<WinnerDecision> find(String edition, int category) {
        return findByIdOptional(new WinnerDecision.Key(edition, category));
    }

    /** The same, for whoever changes it: waits until nobody else does, and keeps others waiting. */
    Optional<WinnerDecision> take(String edition, int category) {
        return findByIdOptional(new WinnerDecision.Key(edition, category), LockModeType.PESSIMISTIC_WRITE);
    }

    WinnerDecision require(String edition, int category) {
        return find(edition, category)
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because(
                        "Nothing is decided of the category " + category + " of " + edition + "."));
    }
}
