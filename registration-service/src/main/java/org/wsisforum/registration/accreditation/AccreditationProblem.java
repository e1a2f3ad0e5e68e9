package org.wsisforum.registration.accreditation;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about accreditations. */
enum AccreditationProblem implements ProblemType {
    ALREADY_INTERESTED(409, "The person has expressed interest in this edition."),
    ACCREDITATION_NOT_AT_THIS_STEP(409, "The accreditation has not come so far, or is past this step."),
    ACCREDITATION_NOT_COMPLETE(422, "Something is missing that is needed before it is submitted."),
    APPEAL_TOO_LATE(409, "The time in which the refusal was to be appealed is over."),
    OWN_INTEREST(409, "Nobody decides on the own expression of interest."),
    SAME_OFFICER(409, "An appeal is decided by another officer than the one who refused."),
    NOTHING_TO_CARRY_OVER(409, "The person was not accredited for the edition before, or none is carried over."),
    TOO_MANY_DOCUMENTS(409, "An accreditation has ten documents at most."),
    DOCUMENT_REFUSED(422, "The document is not what it says it is, or must not be kept.");

    private final int status;
    private final String title;

    AccreditationProblem(int status, String title) {
        this.status = status;
        this.title = title;
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
            return List.of(AccreditationProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of(
                    "accreditation_is_one", ALREADY_INTERESTED,
                    "accreditation_document_is_one_of_ten", TOO_MANY_DOCUMENTS,
                    "accreditation_appeal_goes_to_another", SAME_OFFICER);
        }
    }
}
