package org.wsisforum.awards.stocktaking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.awards.project.ProjectInput;

/**
 * An entry with all that it tells. Its fields are named one by one, so that a field which the form gets one day is not shown to
 * everybody without somebody having decided so.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WholeStocktakingEntry", description = "An entry of the Stocktaking.")
record WholeEntryView(
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

        @Schema(description = "How it serves Sustainable Development Goals.")
        List<ProjectInput.Linkage> linkages,

        @Schema(description = "What it set out to do.") String objectives,
        @Schema(description = "What it has brought about.") String impact,
        @Schema(description = "What came of it.") String results,

        @Schema(description = "What it does that others do not.")
        String addedValue,

        @Schema(description = "Whom it works with.") String partnerships,

        @Schema(description = "What is hard, and what comes next.")
        String challenges,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(description = "When it began.", examples = "2018-04-01")
        LocalDate startsOn,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "When it ended; absent while it goes on.", examples = "2020-10-31")
        LocalDate endsOn,

        @Schema(description = "Where more is to be read.", examples = "https://telemedicine.example")
        String website,

        @Schema(description = "When it was submitted.") Instant submittedAt) {

    static WholeEntryView of(WholeEntry entry) {
        var form = entry.form();
        return new WholeEntryView(
                entry.id(),
                entry.category(),
                entry.actionLine(),
                entry.title(),
                form.description(),
                entry.entity(),
                entry.country(),
                entry.region(),
                entry.stakeholderType(),
                form.linkages(),
                form.objectives(),
                form.impact(),
                form.results(),
                form.addedValue(),
                form.partnerships(),
                form.challenges(),
                form.startsOn(),
                form.endsOn(),
                form.website(),
                entry.submittedAt());
    }
}
