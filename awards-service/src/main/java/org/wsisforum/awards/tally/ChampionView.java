package org.wsisforum.awards.tally;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.awards.project.ProjectInput;
import org.wsisforum.awards.project.Submission;

/** A champion as everybody may see it: without its votes until numbers are public. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Champion", description = "A project that the public's votes have made a champion.")
record ChampionView(
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
        String website,

        @Schema(
                description = "The votes that counted for it; absent until the edition's `embargo.countsAt`.",
                examples = "4211")
        Long votes) {

    static ChampionView of(Submission project, Long votes) {
        var form = project.form();
        return new ChampionView(
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
                form.website(),
                votes);
    }
}
