package org.wsisforum.awards.pastwinner;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;

/** A past winner as everybody may see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PastWinner", description = "A project that won in an earlier edition.")
public record PastWinnerView(
        UUID id,
        @JsonIgnore long version,

        @Schema(description = "The year of the contest that it won.", examples = "2019")
        int year,

        @Schema(description = "The Action Line of the category in which it won.", examples = "C7-e-health")
        String actionLine,

        @Schema(description = "What the project is called.", examples = "Telemedicine for islands")
        String title,

        @Schema(description = "Who stands behind it.", examples = "Ministry of Health")
        String entity,

        @Schema(
                description = "Where the entity is at home, ISO 3166 alpha-2; absent for one that is at home in none.",
                examples = "KI")
        String country)
        implements Versioned {

    static PastWinnerView of(PastWinner winner) {
        return new PastWinnerView(
                winner.id(),
                winner.version(),
                winner.year(),
                winner.actionLine(),
                winner.title(),
                winner.entity(),
                winner.country());
    }
}
