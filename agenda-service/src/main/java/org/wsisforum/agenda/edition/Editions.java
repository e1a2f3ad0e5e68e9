package org.wsisforum.agenda.edition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** The editions that the agenda knows. */
@ApplicationScoped
public class Editions {

    private final Map<String, Edition> known = new ConcurrentHashMap<>();

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

    /** From memory, once it was found: an edition never changes. */
    Optional<Edition> find(String code) {
        var present = known.get(code);
        if (present != null) {
            return Optional.of(present);
        }
        var found = Optional.ofNullable(database.find(EditionRow.class, code)).map(EditionRow::edition);
        found.ifPresent(edition -> known.put(code, edition));
        return found;
    }

    void add(Edition edition) {
        database.persist(new EditionRow(edition));
    }
}
