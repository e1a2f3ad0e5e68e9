package org.wsisforum.awards.stocktaking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry as lists show it. */
@Schema(name = "StocktakingEntry", description = "An entry of the Stocktaking, in short.")
record EntryView(
        @Schema(description = "The project.") UUID id,

        @Schema(description = "The number of its category.", examples = "10")
        int category,

        @Schema(description = "The Action Line of its category.", examples = "C7-e-health")
        String actionLine,

        @Schema(description = "What it is called.", examples = "Telemedicine for islands")
        String title,

        @Schema(description = "What it is about, in short.") String description,

        @Schema(description = "Who stands behind it.", examples = "Ministry of Health")
        String entity,

        @Schema(description = "Where the entity is at home, ISO 3166 alpha-2.", examples = "KI")
        String country,

        @Schema(description = "The ITU region of the country.", examples = "ASP")
        String region,

        @Schema(description = "The code of the kind of stakeholder.", examples = "government")
        String stakeholderType,

        @Schema(description = "The Sustainable Development Goals that it serves.", examples = "[3, 9]")
        List<Integer> goals,

        @Schema(description = "When it was submitted.") Instant submittedAt) {

    static EntryView of(Entry entry) {
        return new EntryView(
                entry.id(),
                entry.category(),
                entry.actionLine(),
                entry.title(),
                entry.description(),
                entry.entity(),
                entry.country(),
                entry.region(),
                entry.stakeholderType(),
                entry.goals(),
                entry.submittedAt());
    }
}
