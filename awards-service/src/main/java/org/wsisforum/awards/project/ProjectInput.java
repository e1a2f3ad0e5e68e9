package org.wsisforum.awards.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.awards.edition.Rules;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.reference.Goal;
import org.wsisforum.kit.reference.StakeholderType;
import org.wsisforum.kit.text.WebAddress;

/**
 * A project as its owners write it: the form of the contest. A draft may leave out anything but the category.
 *
 * @param category the number of one category of the edition
 * @param title what it is called
 * @param description what voters read; how many words is a rule of the edition
 * @param linkages how it serves goals in the line of its category
 * @param objectives what it set out to do
 * @param impact what it has brought about, in words and in figures
 * @param results what came of it
 * @param addedValue what it does that others do not
 * @param partnerships whom it works with
 * @param challenges what is hard, and what comes next
 * @param startsOn when it began
 * @param endsOn when it ended, or a major phase of it; null while it goes on
 * @param website where more is to be read
 * @param stakeholderType the code of what kind of stakeholder the entity is
 * @param entity who stands behind it
 * @param country where the entity is at home, ISO 3166 alpha-2
 * @param contact who answers for it; personal data
 */
@Schema(name = "ProjectInput", description = "A project as its owners write it. A draft may lack all but the category.")
public record ProjectInput(
        @NotNull @Min(1) @Schema(description = "The number of a category of the edition.", examples = "10")
        Integer category,

        @Size(max = 200) @Schema(description = "What it is called.", examples = "Telemedicine for islands")
        String title,

        @Size(max = 3000) @Schema(description = "What voters read, in the number of words that the edition asks for.")
        String description,

        @Size(max = 17) @Schema(description = "How it serves Sustainable Development Goals, one entry a goal.")
        List<@NotNull @Valid Linkage> linkages,

        @Size(max = 5000) @Schema(description = "What it set out to do.")
        String objectives,

        @Size(max = 5000)
        @Schema(description = "What it has brought about, in words and figures: economic, social, environmental.")
        String impact,

        @Size(max = 5000) @Schema(description = "What came of it.")
        String results,

        @Size(max = 5000) @Schema(description = "What it does that others do not.")
        String addedValue,

        @Size(max = 5000) @Schema(description = "Whom it works with.")
        String partnerships,

        @Size(max = 5000) @Schema(description = "What is hard, and what comes next.")
        String challenges,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(description = "When it began.", examples = "2018-04-01")
        LocalDate startsOn,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "When it ended, or a major phase of it; absent while it goes on.",
                examples = "2020-10-31")
        LocalDate endsOn,

        @Size(max = 500) @Schema(description = "Where more is to be read.", examples = "https://telemedicine.example")
        String website,

        @Schema(description = "The code of a stakeholder type.", examples = "government")
        String stakeholderType,

        @Size(max = 200) @Schema(description = "Who stands behind it.", examples = "Ministry of Health")
        String entity,

        @Schema(description = "Where the entity is at home, ISO 3166 alpha-2.", examples = "KI")
        String country,

        @Valid @Schema(description = "Who answers for it. Shown to its owners and to the awards manager alone.")
        Contact contact) {

    /** How the project serves one goal. */
    @Schema(name = "Linkage", description = "How the project serves one goal in the line of its category.")
    public record Linkage(
            @NotNull @Schema(description = "The number of the goal, 1 to 17.", examples = "3")
            Integer goal,

            @NotNull @Size(max = 2000) @Schema(description = "How.")
            String how) {}

    /** Who answers for a project. Personal data. */
    @Schema(name = "ProjectContact", description = "Who answers for the project.")
    public record Contact(
            @NotNull @Size(min = 1, max = 200) @Schema(description = "Name, as the person writes it.")
            String name,

            @NotNull
            @Email
            @Size(max = 254)
            @Schema(description = "E-mail address.", examples = "someone@telemedicine.example")
            String email,

            @Size(max = 40) @Schema(description = "Telephone number.", examples = "+686 740 12345")
            String phone) {}

    /** Control characters but line feed and tab, and what turns the direction of text or cannot be seen. */
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f\\u061c\\ufffe\\uffff]");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");

    /** Names in other scripts are welcome in an English text, texts in other scripts are not. */
    private static final double LEAST_PART_OF_LATIN_LETTERS = 0.7;

    public ProjectInput {
        linkages = linkages == null ? List.of() : linkages;
    }

    /** What cannot be stored, draft or not. */
    List<FieldError> faults() {
        var faults = new ArrayList<FieldError>();
        texts().forEach(field -> {
            if (field.value() != null && UNFIT.matcher(field.value()).find()) {
                faults.add(FieldError.at(
                        field.pointer(),
                        "unfit-character",
                        "Control characters and marks of direction are not taken."));
            }
        });
        var goals = new HashSet<Integer>();
        for (var i = 0; i < linkages.size(); i++) {
            var goal = linkages.get(i).goal();
            if (Goal.of(goal).isEmpty()) {
                faults.add(FieldError.at("/linkages/" + i + "/goal", "unknown", "There is no goal " + goal + "."));
            } else if (!goals.add(goal)) {
                faults.add(FieldError.at("/linkages/" + i + "/goal", "twice", "Each goal once."));
            }
        }
        if (stakeholderType != null && StakeholderType.of(stakeholderType).isEmpty()) {
            faults.add(FieldError.at(
                    "/stakeholderType", "unknown", "There is no stakeholder type \"" + stakeholderType + "\"."));
        }
        if (country != null && Country.of(country).isEmpty()) {
            faults.add(FieldError.at("/country", "unknown", "There is no country \"" + country + "\"."));
        }
        if (website != null && !WebAddress.isOne(website)) {
            faults.add(FieldError.at("/website", "address", "An address that begins with https:// or http://."));
        }
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            faults.add(FieldError.at("/endsOn", "order", "A project ends after it begins."));
        }
        return faults;
    }

    /** What the contest asks for and is not there; none in a project that may be submitted. */
    List<FieldError> gaps(Rules rules) {
        var gaps = new ArrayList<FieldError>();
        Stream.of(
                        new Field("/title", title),
                        new Field("/description", description),
                        new Field("/objectives", objectives),
                        new Field("/impact", impact),
                        new Field("/results", results),
                        new Field("/addedValue", addedValue),
                        new Field("/partnerships", partnerships),
                        new Field("/challenges", challenges),
                        new Field("/stakeholderType", stakeholderType),
                        new Field("/entity", entity),
                        new Field("/country", country),
                        new Field("/startsOn", startsOn == null ? null : startsOn.toString()),
                        new Field("/contact", contact == null ? null : contact.name()))
                .filter(field -> field.value() == null || field.value().isBlank())
                .forEach(field -> gaps.add(FieldError.at(field.pointer(), "missing", "The contest asks for it.")));
        if (linkages.isEmpty()) {
            gaps.add(FieldError.at("/linkages", "missing", "At least one goal, with how the project serves it."));
        }
        for (var i = 0; i < linkages.size(); i++) {
            if (linkages.get(i).how().isBlank()) {
                gaps.add(FieldError.at("/linkages/" + i + "/how", "missing", "How the project serves the goal."));
            }
        }
        if (title != null && !title.isBlank() && Likeness.key(title).isEmpty()) {
            gaps.add(FieldError.at("/title", "missing", "A title has letters or digits."));
        }
        if (entity != null && !entity.isBlank() && Likeness.key(entity).isEmpty()) {
            gaps.add(FieldError.at("/entity", "missing", "A name has letters or digits."));
        }
        if (description != null && !description.isBlank()) {
            var words = Words.count(description);
            var bounds = rules.descriptionWords();
            if (words < bounds.min() || words > bounds.max()) {
                gaps.add(FieldError.at(
                        "/description",
                        "number-of-words",
                        "%d words; it must have %d to %d.".formatted(words, bounds.min(), bounds.max())));
            }
        }
        if (isForEnglishAlone(rules)) {
            texts().filter(field -> field.isProse() && isInAnotherScript(field.value()))
                    .forEach(field ->
                            gaps.add(FieldError.at(field.pointer(), "language", "Projects are described in English.")));
        }
        return gaps;
    }

    private static boolean isForEnglishAlone(Rules rules) {
        return rules.submissionLanguages().stream()
                .allMatch(language -> language.tag().equals("en"));
    }

    private static boolean isInAnotherScript(String text) {
        if (text == null) {
            return false;
        }
        var letters = LETTER.matcher(text).results().count();
        return letters > 0 && LATIN.matcher(text).results().count() < letters * LEAST_PART_OF_LATIN_LETTERS;
    }

    /** A text of the form, and where it stands. */
    private record Field(String pointer, String value) {
        /** Titles and names may be in any script; what is told is told in the language of the contest. */
        boolean isProse() {
            return !pointer.startsWith("/contact") && !pointer.equals("/entity") && !pointer.equals("/title");
        }
    }

    private Stream<Field> texts() {
        var own = Stream.of(
                new Field("/title", title),
                new Field("/description", description),
                new Field("/objectives", objectives),
                new Field("/impact", impact),
                new Field("/results", results),
                new Field("/addedValue", addedValue),
                new Field("/partnerships", partnerships),
                new Field("/challenges", challenges),
                new Field("/entity", entity),
                new Field("/contact/name", contact == null ? null : contact.name()),
                new Field("/contact/phone", contact == null ? null : contact.phone()));
        var linked = Stream.iterate(0, i -> i < linkages.size(), i -> i + 1)
                .map(i -> new Field("/linkages/" + i + "/how", linkages.get(i).how()));
        return Stream.concat(own, linked);
    }

    /** The same in the one spelling in which codes are stored; only for one without faults. */
    ProjectInput normalised() {
        return new ProjectInput(
                category,
                title,
                description,
                linkages,
                objectives,
                impact,
                results,
                addedValue,
                partnerships,
                challenges,
                startsOn,
                endsOn,
                website,
                stakeholderType == null
                        ? null
                        : StakeholderType.of(stakeholderType).orElseThrow().code(),
                entity,
                country == null ? null : Country.of(country).orElseThrow().code(),
                contact);
    }

    /** The same without whom to ask. */
    ProjectInput withoutContact() {
        return withContact(null);
    }

    ProjectInput withContact(Contact other) {
        return new ProjectInput(
                category,
                title,
                description,
                linkages,
                objectives,
                impact,
                results,
                addedValue,
                partnerships,
                challenges,
                startsOn,
                endsOn,
                website,
                stakeholderType,
                entity,
                country,
                other);
    }
}
