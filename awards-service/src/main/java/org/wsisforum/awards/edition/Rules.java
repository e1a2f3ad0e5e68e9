package org.wsisforum.awards.edition;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * The rules of one year's contest. They have changed from year to year, which is why they are data.
 *
 * @param submissionLanguages the languages in which projects may be described
 * @param descriptionWords how many words the short description has, which voters read
 * @param onePerEntityAndCategory whether an entity may hand in one project a category only
 * @param pastWinnersExcluded whether a project that has won before is refused
 * @param similarityPercent from which likeness on, by trigrams of title and description, two projects are shown to a person as
 *     perhaps the same
 * @param nomineesPerCategory how many projects the Expert Group nominates; null where the year had no quota
 * @param championsPerCategory how many nominees the vote makes champions
 * @param winnersPerCategory how many champions the Expert Group may make winners
 * @param ballot what makes a ballot count
 * @param tieRule what happens when the last champion's rank is shared
 * @param review how the Expert Group judges
 * @param vote how votes are watched while they come in
 * @param embargo until when the results of the phases are kept
 * @param ceremony the session of the programme in which the winners are announced; null where it is not known
 * @param ceremonyPlace where that is; null where it is not known
 */
@Schema(name = "AwardsRules", description = "The rules of one year's contest.")
public record Rules(
        @NotEmpty @Schema(description = "The languages in which projects may be described.", examples = "[\"en\"]")
        List<@NotNull Language> submissionLanguages,

        @NotNull @Valid @Schema(description = "How many words the short description has, which voters read.")
        Bounds descriptionWords,

        @Schema(description = "Whether an entity may hand in one project a category only.", examples = "true")
        boolean onePerEntityAndCategory,

        @Schema(description = "Whether a project that has won before is refused.", examples = "true")
        boolean pastWinnersExcluded,

        @NotNull
        @Min(1)
        @Max(100)
        @Schema(
                description = "From which likeness on, in per cent, two projects are looked at as perhaps the same.",
                examples = "45")
        Integer similarityPercent,

        @Min(1)
        @Max(1000)
        @Schema(description = "How many projects are nominated; absent where the year has no quota.", examples = "20")
        Integer nomineesPerCategory,

        @Min(1) @Max(1000) @Schema(description = "How many nominees the vote makes champions.", examples = "5")
        int championsPerCategory,

        @NotNull @Valid @Schema(description = "How many champions may become winners.")
        Bounds winnersPerCategory,

        @NotNull @Valid @Schema(description = "What makes a ballot count.")
        Ballot ballot,

        @NotNull @Valid @Schema(description = "What happens when the last champion's rank is shared.")
        Tie tieRule,

        @NotNull @Valid @Schema(description = "How the Expert Group judges.")
        Review review,

        @NotNull @Valid @Schema(description = "How votes are watched while they come in.")
        Vote vote,

        @NotNull @Valid @Schema(description = "Until when the results of the phases are kept.")
        Embargo embargo,

        @Schema(
                description = "The session of the agenda in which the winners are announced.",
                examples = "3f0c2f8e-6f58-3a55-9d0e-0a7c6c0a2b11")
        UUID ceremony,

        @Valid @TextSize(max = 200) @Schema(description = "Where the winners are announced, as certificates say it.")
        Text ceremonyPlace) {

    /**
     * How votes are watched while they come in. Whatever is suspected is counted apart until a person has decided; nothing is
     * deleted, and no number of votes from one place is refused.
     *
     * @param votersPerNetwork from how many voters of one network of addresses on each of them is suspected
     * @param networkScore what that adds to a voter's suspicion
     * @param disposableScore what a mailbox of a provider of throw-away addresses adds
     * @param burstVotes from how many votes for one project out of one network on, within {@code burstMinutes}, they are a burst
     * @param burstMinutes how long a burst may take
     * @param burstScore what taking part in a burst adds
     * @param quarantineScore from which suspicion on a voter's votes are set apart
     * @param challengeVoters from how many voters of one network within an hour on the next ones have to work for their vote
     * @param challengeBits how hard that work is: so many leading bits of a SHA-256 are zero
     */
    @Schema(name = "VoteRule", description = "How votes are watched while they come in.")
    public record Vote(
            @Min(2) @Schema(description = "From how many voters of one network on each is suspected.", examples = "50")
            int votersPerNetwork,

            @Min(0) @Max(100) @Schema(description = "What that adds to a voter's suspicion.", examples = "40")
            int networkScore,

            @Min(0) @Max(100) @Schema(description = "What a throw-away mailbox adds.", examples = "40")
            int disposableScore,

            @Min(2)
            @Schema(description = "How many votes for a project out of one network are a burst.", examples = "30")
            int burstVotes,

            @Min(1) @Max(1440) @Schema(description = "Within how many minutes they are.", examples = "10")
            int burstMinutes,

            @Min(0) @Max(100) @Schema(description = "What taking part in a burst adds.", examples = "40")
            int burstScore,

            @Min(1)
            @Max(300)
            @Schema(description = "From which suspicion on a voter's votes are set apart.", examples = "80")
            int quarantineScore,

            @Min(1)
            @Schema(
                    description = "From how many voters of one network within an hour on the next have to work.",
                    examples = "20")
            int challengeVoters,

            @Min(1)
            @Max(28)
            @Schema(description = "How many leading bits of a SHA-256 they have to make zero.", examples = "18")
            int challengeBits,

            @Schema(description = "Whether a published source of this year says so.", examples = "false")
            boolean confirmed,

            @NotBlank @Size(max = 500) @Schema(description = "Where the rule comes from.")
            String source) {}

    /**
     * How the Expert Group judges.
     *
     * @param criteria what is scored, and how much each counts
     * @param scoreMax the best score of a criterion; the worst is 0
     * @param reviewsPerProject how many experts score each project
     * @param sameCountryConflicts whether an expert of the project's country is in conflict with it
     * @param waitingListPerCategory how many projects after the nominees may move up
     */
    @Schema(name = "ReviewRule", description = "How the Expert Group judges.")
    public record Review(
            @NotEmpty @Size(max = 20) @Schema(description = "What is scored, and how much each counts.")
            List<@NotNull @Valid Criterion> criteria,

            @Min(1) @Max(100) @Schema(description = "The best score of a criterion; the worst is 0.", examples = "5")
            int scoreMax,

            @Min(1) @Max(20) @Schema(description = "How many experts score each project.", examples = "3")
            int reviewsPerProject,

            @Schema(description = "Whether an expert of the project's country may not judge it.", examples = "true")
            boolean sameCountryConflicts,

            @Min(0) @Max(100) @Schema(description = "How many projects after the nominees may move up.", examples = "5")
            int waitingListPerCategory,

            @Schema(description = "Whether a published source of this year says so.", examples = "false")
            boolean confirmed,

            @NotBlank @Size(max = 500) @Schema(description = "Where the rule comes from.")
            String source) {

        /** Something that is scored. */
        @Schema(name = "ReviewCriterion", description = "Something that is scored.")
        public record Criterion(
                @NotNull
                @Pattern(regexp = "[a-z][a-z-]{0,39}")
                @Schema(description = "What scores call it.", examples = "results-and-impact")
                String code,

                @NotNull @Valid @TextSize(max = 200) @Schema(description = "What readers call it.")
                Text name,

                @Min(1) @Max(100) @Schema(description = "How much it counts beside the others.", examples = "2")
                int weight) {}
    }

    /**
     * Until when the results of the phases are kept; each becomes public at this instant and not before.
     *
     * @param nomineesAt the nominated projects
     * @param championsAt the champions, by name
     * @param countsAt how many votes each had, and with them the ledger; null: never
     * @param winnersAt the winners
     */
    @Schema(name = "Embargo", description = "When the results of the phases become public.")
    public record Embargo(
            @NotNull
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(description = "The nominated projects.", examples = "2021-02-28T23:00:00Z")
            Instant nomineesAt,

            @NotNull
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(description = "The champions.", examples = "2021-04-12T22:00:00Z")
            Instant championsAt,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(
                    description = "How many votes each had, and with them the ledger; absent: never.",
                    examples = "2021-05-18T11:00:00Z")
            Instant countsAt,

            @NotNull
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(description = "The winners.", examples = "2021-05-18T11:00:00Z")
            Instant winnersAt,

            @Schema(description = "Whether a published source gives them.", examples = "false")
            boolean confirmed,

            @NotBlank @Size(max = 500) @Schema(description = "Where they come from, and what is assumed.")
            String source) {}

    /** The least and the most of something. */
    @Schema(name = "Bounds", description = "The least and the most of something, both included.")
    public record Bounds(
            @Min(1) @Schema(description = "The least.", examples = "150")
            int min,

            @Min(1) @Schema(description = "The most.", examples = "200")
            int max) {}

    /** What makes a ballot count. */
    @Schema(name = "BallotRule", description = "What makes a ballot count.")
    public record Ballot(
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
    public enum Completeness {
        /** Only ballots with a vote in every category. */
        ALL_CATEGORIES,
        /** Ballots with a vote in at least one category. */
        ANY_CATEGORIES;

        /** As it crosses HTTP. */
        @JsonValue
        public String json() {
            return spelt(this);
        }

        @JsonCreator
        static Completeness of(String json) {
            return valueOf(constant(json));
        }
    }

    /** What happens when the last champion's rank is shared. */
    @Schema(name = "TieRule", description = "What happens when the last champion's rank is shared.")
    public record Tie(
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
    public enum Decision {
        /** The Expert Group, which makes the final choice too. */
        EXPERT_GROUP_DECIDES;

        /** As it crosses HTTP. */
        @JsonValue
        public String json() {
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
