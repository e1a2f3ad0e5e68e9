package org.wsisforum.registration.partner;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.conditional.ConditionalProblem;
import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about partners. */
enum PartnerProblem implements ProblemType {
    PACKAGE_CODE_TAKEN(409, "Another package of the edition has this code."),
    PACKAGE_IN_USE(409, "Somebody has this package, or offered to take it."),
    PACKAGE_FULL(409, "All places of the package are taken."),
    OFFER_DECIDED(409, "The offer was decided or withdrawn."),
    NO_PARTNER(409, "Only a partner pledges: the offer has not been accepted."),
    NO_LOGO(422, "The bytes are no picture that can be shown."),
    PLEDGE_NOT_COHERENT(422, "The parts of the pledge do not go together."),
    PLEDGE_SETTLED(409, "The pledge was confirmed or withdrawn."),
    PLEDGE_NOT_CONFIRMED(409, "Only of a confirmed pledge something is received."),
    FULFILMENT_NOT_COHERENT(422, "What was received is of another kind than what was pledged."),
    MORE_THAN_PLEDGED(409, "More would have been received than was pledged."),
    ENTRY_REVERSED(409, "The entry was reversed already.");

    private final int status;
    private final String title;

    PartnerProblem(int status, String title) {
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
            return List.of(PartnerProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of(
                    "partner_package_code_is_free", PACKAGE_CODE_TAKEN,
                    "partner_has_a_package", PACKAGE_IN_USE,
                    "partner_seat_is_free", PACKAGE_FULL,
                    "pledge_is_not_exceeded", MORE_THAN_PLEDGED,
                    // Two who create at one address at the same moment.
                    "partner_package_pkey", ConditionalProblem.ALREADY_EXISTS);
        }
    }
}
