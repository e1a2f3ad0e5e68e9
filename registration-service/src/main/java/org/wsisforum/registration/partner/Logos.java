package org.wsisforum.registration.partner;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.wsisforum.kit.picture.Image;

/** The logos of partners. */
@ApplicationScoped
class Logos {

    @Inject
    EntityManager database;

    /** Those of these partners that have sent a logo. Asks the database once, and for no picture. */
    Set<UUID> present(Collection<UUID> partners) {
        return database.createQuery("select partner from Logo where partner in :partners", UUID.class)
                .setParameter("partners", partners)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    Optional<Logo> find(UUID partner) {
        return Optional.ofNullable(database.find(Logo.class, partner));
    }

    /** Shows this from now on; the running transaction holds the partner. */
    void put(UUID partner, Image image) {
        var present = find(partner);
        var logo = present.orElseGet(() -> new Logo(partner));
        logo.show(image);
        if (present.isEmpty()) {
            database.persist(logo);
        }
    }
}
