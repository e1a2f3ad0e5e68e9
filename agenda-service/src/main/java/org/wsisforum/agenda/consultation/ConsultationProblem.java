package org.wsisforum.agenda.consultation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.wsisforum.agenda.edition.Edition.Phase;
import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about the open consultation. */
enum ConsultationProblem implements ProblemType {
    CONSULTATION_CLOSED(409, "The consultation does not take this at this time."),
    REQUEST_NOT_OPEN(409, "The request does not stand as it must for this."),
    OWN_REQUEST(403, "Nobody reviews or decides on an own request."),
    WORKSHOP_NOT_ACCEPTED(409, "Only of an accepted workshop something is handed in."),
    WORKSHOP_NOT_OVER(409, "The workshop is not over.");

    private final int status;
    private final String title;

    ConsultationProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The refusal outside these phases. */
    static RuntimeException closed(List<Phase> phases) {
        return CONSULTATION_CLOSED.because(
                phases.isEmpty()
                        ? "This edition takes none."
                        : "It is taken "
                                + phases.stream()
                                        .map(phase -> "from " + phase.startsAt() + " until " + phase.endsAt())
                                        .collect(Collectors.joining(", and "))
                                + ".");
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Singleton
    static class Catalogue implements ProblemCatalogue {
        @Override
        public List<? extends ProblemType> types() {
            return List.of(ConsultationProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of("workshop_request_is_decided_by_others", OWN_REQUEST);
        }
    }
}
