package org.wsisforum.agenda.edition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * The rules of a year for its high-level track.
 *
 * @param ranks the ladder of ranks, the highest first
 * @param rankOfInvited the rank of whom letters invite
 * @param rankOfRepresentative the rank of who represents one of them, until somebody says better
 * @param order what decides who speaks before whom: the first rule that tells two apart
 * @param requestMinutes requests within the same so many minutes count as made at once
 * @param nameLanguage the language by whose names delegations are ordered
 * @param firstCountry the country with which that order begins, where lots were drawn; null for the beginning of the alphabet
 * @param slotsBookedByOffices whether offices choose slots by themselves; else slots are asked for and offered
 * @param offerHours how long an offer stands
 * @param listClosesMinutes how long before its session a speakers' list closes
 * @param correctionMinutes until how long after its delivery a text is corrected
 * @param wordsPerMinute how fast speakers of single languages can be interpreted, where not as all others
 * @param functions what people are appointed to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "HighLevelTrackRules", description = "The rules of a year for its high-level track.")
public record HighLevelTrack(
        @NotEmpty @Size(max = 50) @Schema(description = "The ladder of ranks, the highest first.")
        List<@NotNull @Valid Rank> ranks,

        @NotNull @Schema(description = "The rank of whom letters invite.", examples = "minister")
        String rankOfInvited,

        @NotNull
        @Schema(description = "The rank of who represents one of them, until somebody says better.", examples = "other")
        String rankOfRepresentative,

        @NotEmpty
        @Schema(description = "What decides who speaks before whom: the first of these rules that tells two apart.")
        List<@NotNull Rule> order,

        @Min(1)
        @Max(1440)
        @Schema(description = "Requests within the same so many minutes count as made at once.", examples = "1")
        int requestMinutes,

        @NotNull @Schema(description = "The language by whose names delegations are ordered.", examples = "fr")
        Language nameLanguage,

        @Schema(
                description =
                        "The country with which that order begins, ISO 3166-1 alpha-2; absent for the beginning of the"
                                + " alphabet.",
                examples = "GA")
        String firstCountry,

        @Schema(
                description =
                        "Whether offices choose slots by themselves, first come, first served, until the secretariat puts the"
                                + " list into the order of protocol; else slots are asked for and offered.")
        boolean slotsBookedByOffices,

        @Min(1) @Max(2160) @Schema(description = "How many hours an offer stands.", examples = "72")
        int offerHours,

        @Min(0)
        @Max(43_200)
        @Schema(description = "How many minutes before its session a speakers' list closes.", examples = "1440")
        int listClosesMinutes,

        @Min(0)
        @Max(1440)
        @Schema(description = "Until how many minutes after its delivery a text is corrected.", examples = "15")
        int correctionMinutes,

        @NotNull
        @Schema(description = "How many words a minute single languages are interpreted at, where not as all others.")
        Map<@NotNull Language, @NotNull @Min(50) @Max(250) Integer> wordsPerMinute,

        @NotNull @Size(max = 50) @Schema(description = "What people are appointed to.")
        List<@NotNull @Valid Function> functions) {

    /**
     * A rung of the ladder.
     *
     * @param code what programs call it
     * @param title its name
     */
    @Schema(name = "SpeakerRank", description = "A rung of the ladder.")
    public record Rank(
            @NotNull
            @Pattern(regexp = "[a-z0-9-]{1,40}")
            @Schema(description = "What programs call it.", examples = "minister")
            String code,

            @NotNull @Valid @TextSize(max = 200) @Schema(description = "Its name.")
            Text title) {}

    /**
     * What people are appointed to.
     *
     * @param code what programs call it
     * @param title its name
     * @param holders how many hold it at once
     */
    @Schema(name = "TrackFunction", description = "What people are appointed to.")
    public record Function(
            @NotNull
            @Pattern(regexp = "[a-z0-9-]{1,40}")
            @Schema(description = "What programs call it.", examples = "chair")
            String code,

            @NotNull @Valid @TextSize(max = 200) @Schema(description = "Its name.")
            Text title,

            @Min(1) @Max(500) @Schema(description = "How many hold it at once.", examples = "1")
            int holders) {}

    /** What may decide who speaks before whom. */
    @Schema(
            name = "SpeakingOrderRule",
            description = "What may decide who speaks before whom.",
            enumeration = {"states-first", "rank", "request", "name"})
    public enum Rule {
        /** Heads of agencies after States. */
        STATES_FIRST,
        /** Who stands higher on the ladder. */
        RANK,
        /** Who asked earlier. */
        REQUEST,
        /** The names of the delegations. */
        NAME;

        /** As it crosses HTTP. */
        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @JsonCreator
        static Rule of(String json) {
            return Stream.of(values())
                    .filter(rule -> rule.json().equals(json))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No rule of order: " + json));
        }
    }

    /** How high a rank stands: 0 is the highest. A rank that the ladder does not have stands below all. */
    public int height(String rank) {
        for (var i = 0; i < ranks.size(); i++) {
            if (ranks.get(i).code().equals(rank)) {
                return i;
            }
        }
        return ranks.size();
    }

    /** Whether the ladder has this rank. */
    public boolean hasRank(String rank) {
        return height(rank) < ranks.size();
    }

    /** What somebody may be appointed to, by code. */
    public Optional<Function> function(String code) {
        return functions.stream().filter(f -> f.code().equals(code)).findFirst();
    }

    /** When the list of a session that begins then closes. */
    public Instant closingOf(Instant sessionStart) {
        return sessionStart.minus(Duration.ofMinutes(listClosesMinutes));
    }

    /** How long an offer stands. */
    public Duration offerLength() {
        return Duration.ofHours(offerHours);
    }

    /** Until when a text is corrected that was delivered by then. */
    public Instant correctableUntil(Instant delivered) {
        return delivered.plus(Duration.ofMinutes(correctionMinutes));
    }

    List<String> faults() {
        var faults = new ArrayList<String>();
        if (ranks.stream().map(Rank::code).distinct().count() < ranks.size()) {
            faults.add("two ranks have one code");
        }
        if (!hasRank(rankOfInvited)) {
            faults.add("the ladder has no rank " + rankOfInvited);
        }
        if (!hasRank(rankOfRepresentative)) {
            faults.add("the ladder has no rank " + rankOfRepresentative);
        }
        if (order.stream().distinct().count() < order.size()) {
            faults.add("a rule of order is named twice");
        }
        if (firstCountry != null && Country.of(firstCountry).isEmpty()) {
            faults.add("there is no country " + firstCountry);
        }
        if (functions.stream().map(Function::code).distinct().count() < functions.size()) {
            faults.add("two functions have one code");
        }
        return faults;
    }
}
