package org.wsisforum.awards.pastwinner;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.problem.RequestProblem;

/** The past winners that are stored. */
@ApplicationScoped
class PastWinners implements PanacheRepositoryBase<PastWinner, UUID> {

    Optional<PastWinner> find(String edition, UUID id) {
        return find("id = ?1 and edition = ?2", id, edition).singleResultOptional();
    }

    PastWinner require(String edition, UUID id) {
        return find(edition, id)
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because(
                        "The edition " + edition + " knows of no past winner " + id + "."));
    }
}
