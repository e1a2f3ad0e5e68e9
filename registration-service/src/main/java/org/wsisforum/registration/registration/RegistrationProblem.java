package org.wsisforum.registration.registration;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about registrations. */
enum RegistrationProblem implements ProblemType {
    ALREADY_REGISTERED(409, "The person has a registration for this edition."),
    REGISTRATION_CLOSED(409, "Registrations for the edition are not taken at this time."),
    REGISTRATION_NOT_COMPLETE(422, "Something is missing that a registration needs before it is submitted."),
    NOT_AT_THIS_STEP(409, "The registration has not come so far, or is past this step."),
    VISA_SUPPORT_CLOSED(409, "Support for a visa is no longer asked for."),
    NO_VISA_LETTER(409, "A letter for a visa is written once the registration and the support are approved."),
    OWN_REGISTRATION(409, "Nobody decides on the own registration."),
    INTEREST_NOT_ACCREDITED(409, "The person's expression of interest has not been accredited."),
    INVITATION_LINKED(409, "Another registration answers this invitation."),
    UNKNOWN_INVITATION(422, "The edition has no such invitation.");

    private final int status;
    private final String title;

    RegistrationProblem(int status, String title) {
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
            return List.of(RegistrationProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of(
                    "registration_is_one", ALREADY_REGISTERED,
                    "registration_invitation_is_free", INVITATION_LINKED,
                    "registration_is_of_an_invitation", UNKNOWN_INVITATION);
        }
    }
}
