package org.wsisforum.awards.project;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.edition.PhaseCode;
import org.wsisforum.kit.problem.ProblemException;

/** Until when projects are written, submitted and withdrawn: rules of the edition, kept to the second. */
@ApplicationScoped
class Deadline {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm:ss '('VV')'", Locale.ENGLISH);

    @Inject
    EditionRules editions;

    /** Refuses to write when the submission phase is over; before it begins, drafts are welcome. */
    void requireWritable(String edition, Instant now) {
        var end = editions.endOf(edition, PhaseCode.SUBMISSION);
        if (end.isPresent() && !now.isBefore(end.get())) {
            throw over(edition, "The submission phase", end.get(), now);
        }
    }

    /** Refuses to submit outside of the submission phase. */
    void requireOpen(String edition, Instant now) {
        requireWritable(edition, now);
        if (editions.phaseAt(edition, now).filter(PhaseCode.SUBMISSION::equals).isEmpty()) {
            throw ProjectProblem.SUBMISSION_CLOSED.because(
                    "The submission phase has not begun. The draft stays as it is.");
        }
    }

    /** Refuses to withdraw when the nominees are chosen. */
    void requireBeforeNominees(String edition, Instant now) {
        var end = editions.endOf(edition, PhaseCode.NOMINATION);
        if (end.isPresent() && !now.isBefore(end.get())) {
            throw over(edition, "The nomination phase", end.get(), now);
        }
    }

    private ProblemException over(String edition, String phase, Instant end, Instant now) {
        var zone = editions.zone(edition);
        return ProjectProblem.SUBMISSION_CLOSED.because("%s ended on %s. This arrived on %s."
                .formatted(phase, TIME.format(end.atZone(zone)), TIME.format(now.atZone(zone))));
    }
}
