package org.wsisforum.awards.suspicion;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;

/** Two that are alike, as the awards manager sees them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Suspicion", description = "A project and another, or a past winner, that are perhaps the same.")
record SuspicionView(
        @Schema(description = "Stands for the two.") UUID id,

        @JsonIgnore long version,

        @JsonIgnore @Schema(hidden = true) String compared,

        @Schema(description = "How alike they are, in per cent: the higher of the two numbers below.", examples = "71")
        int likeness,

        @Schema(description = "How alike the titles are.", examples = "71")
        int titles,

        @Schema(description = "How alike the descriptions are; absent with a past winner.", examples = "12")
        Integer descriptions,

        @Schema(description = "A project that takes part.") Side project,

        @Schema(description = "The other project, if it is one.")
        Side otherProject,

        @Schema(description = "The past winner, if it is one.")
        Side pastWinner,

        @Schema(description = "What a person decided; absent while nobody has.")
        Decision decision,

        @Schema(description = "Why.") String reason,
        @Schema(description = "When it was decided.") Instant decidedAt,

        @Schema(description = "Whether a text was changed after the decision, so that it is to be decided again.")
        boolean outdated)
        implements Versioned {

    /** One of the two. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SuspicionSide", description = "One of two that are alike.")
    record Side(
            UUID id,

            @Schema(description = "What it is called.", examples = "Telemedicine for islands")
            String title,

            @Schema(description = "Who stands behind it.", examples = "Ministry of Health")
            String entity,

            @Schema(description = "The number of the category of a project.", examples = "10")
            Integer category,

            @Schema(description = "The year in which a past winner won.", examples = "2019")
            Integer year) {}

    /** The same with what is decided of it; null for nothing. */
    SuspicionView with(Decided decided) {
        return new SuspicionView(
                id,
                version(compared, decided),
                compared,
                likeness,
                titles,
                descriptions,
                project,
                otherProject,
                pastWinner,
                decided == null ? null : decided.decision(),
                decided == null ? null : decided.reason(),
                decided == null ? null : decided.decidedAt(),
                decided != null && !decided.isOn(compared));
    }

    /** Another one whenever there is something that a person who decides must have seen; an ETag has room for 18 digits. */
    private static long version(String compared, Decided decided) {
        var shown = compared + (decided == null ? "" : " " + decided.version());
        return UUID.nameUUIDFromBytes(shown.getBytes(StandardCharsets.UTF_8)).getLeastSignificantBits()
                & 0xff_ffff_ffff_ffL;
    }
}
