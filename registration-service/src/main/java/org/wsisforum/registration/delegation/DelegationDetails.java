package org.wsisforum.registration.delegation;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * What can be changed of a delegation. Who comes and in what capacity stays: another is another delegation.
 *
 * @param name what it is called
 * @param email where letters to it go
 * @param quota how many it may have
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DelegationDetails", description = "What can be changed of a delegation.")
record DelegationDetails(
        @NotNull @Valid @TextSize(max = 300) @Schema(description = "What it is called.")
        Text name,

        @Email
        @Size(max = 254)
        @Schema(
                description = "Where letters to it go.",
                examples = "wsis@minict.example",
                extensions = @Extension(name = "x-data-class", value = "contact"))
        String email,

        @Valid @Schema(description = "How many it may have; absent for as many as wish.")
        Quota quota) {

    /** What the API calls what can be changed. */
    static final Set<String> FIELDS = Stream.of(DelegationDetails.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** What validation of single fields does not see. */
    List<FieldError> faults() {
        return name.words().isEmpty()
                ? List.of(FieldError.at("/name", "not-null", "Say what it is called."))
                : List.of();
    }
}
