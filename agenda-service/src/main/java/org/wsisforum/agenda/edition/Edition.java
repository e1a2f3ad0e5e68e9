package org.wsisforum.agenda.edition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * A year of the Forum: what it is called, when and in which languages it takes place, and the rules that hold in it.
 *
 * @param code the year, as addresses name it
 * @param title the official name
 * @param theme what the year is about
 * @param zone where people meet; days of the programme are days of this zone
 * @param startsOn the first day
 * @param endsOn the last day
 * @param languages the languages that texts of this edition may be in
 * @param rules what may differ from year to year
 * @param phases the parts of the year, in the order of their beginning
 * @param tracks the strands of the programme
 * @param consultation what is asked of stakeholders before it
 */
@Schema(description = "A year of the Forum, with its phases, tracks and rules.")
public record Edition(
        @NotNull @Pattern(regexp = "[a-z0-9-]{1,20}") @Schema(description = "As addresses name it.", examples = "2021")
        String code,

        @NotNull @Valid @TextSize(max = 300) @Schema(description = "The official name.")
        Text title,

        @NotNull @Valid @TextSize(max = 500) @Schema(description = "What the year is about.")
        Text theme,

        @NotNull
        @Schema(
                type = SchemaType.STRING,
                description = "Where people meet; days of the programme are days of this zone.",
                examples = "Europe/Zurich")
        ZoneId zone,

        @NotNull
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "The first day.", examples = "2021-01-25")
        LocalDate startsOn,

        @NotNull
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "The last day.", examples = "2021-05-21")
        LocalDate endsOn,

        @NotEmpty @Schema(description = "The languages that texts of this edition may be in.")
        List<@NotNull Language> languages,

        @NotNull @Valid @Schema(description = "What may differ from year to year.")
        Rules rules,

        @NotEmpty @Schema(description = "The parts of the year.")
        List<@NotNull @Valid Phase> phases,

        @NotEmpty @Schema(description = "The strands of the programme.")
        List<@NotNull @Valid Track> tracks,

        @Valid @Schema(description = "What is asked of stakeholders before it.")
        Consultation consultation) {

    public Edition {
        consultation = consultation == null ? Consultation.NONE : consultation;
    }

    /**
     * What may differ from year to year.
     *
     * @param statementMinutes how long a policy statement may take
     * @param wordsPerMinute how fast a speaker can be interpreted; with the minutes, how long a text may be
     * @param statementSpeakersPerDelegation how many speakers of one delegation are given a slot
     * @param joinLinkMinutes how long before a session begins whoever may join it is shown where
     * @param highLevelTrack who speaks when, and until when a text is corrected
     */
    @Schema(name = "EditionRules", description = "What may differ from year to year.")
    public record Rules(
            @Min(1) @Max(60) @Schema(description = "How long a policy statement may take.", examples = "3")
            int statementMinutes,

            @Min(50) @Max(250) @Schema(description = "How fast a speaker can be interpreted.", examples = "120")
            int wordsPerMinute,

            @Min(1)
            @Max(10)
            @Schema(description = "How many speakers of one delegation are given a slot.", examples = "1")
            int statementSpeakersPerDelegation,

            @Min(0)
            @Max(10_080)
            @Schema(description = "How many minutes before a session begins its join link is shown.", examples = "15")
            int joinLinkMinutes,

            @NotNull @Valid HighLevelTrack highLevelTrack) {

        /** How long a slot for a statement is. */
        public Duration slotLength() {
            return Duration.ofMinutes(statementMinutes);
        }

        /** How long before a session begins whoever may join it is shown where. */
        public Duration joinLinkLead() {
            return Duration.ofMinutes(joinLinkMinutes);
        }

        /** How many words of this language a speaker has time for. */
        public int wordsPerStatement(Language language) {
            return statementMinutes * highLevelTrack.wordsPerMinute().getOrDefault(language, wordsPerMinute);
        }
    }

    /**
     * A part of the year.
     *
     * @param code what programs call it
     * @param title its name
     * @param startsAt its beginning
     * @param endsAt its end
     * @param confirmed whether a published source gives these times
     * @param source where they are from
     */
    @Schema(description = "A part of the year.")
    public record Phase(
            @NotNull
            @Pattern(regexp = "[a-z0-9-]{1,80}")
            @Schema(description = "What programs call it.", examples = "final-week")
            String code,

            @NotNull @Valid @TextSize(max = 300) @Schema(description = "Its name.")
            Text title,

            @NotNull
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(description = "Its beginning, in UTC.", examples = "2021-05-16T22:00:00Z")
            Instant startsAt,

            @NotNull
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(description = "Its end, in UTC.", examples = "2021-05-21T22:00:00Z")
            Instant endsAt,

            @Schema(description = "Whether a published source gives these times.")
            boolean confirmed,

            @NotBlank @Size(max = 500) @Schema(description = "Where they are from.")
            String source) {

        /** Whether it is under way. */
        public boolean isAt(Instant now) {
            return !now.isBefore(startsAt) && now.isBefore(endsAt);
        }
    }

    /**
     * A strand of the programme.
     *
     * @param code what programs call it
     * @param title its name
     */
    @Schema(description = "A strand of the programme.")
    public record Track(
            @NotNull
            @Pattern(regexp = "[a-z0-9-]{1,80}")
            @Schema(description = "What programs call it.", examples = "high-level")
            String code,

            @NotNull @Valid @TextSize(max = 300) @Schema(description = "Its name.")
            Text title) {}

    /** Whether the programme has a track of this code. */
    public boolean hasTrack(String track) {
        return tracks.stream().anyMatch(t -> t.code().equals(track));
    }

    /** The part of the year with this code. */
    public Optional<Phase> phase(String phase) {
        return phases.stream().filter(p -> p.code().equals(phase)).findFirst();
    }

    /** The parts of the year with these codes, in the order of the year. */
    public List<Phase> phases(Collection<String> codes) {
        return phases.stream().filter(phase -> codes.contains(phase.code())).toList();
    }

    /** The beginning of everything that belongs to the edition; preparatory phases may begin before its first day. */
    public Instant opensAt() {
        return Stream.concat(
                        Stream.of(startsOn.atStartOfDay(zone).toInstant()),
                        phases.stream().map(Phase::startsAt))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** The end of everything that belongs to the edition. */
    public Instant closesAt() {
        return Stream.concat(
                        Stream.of(endsOn.plusDays(1).atStartOfDay(zone).toInstant()),
                        phases.stream().map(Phase::endsAt))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /**
     * Refuses a text in a language that this edition does not speak.
     *
     * @param text what was sent; null is in no language at all
     * @param pointer where in the body it stands
     */
    public void requireLanguages(Text text, String pointer) {
        if (text == null) {
            return;
        }
        var foreign = text.languagesOutside(Set.copyOf(languages));
        if (!foreign.isEmpty()) {
            throw EditionProblem.LANGUAGE_NOT_OF_EDITION.because(
                    "The languages of this edition are "
                            + String.join(
                                    ", ", languages.stream().map(Language::tag).toList()) + ".",
                    foreign.stream()
                            .map(l -> FieldError.at(
                                    pointer + "/" + l.tag(), "language", "Not a language of this edition."))
                            .toList());
        }
    }

    /** Rules that concern several fields together, and how they are broken; empty for an edition that can be stored. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        if (endsOn.isBefore(startsOn)) {
            faults.add("endsOn lies before startsOn");
        }
        phases.stream()
                .filter(phase -> !phase.startsAt().isBefore(phase.endsAt()))
                .forEach(phase -> faults.add("phase " + phase.code() + " ends before it starts"));
        if (phases.stream().map(Phase::code).distinct().count() < phases.size()) {
            faults.add("two phases have one code");
        }
        if (tracks.stream().map(Track::code).distinct().count() < tracks.size()) {
            faults.add("two tracks have one code");
        }
        if (languages.stream().distinct().count() < languages.size()) {
            faults.add("a language is named twice");
        }
        faults.addAll(rules.highLevelTrack().faults());
        faults.addAll(consultation.faults(this));
        return faults;
    }
}
