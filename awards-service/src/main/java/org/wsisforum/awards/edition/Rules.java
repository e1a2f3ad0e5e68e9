package org.wsisforum.awards.edition;

import java.util.List;
import java.util.Locale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Language;

/**
 * The rules of one year's contest. They have changed from year to year, which is why they are data.
 *
 * @param submissionLanguages the languages in which projects may be described
 * @param descriptionWords how many words the short description has, which voters read
 * @param onePerEntityAndCategory whether an entity may hand in one project a category only
 * @param pastWinnersExcluded whether a project that has won before is refused
 * @param nomineesPerCategory how many projects the Expert Group nominates
 * @param championsPerCategory how many nominees the vote makes champions
 * @param winnersPerCategory how many champions the Expert Group may make winners
 * @param ballot what makes a ballot count
 * @param tieRule what happens when the last champion's rank is shared
 */
@Schema(name = "AwardsRules", description = "The rules of one year's contest.")
record Rules(
        @NotEmpty @Schema(description = "The languages in which projects may be described.", examples = "[\"en\"]")
        List<@NotNull Language> submissionLanguages,

        @NotNull @Valid @Schema(description = "How many words the short description has, which voters read.")
        Bounds descriptionWords,

        @Schema(description = "Whether an entity may hand in one project a category only.", examples = "true")
        boolean onePerEntityAndCategory,

        @Schema(description = "Whether a project that has won before is refused.", examples = "true")
        boolean pastWinnersExcluded,

        @Min(1) @Max(1000) @Schema(description = "How many projects are nominated.", examples = "20")
        int nomineesPerCategory,

        @Min(1) @Max(1000) @Schema(description = "How many nominees the vote makes champions.", examples = "5")
        int championsPerCategory,

        @NotNull @Valid @Schema(description = "How many champions may become winners.")
        Bounds winnersPerCategory,

        @NotNull @Valid @Schema(description = "What makes a ballot count.")
        Ballot ballot,

        @NotNull @Valid @Schema(description = "What happens when the last champion's rank is shared.")
        Tie tieRule) {

    /** The least and the most of something. */
    @Schema(name = "Bounds", description = "The least and the most of something, both included.")
    record Bounds(
            @Min(1) @Schema(description = "The least.", examples = "150")
            int min,

            @Min(1) @Schema(description = "The most.", examples = "200")
            int max) {}

    /** What makes a ballot count. */
    @Schema(name = "BallotRule", description = "What makes a ballot count.")
    record Ballot(
            @NotNull @Schema(description = "Which ballots count: those with a vote in every category, or all.")
            Completeness rule,

            @Schema(description = "Whether a vote may be changed while voting is open.", examples = "false")
            boolean changeAllowed,

            @Schema(description = "Whether a published source of this year says so.", examples = "false")
            boolean confirmed,

            @NotBlank @Size(max = 500) @Schema(description = "Where the rule comes from.")
            String source) {}

    /** Which ballots count. */
    @Schema(
            name = "BallotCompleteness",
            description = "Which ballots count.",
            enumeration = {"all-categories", "any-categories"})
    enum Completeness {
        /** Only ballots with a vote in every category. */
        ALL_CATEGORIES,
        /** Ballots with a vote in at least one category. */
        ANY_CATEGORIES;

        /** As it crosses HTTP. */
        @JsonValue
        String json() {
            return spelt(this);
        }

        @JsonCreator
        static Completeness of(String json) {
            return valueOf(constant(json));
        }
    }

    /** What happens when the last champion's rank is shared. */
    @Schema(name = "TieRule", description = "What happens when the last champion's rank is shared.")
    record Tie(
            @NotNull @Schema(description = "Who or what decides.")
            Decision rule,

            @Schema(description = "Whether a published source of this year says so.", examples = "false")
            boolean confirmed,

            @NotBlank @Size(max = 500) @Schema(description = "Where the rule comes from.")
            String source) {}

    /** Who or what decides between projects with the same number of votes. */
    @Schema(
            name = "TieDecision",
            description = "Who or what decides between projects with the same number of votes.",
            enumeration = {"expert-group-decides"})
    enum Decision {
        /** The Expert Group, which makes the final choice too. */
        EXPERT_GROUP_DECIDES;

        /** As it crosses HTTP. */
        @JsonValue
        String json() {
            return spelt(this);
        }

        @JsonCreator
        static Decision of(String json) {
            return valueOf(constant(json));
        }
    }

    private static String spelt(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(String json) {
        return json.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
