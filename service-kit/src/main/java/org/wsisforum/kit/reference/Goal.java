package org.wsisforum.kit.reference;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Text;

/**
 * One of the 17 Sustainable Development Goals.
 *
 * @param number 1 to 17
 * @param name the short name
 */
@Schema(description = "One of the 17 Sustainable Development Goals.")
public record Goal(
        @Schema(description = "1 to 17.", examples = "9") int number,

        @Schema(description = "The short name.") Text name) {

    /** The goal that an input means: {@code 9}, {@code SDG 9}, {@code ODD9}, {@code Goal ٩}. */
    public static Optional<Goal> of(String input) {
        return CodeInput.find(All.BY_KEY, input);
    }

    /** The goal of this number. */
    public static Optional<Goal> of(int number) {
        return of(Integer.toString(number));
    }

    static ReferenceList<Goal> all() {
        return All.LIST;
    }

    private static final class All {
        static final ReferenceList<Goal> LIST = ReferenceList.read("goals.json", Goal.class);
        static final Map<String, Goal> BY_KEY =
                CodeInput.index(LIST.items().stream().flatMap(goal -> Stream.of("", "SDG", "ODD", "ODS", "ЦУР", "Goal")
                        .map(prefix -> Map.entry(prefix + goal.number(), goal))));
    }
}
