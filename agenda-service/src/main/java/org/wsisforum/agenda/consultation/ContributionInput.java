package org.wsisforum.agenda.consultation;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.session.Served;
import org.wsisforum.agenda.session.WebLink;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * What somebody contributes to the consultation.
 *
 * @param form the code of a kind of contribution
 * @param from for whom
 * @param topics codes of what it is about
 * @param actionLines codes of the Action Lines it is about
 * @param goals numbers of the goals it is about
 * @param title in a few words
 * @param text all of it
 * @param links what belongs to it
 * @param publish whether everybody may read it
 */
@Schema(description = "What somebody contributes to the open consultation.")
record ContributionInput(
        @NotNull
        @Schema(description = "The code of a kind of contribution, see the consultation.", examples = "views-on-themes")
        String form,

        @NotNull @Valid Stakeholder from,

        @Size(max = 20)
        @Schema(description = "Codes of topics of the consultation.", examples = "[\"interactive-formats\"]")
        List<@NotNull String> topics,

        @Size(max = 18)
        @Schema(description = "The Action Lines it is about, in any usual spelling.", examples = "[\"C2\"]")
        List<@NotNull String> actionLines,

        @Size(max = 17) @Schema(description = "The goals it is about, 1 to 17.", examples = "[9]")
        List<@NotNull Integer> goals,

        @NotNull @Valid @TextSize(max = 300) @Schema(description = "In a few words.")
        Text title,

        @NotNull
        @Valid
        @TextSize(max = 10_000)
        @Schema(
                description =
                        "All of it, as plain text: whoever shows it must not take anything in it for markup. At most 10,000"
                                + " characters in each language.")
        Text text,

        @Size(max = 5)
        @Schema(description = "What belongs to it.", examples = "[\"https://villages.example/paper.pdf\"]")
        List<@NotNull @Size(max = 1_000) String> links,

        @NotNull
        @Schema(
                description =
                        "Whether everybody may read it, under the name of the entity; never the name of its author.",
                examples = "true")
        Boolean publish) {

    /** What the API calls the fields of a contribution. */
    static final Set<String> FIELDS = Stream.of(ContributionInput.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    ContributionInput {
        topics = topics == null ? List.of() : topics;
        actionLines = actionLines == null ? List.of() : actionLines;
        goals = goals == null ? List.of() : goals;
        links = links == null ? List.of() : links;
    }

    /** Refuses texts in languages that the edition does not speak. */
    void requireLanguages(Edition edition) {
        edition.requireLanguages(title, "/title");
        edition.requireLanguages(text, "/text");
    }

    /** The rules that only the edition and the code lists can check, and how they are broken. */
    List<FieldError> faults(Edition edition) {
        var faults = new ArrayList<FieldError>();
        if (edition.consultation().form(form).isEmpty()) {
            faults.add(FieldError.at("/form", "unknown", "The consultation has no form \"" + form + "\"."));
        }
        faults.addAll(from.faults("/from"));
        for (var i = 0; i < topics.size(); i++) {
            if (!edition.consultation().hasTopic(topics.get(i))) {
                faults.add(FieldError.at(
                        "/topics/" + i, "unknown", "The consultation has no topic \"" + topics.get(i) + "\"."));
            }
        }
        faults.addAll(new Served(actionLines, goals).faults());
        for (var i = 0; i < links.size(); i++) {
            WebLink.fault(links.get(i), "/links/" + i).ifPresent(faults::add);
        }
        return faults;
    }

    /** The same in the one spelling in which codes are stored; only for one without faults. */
    ContributionInput normalised() {
        var about = new Served(actionLines, goals).normalised();
        return new ContributionInput(
                form,
                from.normalised(),
                topics.stream().distinct().toList(),
                about.actionLines(),
                about.goals(),
                title,
                text,
                links,
                publish);
    }
}
