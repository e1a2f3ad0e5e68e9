package org.wsisforum.awards.category;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.problem.RequestProblem;

/** The categories that are stored. */
@ApplicationScoped
class Categories implements PanacheRepositoryBase<Category, Category.Key> {

    Optional<Category> find(String edition, int number) {
        return findByIdOptional(new Category.Key(edition, number));
    }

    Category require(String edition, int number) {
        return find(edition, number)
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because(
                        "The edition " + edition + " has no category " + number + "."));
    }
}
