package org.wsisforum.agenda.statement;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.ProblemType;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;

/** What a text must be to be read from the floor and published: refused whole, so that what was there before stays. */
final class StatementTexts {

    /** A tag, a comment or an entity of HTML and XML; "a < b & c" is none. */
    private static final Pattern MARKUP =
            Pattern.compile("<[/!?]?\\p{Alpha}|<!--|&(#\\d{1,7}|#[xX]\\p{XDigit}{1,6}|\\p{Alpha}{2,31}\\d{0,2});");

    private StatementTexts() {}

    static void requireFit(Edition year, Text text) {
        year.requireLanguages(text, "");
        refuse(
                text,
                StatementProblem.MARKUP_IN_TEXT,
                "Send it as plain text, in which line breaks are the only form.",
                (language, words) -> MARKUP.matcher(words).find()
                        ? Stream.of(FieldError.at(pointer(language), "markup", "It holds tags or entities of markup."))
                        : Stream.empty());
        refuse(
                text,
                StatementProblem.TEXT_TOO_LONG,
                "A statement lasts " + year.rules().statementMinutes()
                        + " minutes at most. The text that was there before is unchanged.",
                (language, words) -> {
                    var count = WordCount.of(words, language);
                    var most = year.rules().wordsPerStatement(language);
                    return count <= most
                            ? Stream.empty()
                            : Stream.of(FieldError.at(
                                    pointer(language),
                                    "too-long",
                                    count + " words; " + most + " fit into "
                                            + year.rules().statementMinutes() + " minutes."));
                });
    }

    /** One line of plain text, such as a name, that holds markup. */
    static List<FieldError> markup(String line, String pointer) {
        return line != null && MARKUP.matcher(line).find()
                ? List.of(FieldError.at(pointer, "markup", "It holds tags or entities of markup."))
                : List.of();
    }

    private interface Rule {
        Stream<FieldError> faults(Language language, String words);
    }

    private static void refuse(Text text, ProblemType problem, String detail, Rule rule) {
        List<FieldError> faults = text.words().entrySet().stream()
                .flatMap(entry -> rule.faults(entry.getKey(), entry.getValue().value()))
                .toList();
        if (!faults.isEmpty()) {
            throw problem.because(detail, faults);
        }
    }

    private static String pointer(Language language) {
        return "/" + language.tag() + "/value";
    }
}
