package org.wsisforum.awards.winner;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.paging.Keyset;

/** Champions and winners. */
@ApplicationScoped
class Laureates implements PanacheRepositoryBase<Laureate, UUID> {

    /** By category and project, an order that means nothing; nobody is among them unless they are public. */
    static Keyset<Laureate> of(String edition, boolean isPublic) {
        return Keyset.of(Laureate.class)
                .where("edition = :edition", "edition", edition)
                .where("true = :public", "public", isPublic)
                .orderedBy("category", Integer.class, Laureate::category)
                .orderedBy("project", UUID.class, Laureate::project);
    }

    /** All of an edition, in the order of the list. */
    List<Laureate> all(String edition) {
        return list("edition = ?1 order by category, project", edition);
    }

    List<Laureate> champions(String edition, int category) {
        return list("edition = ?1 and category = ?2 order by project", edition, category);
    }

    Optional<Laureate> champion(String edition, UUID project) {
        return find("edition = ?1 and project = ?2", edition, project).singleResultOptional();
    }

    Optional<Laureate> winner(String edition, UUID project) {
        return champion(edition, project).filter(Laureate::won);
    }
}
