package org.wsisforum.kit.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Text;

/**
 * One of the 18 columns in which the Forum counts Action Lines: C1 to C11, with C7 apart in its eight fields.
 *
 * @param code the stable code, for example {@code C1} or {@code C7-e-health}
 * @param line the Action Line of the Geneva Plan of Action, {@code C7} for all its fields
 * @param column 1 to 18, which is also the number of the category of the WSIS Prizes
 * @param name the name on its own, for example "E-health"
 * @param fullName the name with the one of the line before it, where they differ
 * @param facilitators who coordinates the line among the organizations of the United Nations; not exhaustive
 */
@Schema(description = "One of the 18 columns in which the Forum counts Action Lines.")
public record ActionLine(
        @Schema(description = "The stable code.", examples = "C7-e-health")
        String code,

        @Schema(description = "The Action Line of the Geneva Plan of Action.", examples = "C7")
        String line,

        @Schema(description = "1 to 18, also the number of the prize category.", examples = "10")
        int column,

        @Schema(description = "The name on its own.") Text name,

        @Schema(description = "The name with the one of the line before it.")
        Text fullName,

        @Schema(description = "Who coordinates the line; not exhaustive.")
        List<Facilitator> facilitators) {

    /**
     * An organization that coordinates a line.
     *
     * @param organization its usual acronym
     * @param lead whether it leads
     * @param confirmed whether a published source says so
     */
    @Schema(name = "Facilitator", description = "An organization that coordinates an Action Line.")
    public record Facilitator(
            @Schema(description = "Its usual acronym.", examples = "WHO")
            String organization,

            @Schema(description = "Whether it leads.") boolean lead,

            @Schema(description = "Whether a published source says so.")
            boolean confirmed) {}

    public ActionLine {
        fullName = fullName == null ? name : fullName;
        facilitators = List.copyOf(facilitators);
    }

    /**
     * The Action Line that an input means: {@code C1}, {@code c 01}, {@code С1} with a Cyrillic letter, {@code ج1}, {@code
     * جيم ١}, {@code C7 e-health}, {@code eHealth}.
     *
     * @return empty for what is none, and for C7 alone, which is eight
     */
    public static Optional<ActionLine> of(String input) {
        return Optional.ofNullable(input)
                .map(CodeInput::key)
                // Arabic texts count the lines with the letter jeem, written as it is or by its name.
                .map(key -> key.replaceFirst("^(جيم|ج)(?=[0-9])", "C").replaceFirst("^C0+(?=[1-9])", "C"))
                .map(All.BY_KEY::get);
    }

    static ReferenceList<ActionLine> all() {
        return All.LIST;
    }

    private Stream<Map.Entry<String, ActionLine>> spellings() {
        return code.equals(line)
                ? Stream.of(Map.entry(code, this))
                : Stream.of(Map.entry(code, this), Map.entry(code.substring(line.length()), this));
    }

    private static final class All {
        static final ReferenceList<ActionLine> LIST = ReferenceList.read("action-lines.json", ActionLine.class);
        static final Map<String, ActionLine> BY_KEY =
                CodeInput.index(LIST.items().stream().flatMap(ActionLine::spellings));
    }
}
