package org.wsisforum.agenda.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.reference.SessionType;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * What is asked of stakeholders in the open consultation of an edition, and when.
 *
 * @param forms the kinds of contribution
 * @param topics what a contribution can be about
 * @param workshops what holds for requests of thematic workshops
 */
@Schema(description = "What is asked of stakeholders in the open consultation, and when.")
public record Consultation(
        @NotNull @Schema(description = "The kinds of contribution.")
        List<@NotNull @Valid Form> forms,

        @NotNull @Schema(description = "What a contribution can be about.")
        List<@NotNull @Valid Named> topics,

        @NotNull @Valid Workshops workshops) {

    /** For an edition that was stored before it had a consultation: nothing is open. */
    static final Consultation NONE = new Consultation(
            List.of(),
            List.of(),
            new Workshops(
                    List.of(), "thematic-workshop", "forum", List.of(), List.of(), RequestPart.NEEDED, List.of()));

    /**
     * A kind of contribution.
     *
     * @param code what programs call it
     * @param name what it is called
     * @param phases the codes of the phases in which it is taken
     * @param personal whether it is about a person who is not asked here, so that nobody but the reviewers reads it
     */
    @Schema(name = "ConsultationForm", description = "A kind of contribution.")
    public record Form(
            @NotNull
            @Pattern(regexp = "[a-z0-9-]{1,40}")
            @Schema(description = "What programs call it.", examples = "views-on-themes")
            String code,

            @NotNull @Valid @TextSize(max = 300) @Schema(description = "What it is called.")
            Text name,

            @NotEmpty
            @Schema(
                    description = "The codes of the phases in which it is taken.",
                    examples = "[\"open-consultation-submissions\"]")
            List<@NotNull String> phases,

            @Schema(
                    description =
                            "Whether it is about a person who is not asked here: nobody but its author and the reviewers"
                                    + " reads it.",
                    examples = "false")
            boolean personal) {}

    /** Something with a code and a name. */
    @Schema(name = "ConsultationTopic", description = "Something to choose, with a code and a name.")
    public record Named(
            @NotNull
            @Pattern(regexp = "[a-z0-9-]{1,40}")
            @Schema(description = "What programs call it.", examples = "interactive-formats")
            String code,

            @NotNull @Valid @TextSize(max = 300) @Schema(description = "What it is called.")
            Text name) {}

    /**
     * What holds for requests of thematic workshops.
     *
     * @param phases the codes of the phases in which requests are handed in
     * @param type the code of the session type that an accepted one has
     * @param track the code of the track that it comes into
     * @param lengths how long a workshop can be, in minutes
     * @param formats in which forms it can be held
     * @param required what a draft may leave open and a request that is handed in may not
     * @param deliverables what its organizer hands in afterwards
     */
    @Schema(name = "ConsultationWorkshops", description = "What holds for requests of thematic workshops.")
    public record Workshops(
            @NotNull
            @Schema(
                    description = "The codes of the phases in which requests are handed in.",
                    examples = "[\"open-consultation-submissions\"]")
            List<@NotNull String> phases,

            @NotNull
            @Schema(
                    description = "The code of the session type that an accepted one has.",
                    examples = "thematic-workshop")
            String type,

            @NotNull @Schema(description = "The code of the track that it comes into.", examples = "thematic-workshops")
            String track,

            @NotNull @Schema(description = "How long a workshop can be, in minutes.", examples = "[45, 60, 90]")
            List<@NotNull @Min(5) @Max(480) Integer> lengths,

            @NotNull @Schema(description = "In which forms it can be held.")
            List<@NotNull @Valid Named> formats,

            @NotNull
            @Schema(description = "What a draft of a request may leave open and one that is handed in may not.")
            List<@NotNull RequestPart> required,

            @NotNull @Schema(description = "What its organizer hands in afterwards.")
            List<@NotNull @Valid Deliverable> deliverables) {

        /** When this is due in the edition; empty where it is not asked for. */
        public Optional<Deliverable> deliverable(DeliverableKind kind) {
            return deliverables.stream()
                    .filter(deliverable -> deliverable.kind() == kind)
                    .findFirst();
        }
    }

    /**
     * Something that the organizer of a workshop hands in.
     *
     * @param kind what
     * @param name what it is called
     * @param days when it is due: so many days before the workshop begins, or after it ends
     * @param leastDays how many days its organizer has for it at least, from the acceptance on
     * @param remindDays how many days before that the organizer is reminded
     * @param source where the days are from
     */
    @Schema(name = "ConsultationDeliverable", description = "Something that the organizer of a workshop hands in.")
    public record Deliverable(
            @NotNull DeliverableKind kind,

            @NotNull @Valid @TextSize(max = 300) @Schema(description = "What it is called.")
            Text name,

            @Min(0)
            @Max(366)
            @Schema(
                    description =
                            "When it is due: so many days before the workshop begins, the outcome so many after its end.",
                    examples = "14")
            int days,

            @Min(0)
            @Max(366)
            @Schema(
                    description =
                            "How many days its organizer has for it at least: of a workshop that is accepted late it is due"
                                    + " so many days after the acceptance.",
                    examples = "7")
            int leastDays,

            @NotNull
            @Size(max = 10)
            @Schema(
                    description = "How many days before it is due the organizer is reminded; 0 on the day itself.",
                    examples = "[14, 3, 0]")
            List<@NotNull @Min(0) @Max(366) Integer> remindDays,

            @NotBlank @Size(max = 500) @Schema(description = "Where the days are from.")
            String source) {}

    /** What a request for a workshop can leave open while it is a draft. */
    @Schema(
            name = "WorkshopRequestPart",
            description = "What a request for a workshop can leave open while it is a draft.",
            enumeration = {
                "description",
                "actionLines",
                "goals",
                "panellists",
                "format",
                "attendance",
                "preferredDates",
                "minutes"
            })
    public enum RequestPart {
        DESCRIPTION("description"),
        ACTION_LINES("actionLines"),
        GOALS("goals"),
        PANELLISTS("panellists"),
        FORMAT("format"),
        ATTENDANCE("attendance"),
        PREFERRED_DATES("preferredDates"),
        MINUTES("minutes");

        /** Without these a request cannot become a session. */
        public static final List<RequestPart> NEEDED = List.of(ATTENDANCE, MINUTES);

        private final String field;

        RequestPart(String field) {
            this.field = field;
        }

        /** What a request calls it. */
        @JsonValue
        public String field() {
            return field;
        }

        @JsonCreator
        static RequestPart of(String field) {
            return Stream.of(values())
                    .filter(part -> part.field.equals(field))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("A request has no part " + field + "."));
        }
    }

    /** What the organizer of a workshop hands in once it is accepted. */
    @Schema(
            description = "What the organizer of a workshop hands in.",
            enumeration = {"description", "logo", "panellists", "outcome"})
    public enum DeliverableKind {
        /** The final description. */
        DESCRIPTION,
        LOGO,
        /** The final list of panellists. */
        PANELLISTS,
        /** What came of it. */
        OUTCOME;

        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static DeliverableKind of(String json) {
            return valueOf(json.toUpperCase(Locale.ROOT));
        }

        /** As it stands in an address. */
        public static DeliverableKind fromString(String json) {
            return Stream.of(values())
                    .filter(kind -> kind.json().equals(json))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Nothing that is due is called " + json + "."));
        }
    }

    /** The kind of contribution with this code. */
    public Optional<Form> form(String code) {
        return forms.stream().filter(form -> form.code().equals(code)).findFirst();
    }

    /** Whether a contribution can be about this. */
    public boolean hasTopic(String code) {
        return topics.stream().anyMatch(topic -> topic.code().equals(code));
    }

    List<String> faults(Edition edition) {
        var faults = new ArrayList<String>();
        Stream.concat(forms.stream().flatMap(form -> form.phases().stream()), workshops.phases().stream())
                .distinct()
                .filter(code -> edition.phase(code).isEmpty())
                .forEach(code -> faults.add("the consultation is open in phase " + code + ", which there is not"));
        requireOnce(forms.stream().map(Form::code), "form", faults);
        requireOnce(topics.stream().map(Named::code), "topic", faults);
        requireOnce(workshops.formats().stream().map(Named::code), "format", faults);
        requireOnce(workshops.deliverables().stream().map(d -> d.kind().json()), "deliverable", faults);
        RequestPart.NEEDED.stream()
                .filter(part -> !workshops.required().contains(part))
                .forEach(part -> faults.add("a request for a workshop may leave out its " + part.field()
                        + ", without which it cannot become a session"));
        if (!edition.hasTrack(workshops.track())) {
            faults.add("workshops come into the track " + workshops.track() + ", which there is not");
        }
        if (SessionType.of(workshops.type()).isEmpty()) {
            faults.add("workshops are of the type " + workshops.type() + ", which there is not");
        }
        return faults;
    }

    private static void requireOnce(Stream<String> codes, String what, List<String> faults) {
        var all = codes.toList();
        if (all.stream().distinct().count() < all.size()) {
            faults.add("two of what the consultation calls a " + what + " have one code");
        }
    }
}
