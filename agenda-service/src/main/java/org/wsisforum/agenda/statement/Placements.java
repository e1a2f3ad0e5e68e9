package org.wsisforum.agenda.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Why speakers' lists are as they are. */
@ApplicationScoped
class Placements implements PanacheRepositoryBase<Placement, UUID> {

    /** All that happened to the list of a session, oldest first. */
    List<Placement> in(UUID session) {
        return list("session = ?1 order by placedAt, id", session);
    }

    /** By which rule each statement came to where it stands on the list of a session, or left it. */
    Map<UUID, PlacementRule> lastRules(UUID session) {
        var rules = new HashMap<UUID, PlacementRule>();
        in(session).forEach(placement -> rules.put(placement.statement(), placement.rule()));
        return rules;
    }
}
