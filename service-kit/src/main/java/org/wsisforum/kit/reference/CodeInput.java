package org.wsisforum.kit.reference;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;

/** Brings what people type and paste for a code to the one form in which codes are compared. */
final class CodeInput {

    /** What is neither letter nor digit, but for what keeps two numbers apart: "C1 1" is not C11. */
    private static final String BETWEEN = "(?<=^|\\p{L}|\\p{M})[^\\p{L}\\p{M}0-9]++|[^\\p{L}\\p{M}0-9]++(?![0-9])";

    private CodeInput() {}

    /** The key of a code: capital letters and digits, without what stands between them. */
    static String key(String input) {
        return Normalizer.normalize(input, Normalizer.Form.NFKC)
                .codePoints()
                // Invisible characters come along when a code is copied out of right-to-left text.
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : Character.toUpperCase(c))
                .mapToObj(CodeInput::latin)
                .collect(Collectors.joining())
                .replaceAll(BETWEEN, "");
    }

    /** Whether a code was typed in Cyrillic or Greek letters only, and may thus be a word of that script. */
    static boolean isForeign(String input) {
        return input.codePoints().noneMatch(c -> UScript.getScript(c) == UScript.LATIN)
                && input.codePoints().anyMatch(CodeInput::isCyrillicOrGreek);
    }

    /** The entries of a list by the keys under which they are found. */
    static <T> Map<String, T> index(Stream<Map.Entry<String, T>> entries) {
        return entries.collect(Collectors.toUnmodifiableMap(e -> key(e.getKey()), Map.Entry::getValue));
    }

    /** The entry that the input names; nothing for no input. */
    static <T> Optional<T> find(Map<String, T> index, String input) {
        return Optional.ofNullable(input).map(CodeInput::key).map(index::get);
    }

    private static String latin(int letter) {
        if (!isCyrillicOrGreek(letter)) {
            return Character.toString(letter);
        }
        var look = Lookalikes.CHECKER.getSkeleton(Character.toString(letter));
        // Unicode holds I, l and 1 for one shape, and names it l.
        return look.equals("l") ? "I" : look.toUpperCase(Locale.ROOT);
    }

    private static boolean isCyrillicOrGreek(int letter) {
        var script = UScript.getScript(letter);
        return script == UScript.CYRILLIC || script == UScript.GREEK;
    }

    /** Loaded when a look-alike is first met, which most processes never do. */
    private static final class Lookalikes {
        static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
    }
}
