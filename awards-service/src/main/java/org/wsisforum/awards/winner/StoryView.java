package org.wsisforum.awards.winner;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of the Success Stories: its fields in the order in which they stand in the table too. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SuccessStory", description = "A winner or champion of the WSIS Prizes, in short.")
record StoryView(
        UUID project,

        @Schema(description = "Its category.", examples = "10")
        int category,

        @Schema(description = "The Action Line of its category.", examples = "C7-e-health")
        String actionLine,

        @Schema(description = "What it has become; a winner is no champion beside.")
        Kind kind,

        @Schema(description = "What it is called.", examples = "Telemedicine for islands")
        String title,

        @Schema(description = "Who stands behind it.", examples = "Ministry of Health")
        String entity,

        @Schema(description = "Where that is, ISO 3166 alpha-2.", examples = "KI")
        String country,

        @Schema(description = "The ITU region of the country.", examples = "ASP")
        String region,

        @Schema(description = "The code of what kind of stakeholder that is.", examples = "government")
        String stakeholderType,

        @Schema(description = "The numbers of the Sustainable Development Goals that it serves.", examples = "[3]")
        List<Integer> goals,

        @Schema(description = "What it is about, in short.") String description,

        @Schema(description = "Where more is to be read.", examples = "https://telemedicine.example")
        String website) {

    static StoryView of(Laureate laureate) {
        return new StoryView(
                laureate.project(),
                laureate.category(),
                laureate.actionLine(),
                Kind.of(laureate),
                laureate.title(),
                laureate.entity(),
                laureate.country(),
                laureate.region(),
                laureate.stakeholderType(),
                laureate.goals(),
                laureate.description(),
                laureate.website());
    }
}
