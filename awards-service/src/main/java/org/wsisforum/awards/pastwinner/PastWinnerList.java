package org.wsisforum.awards.pastwinner;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;

/** What other features ask of past winners. */
@ApplicationScoped
public class PastWinnerList {

    @Inject
    PastWinners winners;

    @Inject
    Changes changes;

    /**
     * Enters a winner of an earlier edition, once: what was entered before, and perhaps changed or taken off the list by a person
     * since, is left alone.
     */
    @Transactional
    public void enter(String edition, UUID id, PastWinnerInput winner) {
        var subject = "past-winners/" + id;
        if (!changes.tellOf(edition, subject)) {
            winners.persist(new PastWinner(edition, id, winner));
            changes.record(Change.of(
                    PastWinnerChange.ADDED, edition, subject, PastWinnerChange.FIELDS.toArray(String[]::new)));
        }
    }

    /** All that an edition knows of. */
    public List<PastWinnerView> of(String edition) {
        return winners.list("edition", edition).stream().map(PastWinnerView::of).toList();
    }
}
