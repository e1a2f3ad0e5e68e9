package org.wsisforum.awards.tally;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.awards.edition.EditionRules;

/** What other features ask of the champions. The list asks for no embargo: that is for those to keep who show something. */
@ApplicationScoped
public class ChampionList {

    @Inject
    Champions champions;

    @Inject
    EditionRules editions;

    /** The champions of a category, in no order that means anything; none while no tally is published. */
    public List<UUID> of(String edition, int category) {
        return champions.list("edition = ?1 and category = ?2 order by project", edition, category).stream()
                .map(Champion::project)
                .toList();
    }

    /** Whether everybody may see the champions. From then on they stay as they are. */
    public boolean isPublic(String edition, Instant now) {
        return !now.isBefore(editions.of(edition).embargo().championsAt());
    }
}
