package org.wsisforum.registration.edition;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;
import org.wsisforum.kit.text.Words;

/**
 * How an edition invites.
 *
 * @param ranks the ladder of ranks, the highest first; the codes are those of the agenda's high-level track
 * @param salutations how people are greeted; where nothing fits, as the letter greets
 * @param office whom a letter addresses in a country of which no name is known
 * @param languages the countries whose offices are written to in a language, where nobody says in which; all others in English
 * @param reminders how many days before the deadline those are reminded who have not answered
 * @param linksPerDay how many links one invitation is given within 24 hours
 * @param wrongKeysPerHour how many keys that open nothing are tried at one invitation within an hour, at one copy of the service
 * @param confirmed whether all this is as the secretariat has set it; else some of it is assumed
 */
@Schema(name = "InvitingRules", description = "How an edition invites.")
public record Inviting(
        @NotNull @Size(max = 50) @Schema(description = "The ladder of ranks, the highest first.")
        List<@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String> ranks,

        @NotNull
        @Size(max = 200)
        @Schema(description = "How people are greeted; where nothing fits, as the letter greets.")
        List<@NotNull @Valid Salutation> salutations,

        @NotNull
        @Valid
        @TextSize(max = 200)
        @Schema(description = "Whom a letter addresses in a country of which no name is known.")
        Text office,

        @NotNull
        @Schema(
                description =
                        "The countries whose offices are written to in a language, where nobody says in which; all others in"
                                + " English.",
                examples = "{\"fr\": [\"SN\"], \"es\": [\"PE\"]}")
        Map<@NotNull Language, @NotNull @Size(max = 250) List<@NotNull @Pattern(regexp = "[A-Z]{2}") String>> languages,

        @NotNull
        @Size(max = 10)
        @Schema(
                description = "How many days before the deadline those are reminded who have not answered.",
                examples = "[14, 3]")
        List<@NotNull @Min(1) @Max(365) Integer> reminders,

        @Min(1)
        @Max(1000)
        @Schema(description = "How many links one invitation is given within 24 hours.", examples = "5")
        int linksPerDay,

        @Min(1)
        @Max(100_000)
        @Schema(
                description = "How many keys that open nothing are tried at one invitation within an hour.",
                examples = "20")
        int wrongKeysPerHour,

        @Schema(description = "Whether all this is as the secretariat has set it; else some of it is assumed.")
        boolean confirmed) {

    /** What holds in an edition that was stored before it said anything of this: nobody is reminded. */
    static final Inviting UNSAID = new Inviting(
            List.of(),
            List.of(),
            Text.of(Map.of(
                    Language.EN,
                    new Words(
                            "The Minister responsible for information and communication technologies",
                            Words.Status.UNOFFICIAL))),
            Map.of(),
            List.of(),
            20,
            100,
            false);

    /** How somebody is to be called in languages that tell. */
    @Schema(
            name = "Gender",
            description = "How somebody is to be called in languages that tell.",
            enumeration = {"female", "male"})
    public enum Gender {
        FEMALE,
        MALE;

        /** As it crosses HTTP. */
        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The constant for what crosses HTTP. */
        @JsonCreator
        public static Gender fromString(String json) {
            return Stream.of(values())
                    .filter(gender -> gender.json().equals(json))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Neither female nor male: " + json));
        }
    }

    /**
     * How somebody is greeted.
     *
     * @param rank of whom; null for whatever rank
     * @param gender of whom; null for whatever gender
     * @param text the greeting, as it stands above a letter
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Salutation", description = "How somebody is greeted.")
    public record Salutation(
            @Pattern(regexp = "[a-z0-9-]{1,40}")
            @Schema(description = "Of which rank; absent for any.", examples = "minister")
            String rank,

            @Schema(description = "Of which gender; absent for any.")
            Gender gender,

            @NotNull @Valid @TextSize(max = 200) @Schema(description = "The greeting, as it stands above a letter.")
            Text text) {

        private boolean fits(String rank, Gender gender) {
            return (this.rank == null || this.rank.equals(rank)) && (this.gender == null || this.gender == gender);
        }

        /** Rank tells more than gender: a minister is greeted as a minister before anything else. */
        private int weight() {
            return (rank == null ? 0 : 2) + (gender == null ? 0 : 1);
        }
    }

    /**
     * How somebody is greeted in a language: by what fits best and is said in it.
     *
     * @param rank null where none is known
     * @param gender null where none is known
     * @return empty where the letter's own greeting holds
     */
    public Optional<String> salutation(String rank, Gender gender, Language language) {
        return salutations.stream()
                .filter(salutation -> salutation.fits(rank, gender))
                .filter(salutation -> salutation.text().languages().contains(language))
                .max(Comparator.comparingInt(Salutation::weight))
                .map(salutation -> salutation.text().words().get(language).value());
    }

    /** In which language the office of a country is written to, where nobody says in which. */
    public Language languageOf(String country) {
        return languages.entrySet().stream()
                .filter(language -> language.getValue().contains(country))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Language.EN);
    }

    /** The rank of whom letters invite where nobody said which; null on a ladder that has no such rung. */
    public String usualRank() {
        return hasRank("minister") ? "minister" : null;
    }

    /** Whether one rank stands above another; every rank does above one that is not on the ladder, or null. */
    public boolean isAbove(String rank, String other) {
        return height(rank) < height(other);
    }

    private int height(String rank) {
        var at = rank == null ? -1 : ranks.indexOf(rank);
        return at < 0 ? ranks.size() : at;
    }

    /** Whether the ladder has this rank. */
    public boolean hasRank(String rank) {
        return ranks.contains(rank);
    }

    @JsonIgnore
    @AssertTrue(
            message =
                    "Ranks, reminders and the countries of languages are named once, and salutations are for ranks of the"
                            + " ladder.")
    boolean isCoherent() {
        return ranks == null
                || salutations == null
                || reminders == null
                || languages == null
                || ranks.stream().distinct().count() == ranks.size()
                        && reminders.stream().distinct().count() == reminders.size()
                        && languages.values().stream()
                                        .flatMap(List::stream)
                                        .distinct()
                                        .count()
                                == languages.values().stream()
                                        .mapToLong(List::size)
                                        .sum()
                        && salutations.stream().allMatch(s -> s.rank() == null || hasRank(s.rank()));
    }
}
