package org.wsisforum.awards.review;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.awards.project.ProjectInput;
import org.wsisforum.awards.project.Submission;

/** A nominee as everybody may see it: not its rank, nor anything else that scores have made. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Nominee", description = "A project that the Expert Group has nominated.")
public record NomineeView(
        UUID project,

        @Schema(description = "Its category.", examples = "10")
        int category,

        @Schema(description = "What it is called.", examples = "Telemedicine for islands")
        String title,

        @Schema(description = "What voters read.") String description,

        @Schema(description = "Who stands behind it.", examples = "Ministry of Health")
        String entity,

        @Schema(description = "Where that is, ISO 3166 alpha-2.", examples = "KI")
        String country,

        @Schema(description = "The code of what kind of stakeholder that is.", examples = "government")
        String stakeholderType,

        @Schema(description = "The numbers of the Sustainable Development Goals that it serves.", examples = "[3]")
        List<Integer> goals,

        @Schema(description = "Where more is to be read.", examples = "https://telemedicine.example")
        String website) {

    static NomineeView of(Submission project) {
        var form = project.form();
        return new NomineeView(
                project.id(),
                project.category(),
                form.title(),
                form.description(),
                form.entity(),
                form.country(),
                form.stakeholderType(),
                form.linkages().stream()
                        .map(ProjectInput.Linkage::goal)
                        .sorted()
                        .toList(),
                form.website());
    }
}
