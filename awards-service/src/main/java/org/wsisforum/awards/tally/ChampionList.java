package org.wsisforum.awards.tally;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.wsisforum.awards.edition.EditionRules;

/** What other features ask of the champions. The list asks for no embargo: that is for those to keep who show something. */
@ApplicationScoped
public class ChampionList {

    @Inject
    Champions champions;

    @Inject
    EditionRules editions;

    @Inject
    EntityManager database;

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

    /** Whether everybody may see how many votes each has. */
    boolean areCountsPublic(String edition, Instant now) {
        var countsAt = editions.of(edition).embargo().countsAt();
        return countsAt != null && !now.isBefore(countsAt);
    }

    /**
     * Refuses to say otherwise who the champions are once everybody may know. While no tally is published there is nothing that
     * anybody knows, however late it is: who is late has to be able to decide, or there would never be champions.
     */
    void requireNotPublic(String edition, Instant now) {
        if (isPublic(edition, now) && database.find(Publication.class, edition) != null) {
            throw TallyProblem.CHAMPIONS_PUBLIC.because("A tally is published, and champions are public since "
                    + editions.of(edition).embargo().championsAt() + ".");
        }
    }
}
