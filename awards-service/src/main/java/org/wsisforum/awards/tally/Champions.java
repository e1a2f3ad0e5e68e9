package org.wsisforum.awards.tally;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The champions that are stored. */
@ApplicationScoped
class Champions implements PanacheRepositoryBase<Champion, Champion.Key> {

    /** Makes those of a tally the champions of its edition; who was one before and still is keeps the row. */
    void become(TallyDocument tally) {
        var before = list("edition", tally.edition()).stream()
                .collect(Collectors.toMap(Champion::key, champion -> champion));
        for (var category : tally.categories()) {
            for (var line : category.nominees()) {
                if (category.champions().contains(line.project())) {
                    var key = new Champion.Key(tally.edition(), category.category(), line.project());
                    var present = before.remove(key);
                    if (present == null) {
                        persist(new Champion(key, line.votes()));
                    } else {
                        present.recount(line.votes());
                    }
                }
            }
        }
        before.values().forEach(this::delete);
    }

    /** The categories that have champions. */
    List<Integer> categories(String edition) {
        return getEntityManager()
                .createQuery("select distinct category from Champion where edition = :edition", Integer.class)
                .setParameter("edition", edition)
                .getResultList();
    }
}
