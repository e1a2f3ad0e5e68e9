package org.wsisforum.awards.review;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.edition.PhaseCode;

/** When the Expert Group may do what: rules of the edition. */
@ApplicationScoped
class ReviewTime {

    @Inject
    EditionRules editions;

    /** Refuses to prepare and discuss reviews while projects may still change, and when the nominees are chosen. */
    void requireUnderWay(String edition, Instant now) {
        var submitted = editions.endOf(edition, PhaseCode.SUBMISSION);
        if (submitted.isPresent() && now.isBefore(submitted.get())) {
            throw ReviewProblem.REVIEW_CLOSED.because(
                    "Projects are still being handed in, until " + submitted.get() + ".");
        }
        var nominated = editions.endOf(edition, PhaseCode.NOMINATION);
        if (nominated.isPresent() && !now.isBefore(nominated.get())) {
            throw ReviewProblem.REVIEW_CLOSED.because("The nomination phase ended at " + nominated.get() + ".");
        }
    }

    /** Refuses to score and to nominate outside of the nomination phase. */
    void requireNomination(String edition, Instant now) {
        if (editions.phaseAt(edition, now).filter(PhaseCode.NOMINATION::equals).isEmpty()) {
            throw ReviewProblem.REVIEW_CLOSED.because("The nomination phase has not begun, or is over.");
        }
    }

    /** Refuses to take a nominee out when the public has chosen. */
    void requireBeforeChampions(String edition, Instant now) {
        var voted = editions.endOf(edition, PhaseCode.VOTING);
        if (voted.isPresent() && !now.isBefore(voted.get())) {
            throw ReviewProblem.REVIEW_CLOSED.because("The voting phase ended at " + voted.get() + ".");
        }
    }

    /** Whether everybody may see the nominees. */
    boolean isNomineesPublic(String edition, Instant now) {
        return !now.isBefore(editions.of(edition).embargo().nomineesAt());
    }
}
