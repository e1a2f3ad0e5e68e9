package org.wsisforum.kit.problem;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.opentelemetry.api.trace.Span;
import io.quarkus.arc.All;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;

/** All refusals of a service, with the addresses under which the portal explains them. */
@ApplicationScoped
public class Problems {

    private final List<ProblemCatalogue> catalogues;
    private final String publicUrl;

    @Inject
    Problems(@All List<ProblemCatalogue> catalogues, @ConfigProperty(name = "wsis.public-url") String publicUrl) {
        this.catalogues = catalogues;
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /** Every refusal that this service can answer, by code. */
    public List<ProblemType> all() {
        return Stream.<ProblemType>concat(
                        Stream.of(RequestProblem.values()), catalogues.stream().flatMap(c -> c.types().stream()))
                .sorted(Comparator.comparing(ProblemType::code))
                .toList();
    }

    /** The stable address of a kind of problem. */
    public URI address(ProblemType type) {
        return URI.create(publicUrl + "/problems/" + type.code());
    }

    Optional<ProblemType> behind(String constraint) {
        return catalogues.stream()
                .flatMap(c -> Optional.ofNullable(c.byConstraint().get(constraint)).stream())
                .findFirst();
    }

    Problem describe(ProblemType type, String detail, String instance, List<Problem.FieldError> errors) {
        var trace = Span.current().getSpanContext();
        return new Problem(
                address(type),
                type.title(),
                type.status(),
                detail,
                instance,
                type.code(),
                (String) MDC.get("requestId"),
                trace.isValid() ? trace.getTraceId() : null,
                errors);
    }
}
