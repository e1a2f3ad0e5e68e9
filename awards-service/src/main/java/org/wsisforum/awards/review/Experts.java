package org.wsisforum.awards.review;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.problem.RequestProblem;

/** The experts of all editions. */
@ApplicationScoped
class Experts implements PanacheRepositoryBase<Expert, Expert.Key> {

    Optional<Expert> find(String edition, String subject) {
        return findByIdOptional(new Expert.Key(edition, subject));
    }

    Expert require(String edition, String subject) {
        return find(edition, subject)
                .orElseThrow(() ->
                        RequestProblem.NOT_FOUND.because("The edition " + edition + " has no expert " + subject + "."));
    }

    /** All of an edition, by subject. */
    List<Expert> of(String edition) {
        return list("edition = ?1 order by subject", edition);
    }
}
