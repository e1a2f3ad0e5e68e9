package org.wsisforum.agenda.consultation;

import java.lang.reflect.RecordComponent;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.edition.Consultation;
import org.wsisforum.agenda.edition.Consultation.RequestPart;
import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.session.Attendance;
import org.wsisforum.agenda.session.Served;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.OneLine;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * What somebody who asks for a thematic workshop says of it. A draft may leave out what {@link #missing} names.
 *
 * @param organizer who would hold it
 * @param contact who answers for it; personal data
 * @param title the title
 * @param description what it is about
 * @param actionLines codes of the Action Lines it would serve
 * @param goals numbers of the goals it would serve
 * @param panellists who is expected to take part; personal data
 * @param format the code of the form in which it would be held
 * @param attendance how one would take part
 * @param preferredDates days on which it would best take place, the best first
 * @param minutes how long it would take
 */
@Schema(description = "What somebody who asks for a thematic workshop says of it.")
record WorkshopRequestInput(
        @NotNull @Valid Stakeholder organizer,

        @NotNull
        @Valid
        @Schema(description = "Who answers for it; shown to whoever made the request and to those who handle it.")
        Contact contact,

        @NotNull @Valid @TextSize(max = 300) @Schema(description = "The title.")
        Text title,

        @Valid @TextSize(max = 5_000) @Schema(description = "What it is about, at most 5,000 characters a language.")
        Text description,

        @Size(max = 18)
        @Schema(description = "The Action Lines it would serve, in any usual spelling.", examples = "[\"C2\"]")
        List<@NotNull String> actionLines,

        @Size(max = 17) @Schema(description = "The goals it would serve, 1 to 17.", examples = "[9]")
        List<@NotNull Integer> goals,

        @Size(max = 30) @Schema(description = "Who is expected to take part.")
        List<@NotNull @Valid PanellistInput> panellists,

        @Schema(description = "The code of a format of the consultation.", examples = "panel")
        String format,

        Attendance attendance,

        @Size(max = 10)
        @Schema(
                description = "Days on which it would best take place, the best first, in the zone of the edition.",
                examples = "[\"2021-04-08\"]")
        List<@NotNull LocalDate> preferredDates,

        @Schema(description = "How long it would take, in minutes: a length of the consultation.", examples = "60")
        Integer minutes) {

    /** What the API calls the fields of a request. */
    static final Set<String> FIELDS = Stream.of(WorkshopRequestInput.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** Who answers for a request. Personal data. */
    @Schema(
            name = "WorkshopContact",
            description = "Who answers for a request.",
            extensions = @Extension(name = "x-data-class", value = "contact"))
    public record Contact(
            @NotBlank
            @OneLine
            @Size(max = 200)
            @Schema(description = "Name, as the person writes it.", examples = "Wanjiru Otieno")
            String name,

            @NotNull
            @Email
            @Size(max = 254)
            @Schema(description = "E-mail address; reminders go there.", examples = "wanjiru@villages.example")
            String email,

            @OneLine @Size(max = 40) @Schema(description = "Telephone number.", examples = "+254 20 000 0000")
            String phone,

            @NotNull @Schema(description = "In which language to write.")
            Language language) {

        public Contact {
            name = name == null
                    ? null
                    : Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        }
    }

    WorkshopRequestInput {
        actionLines = actionLines == null ? List.of() : actionLines;
        goals = goals == null ? List.of() : goals;
        panellists = panellists == null ? List.of() : panellists;
        preferredDates = preferredDates == null ? List.of() : preferredDates;
    }

    /** Refuses texts in languages that the edition does not speak. */
    void requireLanguages(Edition edition) {
        edition.requireLanguages(title, "/title");
        edition.requireLanguages(description, "/description");
    }

    /** The rules that only the edition and the code lists can check, and how they are broken. */
    List<FieldError> faults(Edition edition) {
        var faults = new ArrayList<FieldError>(organizer.faults("/organizer"));
        faults.addAll(new Served(actionLines, goals).faults());
        for (var i = 0; i < panellists.size(); i++) {
            panellists.get(i).fault("/panellists/" + i).ifPresent(faults::add);
        }
        var workshops = edition.consultation().workshops();
        if (format != null
                && workshops.formats().stream().map(Consultation.Named::code).noneMatch(format::equals)) {
            faults.add(FieldError.at("/format", "unknown", "The consultation has no format \"" + format + "\"."));
        }
        if (minutes != null && !workshops.lengths().contains(minutes)) {
            faults.add(FieldError.at("/minutes", "unknown", "A workshop takes one of " + workshops.lengths() + "."));
        }
        for (var i = 0; i < preferredDates.size(); i++) {
            var day = preferredDates.get(i).atStartOfDay(edition.zone()).toInstant();
            if (day.isBefore(edition.opensAt()) || !day.isBefore(edition.closesAt())) {
                faults.add(FieldError.at(
                        "/preferredDates/" + i,
                        "outside-edition",
                        "The edition is open from " + edition.opensAt() + " until " + edition.closesAt() + "."));
            }
        }
        return faults;
    }

    /** What a draft may leave open and a request that is handed in may not: what of it is missing. */
    List<FieldError> missing(List<RequestPart> required) {
        return required.stream()
                .filter(part -> !says(part))
                .map(part -> FieldError.at("/" + part.field(), "missing", "A request that is handed in says this."))
                .toList();
    }

    private boolean says(RequestPart part) {
        return switch (part) {
            case DESCRIPTION -> description != null;
            case ACTION_LINES -> !actionLines.isEmpty();
            case GOALS -> !goals.isEmpty();
            case PANELLISTS -> !panellists.isEmpty();
            case FORMAT -> format != null;
            case ATTENDANCE -> attendance != null;
            case PREFERRED_DATES -> !preferredDates.isEmpty();
            case MINUTES -> minutes != null;
        };
    }

    /** The same in the one spelling in which codes are stored; only for one without faults. */
    WorkshopRequestInput normalised() {
        var serves = new Served(actionLines, goals).normalised();
        return new WorkshopRequestInput(
                organizer.normalised(),
                contact,
                title,
                description,
                serves.actionLines(),
                serves.goals(),
                panellists.stream().map(PanellistInput::normalised).toList(),
                format,
                attendance,
                preferredDates.stream().distinct().toList(),
                minutes);
    }
}
