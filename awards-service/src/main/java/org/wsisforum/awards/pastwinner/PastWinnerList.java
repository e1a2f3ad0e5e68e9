package org.wsisforum.awards.pastwinner;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What other features ask of past winners. */
@ApplicationScoped
public class PastWinnerList {

    @Inject
    PastWinners winners;

    /** All that an edition knows of. */
    public List<PastWinnerView> of(String edition) {
        return winners.list("edition", edition).stream().map(PastWinnerView::of).toList();
    }
}
