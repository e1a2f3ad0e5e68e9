package org.wsisforum.registration.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.search.Typed;
import org.wsisforum.registration.delegation.Attendance;

/** Which registrations are wanted. */
public record RegistrationFilter(
        @RestQuery @Parameter(description = "Only those that have come so far.", example = "submitted")
        RegistrationState state,

        @RestQuery
        @Pattern(regexp = "[a-z0-9-]{1,40}")
        @Parameter(description = "Only those of this category.", example = "media")
        String category,

        @RestQuery @Parameter(description = "Only those from this country, ISO 3166.", example = "RW")
        String country,

        @RestQuery @Parameter(description = "Only those with this delegation.")
        UUID delegation,

        @RestQuery @Parameter(description = "Only those who take part so.", example = "on-site")
        Attendance attendance,

        @RestQuery
        @Pattern(regexp = "duplicate", message = "Only flagged=duplicate is known.")
        @Parameter(
                description = "`duplicate` for those that may be of a person who has another one.",
                schema = @Schema(type = SchemaType.STRING),
                example = "duplicate")
        String flagged,

        @RestQuery
        @Size(max = 200)
        @Parameter(description = "Only those with these words in names, job or entity.", example = "Ingab")
        String q) {

    /** A condition in HQL, and what stands for its parameter. */
    record Condition(String hql, String parameter, Object value) {}

    /** What is asked of a row, without the edition. */
    List<Condition> conditions(ObjectMapper json) {
        Map<String, Condition> all = new LinkedHashMap<>();
        add(all, "state = :state", "state", state);
        add(all, "category = :category", "category", category);
        add(all, "country = :country", "country", countryCode());
        add(all, "delegation = :delegation", "delegation", delegation);
        add(all, "attendance = :attendance", "attendance", attendance);
        var typed = q == null ? null : Typed.read(q);
        if (typed != null && !typed.isEmpty()) {
            try {
                add(
                        all,
                        "cast(sql('(words @@ (select search_query(cast(? as jsonb))))', :q) as Boolean) = true",
                        "q",
                        json.writeValueAsString(typed.words()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Words are no JSON", e);
            }
        }
        return List.copyOf(all.values());
    }

    private static void add(Map<String, Condition> all, String hql, String parameter, Object value) {
        if (value != null) {
            all.put(parameter, new Condition(hql, parameter, value));
        }
    }

    private String countryCode() {
        return country == null
                ? null
                : Country.of(country)
                        .map(Country::code)
                        .orElseThrow(() -> RequestProblem.VALIDATION_FAILED.because(
                                "There is no such country.",
                                List.of(FieldError.of("country", "unknown", "ISO 3166-1."))));
    }

    Keyset<Registration> applyTo(Keyset<Registration> list, ObjectMapper json) {
        for (var condition : conditions(json)) {
            list.where(condition.hql(), condition.parameter(), condition.value());
        }
        return flagged == null ? list : list.where(Registrations.FLAGGED);
    }
}
