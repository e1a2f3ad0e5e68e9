package org.wsisforum.agenda.achievement;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.session.Served;
import org.wsisforum.agenda.session.WebLink;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * What came of a session, or of a statement given in it.
 *
 * @param session the session
 * @param statement the statement; null for what came of the session
 * @param text what came of it
 * @param actionLines codes of the Action Lines it serves
 * @param goals numbers of the goals it serves
 * @param links where more is to be read of it
 */
@Schema(description = "What came of a session, or of a statement given in it.")
record OutcomeInput(
        @NotNull @Schema(description = "The session.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
        UUID session,

        @Schema(
                description = "The statement given in it that this came of; absent for what came of the session.",
                examples = "0190b0a2-5c7a-7000-8000-000000000002")
        UUID statement,

        @NotNull @Valid @TextSize(max = 5_000) @Schema(description = "What came of it.")
        Text text,

        @Size(max = 18)
        @Schema(
                description =
                        "The Action Lines it serves, in any usual spelling; without any and without goals, it serves what"
                                + " its session does, whatever that becomes.",
                examples = "[\"C2\"]")
        List<@NotNull String> actionLines,

        @Size(max = 17) @Schema(description = "The goals it serves, 1 to 17.", examples = "[9]")
        List<@NotNull Integer> goals,

        @Size(max = 10)
        @Schema(description = "Where more is to be read of it.", examples = "[\"https://www.itu.int/outcome.pdf\"]")
        List<@NotNull @Size(max = 1_000) String> links) {

    /** What the API calls the fields of an outcome. */
    static final Set<String> FIELDS = Stream.of(OutcomeInput.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    OutcomeInput {
        actionLines = actionLines == null ? List.of() : actionLines;
        goals = goals == null ? List.of() : goals;
        links = links == null ? List.of() : links;
    }

    /** The rules that only the code lists can check, and how they are broken. */
    List<FieldError> faults() {
        var faults = new ArrayList<>(new Served(actionLines, goals).faults());
        for (var i = 0; i < links.size(); i++) {
            WebLink.fault(links.get(i), "/links/" + i).ifPresent(faults::add);
        }
        return faults;
    }

    /** The same in the one spelling in which codes are stored. */
    OutcomeInput normalised() {
        var serves = new Served(actionLines, goals).normalised();
        return new OutcomeInput(session, statement, text, serves.actionLines(), serves.goals(), links);
    }
}
