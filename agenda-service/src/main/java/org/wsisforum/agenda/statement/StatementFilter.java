package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.reference.Country;

/** Which statements are wanted, of those that the caller may see. */
public record StatementFilter(
        @RestQuery
        @Parameter(
                description =
                        "Only statements in this state: `open`, `requested`, `offered`, `booked`, `delivered` or `withdrawn`."
                                + " Those that are delivered are published with their texts.",
                example = "delivered")
        String state,

        @RestQuery @Parameter(description = "Only statements of this country, ISO 3166-1.", example = "CH")
        String country,

        @RestQuery
        @Parameter(
                description = "Only statements that are booked in this session.",
                example = "0190b0a2-5c7a-7000-8000-000000000003")
        UUID session,

        @RestQuery
        @Parameter(
                description =
                        "Only the statement that this invitation opened; for those who may see more of it than everybody.",
                example = "0190b0a2-5c7a-7000-8000-000000000002")
        UUID invitation) {

    Keyset<Statement> statements(Edition edition, Instant now) {
        return inState(Keyset.of(Statement.class), now)
                .where("edition = :edition", "edition", edition.code())
                .whereIfGiven("country = :country", "country", knownCountry())
                .whereIfGiven("slot.session = :session", "session", session)
                .whereIfGiven("invitation = :invitation", "invitation", invitation);
    }

    /** An offer that has ended is a request. */
    private Keyset<Statement> inState(Keyset<Statement> list, Instant now) {
        var wanted = knownState();
        if (wanted == StatementState.OFFERED) {
            return list.whereAsOf("state = OFFERED and offerExpiresAt > :now", "now", now);
        }
        if (wanted == StatementState.REQUESTED) {
            return list.whereAsOf("(state = REQUESTED or state = OFFERED and offerExpiresAt <= :now)", "now", now);
        }
        return list.whereIfGiven("state = :state", "state", wanted);
    }

    private StatementState knownState() {
        return state == null
                ? null
                : StatementState.of(state)
                        .orElseThrow(() -> unknown(
                                "state", "A statement is open, requested, offered, booked, delivered or withdrawn."));
    }

    private String knownCountry() {
        return country == null
                ? null
                : Country.of(country)
                        .map(Country::code)
                        .orElseThrow(() -> unknown("country", "There is no country \"" + country + "\"."));
    }

    private static RuntimeException unknown(String parameter, String detail) {
        return RequestProblem.VALIDATION_FAILED.because(detail, List.of(FieldError.of(parameter, "unknown", detail)));
    }
}
