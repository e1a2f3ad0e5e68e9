package org.wsisforum.awards.project;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.awards.edition.Rules;
import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.problem.Problem.FieldError;

/** A project as its owners and the awards manager see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Project", description = "A project as its owners see it.")
record ProjectView(
        UUID id,
        @JsonIgnore long version,
        ProjectState state,

        @Schema(description = "Whether the caller may also say who else writes it.")
        boolean mine,

        @Schema(description = "Opaque subjects of those who write it besides its owner.")
        List<String> coOwners,

        @Schema(description = "How many words the description has, as the contest counts them.", examples = "173")
        int descriptionWords,

        @Schema(description = "What is missing or does not fit, for it to be submitted.")
        List<FieldError> gaps,

        @Schema(description = "When it was begun.") Instant createdAt,
        @Schema(description = "When it was last changed.") Instant changedAt,

        @Schema(description = "When it was submitted; absent while it is a draft.")
        Instant submittedAt,

        @JsonUnwrapped ProjectInput form)
        implements Versioned {

    static ProjectView of(Project project, String reader, Rules rules) {
        var form = project.form();
        return new ProjectView(
                project.id(),
                project.version(),
                project.state(),
                project.isOwnedBy(reader),
                project.coOwners(),
                form.description() == null ? 0 : Words.count(form.description()),
                project.state() == ProjectState.DRAFT ? form.gaps(rules) : List.of(),
                project.createdAt(),
                project.changedAt(),
                project.submittedAt(),
                form);
    }
}
