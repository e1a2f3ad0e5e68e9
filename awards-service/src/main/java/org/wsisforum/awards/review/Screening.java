package org.wsisforum.awards.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.wsisforum.awards.project.Submission;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;

/** Whether a project fits the rules of the contest, as the Expert Group or the awards manager found last. */
@Entity
class Screening {

    @Id
    private UUID project;

    @Version
    private long version;

    private String edition;
    private int category;
    private boolean eligible;
    private String[] reasons;
    private String explanation;
    private Instant screenedAt;

    protected Screening() {}

    Screening(Submission project, ScreeningInput input, Instant now) {
        this.project = project.id();
        this.edition = project.edition();
        this.category = project.category();
        write(input, now);
    }

    /**
     * Finds anew.
     *
     * @return the names of the fields that are different now
     */
    List<String> replaceBy(ScreeningInput input, Instant now) {
        var before = asInput();
        if (before.equals(input)) {
            return List.of();
        }
        write(input, now);
        var changed = new ArrayList<String>();
        if (!before.eligible().equals(input.eligible())) {
            changed.add("eligible");
        }
        if (!before.reasons().equals(input.reasons())) {
            changed.add("reasons");
        }
        if (!Objects.equals(before.explanation(), input.explanation())) {
            changed.add("explanation");
        }
        return changed;
    }

    private void write(ScreeningInput input, Instant now) {
        requireReasons(input);
        eligible = input.eligible();
        reasons = input.reasons().stream().map(ScreeningReason::name).toArray(String[]::new);
        explanation = input.explanation();
        screenedAt = now;
    }

    private static void requireReasons(ScreeningInput input) {
        if (input.eligible() != input.reasons().isEmpty()) {
            throw RequestProblem.VALIDATION_FAILED.because(
                    "One field breaks a rule.",
                    List.of(FieldError.at(
                            "/reasons",
                            "reasons",
                            input.eligible()
                                    ? "What is eligible needs no reason."
                                    : "At least one reason why it is not eligible.")));
        }
    }

    ScreeningInput asInput() {
        return new ScreeningInput(
                eligible, Stream.of(reasons).map(ScreeningReason::valueOf).toList(), explanation);
    }

    UUID project() {
        return project;
    }

    long version() {
        return version;
    }

    boolean eligible() {
        return eligible;
    }

    Instant screenedAt() {
        return screenedAt;
    }
}
