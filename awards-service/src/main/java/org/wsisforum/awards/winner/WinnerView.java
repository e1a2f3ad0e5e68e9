package org.wsisforum.awards.winner;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A winner as everybody may see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Winner", description = "A project that has won a WSIS Prize.")
record WinnerView(
        UUID project,

        @Schema(description = "Its category.", examples = "10")
        int category,

        @Schema(description = "The Action Line of its category.", examples = "C7-e-health")
        String actionLine,

        @Schema(description = "What it is called.", examples = "Telemedicine for islands")
        String title,

        @Schema(description = "What voters read.") String description,

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

        @Schema(description = "Where more is to be read.", examples = "https://telemedicine.example")
        String website,

        @Schema(description = "Where its certificate is, a PDF.")
        String certificate,

        @Schema(
                description = "The session of the agenda in which it was announced; absent where that is not known.",
                examples = "/agenda/v1/editions/2021/sessions/cd8b6469-dab5-3e1d-89d3-d9b1ac43d4a7")
        String ceremony) {

    static WinnerView of(Laureate winner, String ceremony) {
        return new WinnerView(
                winner.project(),
                winner.category(),
                winner.actionLine(),
                winner.title(),
                winner.description(),
                winner.entity(),
                winner.country(),
                winner.region(),
                winner.stakeholderType(),
                winner.goals(),
                winner.website(),
                Kind.WINNER.certificateOf(winner),
                ceremony);
    }
}
