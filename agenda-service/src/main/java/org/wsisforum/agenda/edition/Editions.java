package org.wsisforum.agenda.edition;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** The editions that the agenda knows. */
@ApplicationScoped
public class Editions {

    @Inject
    EntityManager database;

    /** The edition that an address names, or the refusal for one that there is not. */
    public Edition require(String code) {
        return find(code)
                .orElseThrow(() -> EditionProblem.EDITION_NOT_FOUND.because("There is no edition " + code + "."));
    }

    /** All editions, the latest first. */
    public List<Edition> all() {
        return database.createQuery("from EditionRow order by code desc", EditionRow.class)
                .getResultStream()
                .map(EditionRow::edition)
                .toList();
    }

    /** The codes of all editions. */
    public List<String> codes() {
        return database.createQuery("select code from EditionRow order by code", String.class)
                .getResultList();
    }

    Optional<Edition> find(String code) {
        return Optional.ofNullable(database.find(EditionRow.class, code)).map(EditionRow::edition);
    }

    void add(Edition edition) {
        database.persist(new EditionRow(edition));
    }
}
