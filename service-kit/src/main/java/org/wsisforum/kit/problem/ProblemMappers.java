package org.wsisforum.kit.problem;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.postgresql.util.PSQLException;

import org.wsisforum.kit.problem.Problem.FieldError;

/** Turns whatever ends a request without success into a {@link Problem}. */
public class ProblemMappers {

    /** Deadlock, and serialization failure: PostgreSQL has ended one of two transactions that stood in each other's way. */
    private static final Set<String> GAVE_WAY = Set.of("40P01", "40001");

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /** SQL states of PostgreSQL for U+0000 in a text and in JSON, the one character of Unicode that it cannot store. */
    private static final Set<String> UNSTORABLE = Set.of("22021", "22P05");

    /** SQL states of PostgreSQL for connections that break, that it does not take any more, or not yet. */
    private static final Pattern UNREACHABLE = Pattern.compile("08...|57P..|53300");

    /** What PostgreSQL calls it. Its driver gives every failure a state; the pool gives its own none. */
    private static final String NO_CONNECTION = "08000";

    @Inject
    Problems problems;

    /**
     * Answers with the problem that ends a request; for whoever maps an exception of its own.
     *
     * @param e what is wrong
     * @param uri the address that was called
     */
    @ServerExceptionMapper
    public RestResponse<Problem> refused(ProblemException e, UriInfo uri) {
        return answer(e.type(), e.getMessage(), e.errors(), e.headers(), uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> rulesBroken(jakarta.validation.ConstraintViolationException e, UriInfo uri) {
        var errors = ViolationPointers.of(e);
        return answer(RequestProblem.VALIDATION_FAILED, RequestProblem.count(errors), errors, Map.of(), uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> constraintViolated(ConstraintViolationException e, UriInfo uri) {
        var constraint = constraintOf(e);
        var type = constraint == null ? null : problems.behind(constraint).orElse(null);
        if (type == null) {
            LOG.warnf("Constraint %s has no problem type of its own.", constraint);
            return answer(RequestProblem.CONFLICT, "Something of this kind is already stored.", uri);
        }
        return answer(type, type.title(), uri);
    }

    /** Hibernate finds the name of every kind of constraint in what the database says, but of one that excludes. */
    private static String constraintOf(ConstraintViolationException e) {
        return e.getConstraintName() == null
                        && e.getSQLException() instanceof PSQLException refused
                        && refused.getServerErrorMessage() != null
                ? refused.getServerErrorMessage().getConstraint()
                : e.getConstraintName();
    }

    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    RestResponse<Problem> unreadableJson(JacksonException e, UriInfo uri) {
        var detail = e instanceof UnrecognizedPropertyException unknown
                ? "The body has a field \"" + unknown.getPropertyName() + "\" that this address does not know."
                : "The body is not the JSON that this address takes.";
        var errors =
                e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                        ? List.of(FieldError.at(pointer(mapping), "unreadable", "This field has the wrong form."))
                        : List.<FieldError>of();
        return answer(RequestProblem.MALFORMED_REQUEST, detail, errors, Map.of(), uri);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    RestResponse<Problem> notSignedIn(SecurityException e, UriInfo uri, HttpHeaders headers) {
        var presented = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        // RFC 6750, 3.1: no error attribute when the request carried no credential at all.
        var challenge = presented == null ? "Bearer realm=\"wsis\"" : "Bearer realm=\"wsis\", error=\"invalid_token\"";
        return answer(
                RequestProblem.UNAUTHENTICATED,
                presented == null ? "Sign in to call this." : "The credential is not valid, or no longer.",
                List.of(),
                Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge),
                uri);
    }

    /** The service has not seen the keys of the sign-in since it was started, and cannot see them now. */
    @ServerExceptionMapper
    RestResponse<Problem> signInUnreachable(OIDCException e, UriInfo uri) {
        LOG.errorf("The sign-in cannot be reached: %s", e.getMessage());
        return answer(
                RequestProblem.SERVICE_UNAVAILABLE,
                "The service cannot check credentials. What needs none is answered.",
                List.of(),
                Map.of(HttpHeaders.RETRY_AFTER, "5"),
                uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> notAllowed(ForbiddenException e, UriInfo uri) {
        return answer(RequestProblem.FORBIDDEN, "None of your roles may do this.", uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> nothingHere(NotFoundException e, UriInfo uri) {
        // Jakarta REST also reports parameters that do not parse as "not found". For a part of the path that is right
        // (no
        // invitation has the id "x"), for a query parameter it would send the caller looking for the wrong fault.
        var cause = e.getCause() == null ? null : String.valueOf(e.getCause().getMessage());
        var inPath = cause == null
                || uri.getPathParameters().values().stream()
                        .anyMatch(v -> v.stream().anyMatch(cause::contains));
        if (inPath) {
            return answer(RequestProblem.NOT_FOUND, "There is nothing at " + path(uri) + ".", uri);
        }
        var unreadable = uri.getQueryParameters().entrySet().stream()
                .filter(parameter ->
                        parameter.getValue().stream().anyMatch(value -> !value.isEmpty() && cause.contains(value)))
                .map(parameter -> FieldError.of(parameter.getKey(), "unreadable", "This value has the wrong form."))
                .toList();
        return answer(RequestProblem.MALFORMED_REQUEST, "A query parameter cannot be read.", unreadable, Map.of(), uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> frameworkRefused(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JacksonException json) {
            return unreadableJson(json, uri);
        }
        var type = RequestProblem.forStatus(e.getResponse().getStatus());
        if (type.status() >= 500) {
            return unforeseen(e, uri);
        }
        var allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return answer(type, type.title(), List.of(), allow == null ? Map.of() : Map.of(HttpHeaders.ALLOW, allow), uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> unforeseen(Throwable e, UriInfo uri) {
        var state = sqlState(e);
        if (UNSTORABLE.contains(state)) {
            return answer(RequestProblem.VALIDATION_FAILED, "The request holds the character U+0000.", uri);
        }
        if (GAVE_WAY.contains(state)) {
            return answer(
                    RequestProblem.CONFLICT,
                    "Somebody else changed the same at this moment. Read it again, and decide anew.",
                    uri);
        }
        if (UNREACHABLE.matcher(state).matches()) {
            LOG.errorf("The database cannot be reached: %s", e);
            return answer(
                    RequestProblem.SERVICE_UNAVAILABLE,
                    "The service cannot reach its data. Nothing was changed, unless this was already being confirmed.",
                    List.of(),
                    Map.of(HttpHeaders.RETRY_AFTER, "5"),
                    uri);
        }
        var id = UUID.randomUUID();
        LOG.errorf(e, "Failure %s at %s", id, path(uri));
        return answer(RequestProblem.INTERNAL_ERROR, "The failure is in the log as " + id + ".", uri);
    }

    /** What the database says is wrong; of a pool in which no connection became free, that there is none. */
    private static String sqlState(Throwable e) {
        var state = "";
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure) {
                if (failure.getSQLState() != null) {
                    return failure.getSQLState();
                }
                state = NO_CONNECTION;
            }
        }
        return state;
    }

    private RestResponse<Problem> answer(ProblemType type, String detail, UriInfo uri) {
        return answer(type, detail, List.of(), Map.of(), uri);
    }

    private RestResponse<Problem> answer(
            ProblemType type, String detail, List<FieldError> errors, Map<String, String> headers, UriInfo uri) {
        var answer = ResponseBuilder.<Problem>create(type.status(), null)
                .entity(problems.describe(type, detail, path(uri), errors))
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.forEach(answer::header);
        return answer.build();
    }

    /** The path as the client knows it, without the query, which may hold the key of a link. */
    private static String path(UriInfo uri) {
        return uri.getRequestUri().getRawPath();
    }

    private static String pointer(JsonMappingException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath()) {
            pointer.append('/').append(step.getFieldName() != null ? step.getFieldName() : step.getIndex());
        }
        return pointer.toString();
    }
}
