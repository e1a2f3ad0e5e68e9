package org.wsisforum.kit.conditional;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import org.wsisforum.kit.problem.Problem;
import org.wsisforum.kit.problem.ProblemMappers;
import org.wsisforum.kit.problem.RequestProblem;

/**
 * Tells whoever came second that the row has moved on between the moment at which its version was compared and the one at
 * which it was written: to a caller who named a version that is the same refusal as a moment later.
 */
class ConditionalMappers {

    @Inject
    ProblemMappers problems;

    @ServerExceptionMapper
    RestResponse<Problem> changedMeanwhile(OptimisticLockException e, HttpHeaders headers, UriInfo uri) {
        var problem = headers.getHeaderString(HttpHeaders.IF_MATCH) == null
                ? RequestProblem.CONFLICT.because("Somebody else changed this at the same moment. Read it again.")
                : ConditionalProblem.STALE_VERSION.because(
                        "Somebody else changed this at the same moment. Read it again.");
        return problems.refused(problem, uri);
    }
}
