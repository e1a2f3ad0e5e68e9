package org.wsisforum.registration.delegation;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about delegations. */
enum DelegationProblem implements ProblemType {
    COUNTRY_HAS_DELEGATION(409, "The country has a delegation already."),
    DELEGATION_NAME_TAKEN(409, "Another delegation of this kind is called so."),
    DELEGATION_IN_USE(409, "Somebody acts for the delegation or did, or registered with it."),
    QUOTA_FULL(409, "All places of the delegation are taken."),
    QUOTA_BELOW_TAKEN(409, "More places are taken than the quota would leave."),
    FOCAL_POINT_TAKEN(409, "The delegation has a focal point; hand over, or appoint a deputy."),
    FOCAL_POINT_ALREADY(409, "The person acts for the delegation already."),
    FOCAL_POINT_ENDED(409, "The appointment has ended."),
    NO_FOCAL_POINT(409, "The delegation has no focal point who could hand over.");

    private final int status;
    private final String title;

    DelegationProblem(int status, String title) {
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
            return List.of(DelegationProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.ofEntries(
                    Map.entry("delegation_of_a_country_is_one", COUNTRY_HAS_DELEGATION),
                    Map.entry("delegation_name_is_free", DELEGATION_NAME_TAKEN),
                    Map.entry("delegation_on_site_is_within_quota", QUOTA_FULL),
                    Map.entry("delegation_remote_is_within_quota", QUOTA_FULL),
                    Map.entry("focal_point_is_one", FOCAL_POINT_TAKEN),
                    Map.entry("focal_point_is_appointed_once", FOCAL_POINT_ALREADY),
                    Map.entry("focal_point_of_a_delegation", DELEGATION_IN_USE),
                    Map.entry("registration_is_of_a_delegation", DELEGATION_IN_USE),
                    Map.entry("precedence_of_a_delegation", DELEGATION_IN_USE));
        }
    }
}
