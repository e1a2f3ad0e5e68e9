package org.wsisforum.awards.winner;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.edition.PhaseCode;

/** When winners may be selected: rules of the edition. */
@ApplicationScoped
class SelectionTime {

    @Inject
    EditionRules editions;

    /** Refuses to state a preference outside of the selection phase. */
    void requireSelection(String edition, Instant now) {
        if (editions.phaseAt(edition, now).filter(PhaseCode.SELECTION::equals).isEmpty()) {
            throw WinnerProblem.SELECTION_CLOSED.because("The selection phase has not begun, or is over.");
        }
    }

    /**
     * Refuses to decide before the selection phase. Not after it: a group that meets late, or champions that are known late,
     * must not leave a category without a winner.
     */
    void requireBegun(String edition, Instant now) {
        var begins = editions.startOf(edition, PhaseCode.SELECTION);
        if (begins.filter(start -> !now.isBefore(start)).isEmpty()) {
            throw WinnerProblem.SELECTION_CLOSED.because(
                    begins.map(start -> "The selection phase begins at " + start + ".")
                            .orElse("The edition has no selection phase."));
        }
    }

    /** Refuses to decide otherwise than everybody has been told. */
    void requireUnannounced(String edition, Instant now) {
        var announced = editions.of(edition).embargo().winnersAt();
        if (!now.isBefore(announced)) {
            throw WinnerProblem.WINNERS_ANNOUNCED.because("They are public since " + announced + ".");
        }
    }
}
