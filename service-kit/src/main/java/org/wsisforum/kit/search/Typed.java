package org.wsisforum.kit.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What somebody has typed to find something: every word of it must be there, in any order and any field, the last one at least
 * as a beginning. There are no operators: signs mean nothing. Written as JSON, it is what {@code search_query} takes.
 *
 * @param words each of the words
 */
public record Typed(List<Wanted> words) {

    /**
     * A word that must be there.
     *
     * @param plain the query for it as it is spelt, of letters and digits alone within quotation marks
     * @param forms what the dictionaries of languages are asked for
     * @param name whether it is wanted even if it says nothing as a word, as WHO does
     */
    public record Wanted(String plain, List<String> forms, boolean name) {}

    /** Reads what somebody has typed. */
    public static Typed read(String typed) {
        var words = Word.of(typed);
        var wanted = new ArrayList<Wanted>();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var plain = word.isChinese() ? chinese(word) : spelt(word, i == words.size() - 1);
            wanted.add(new Wanted(plain, word.forDictionaries().toList(), word.name()));
        }
        return new Typed(wanted);
    }

    /** Whether there is no word in it. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    private static String chinese(Word word) {
        var pairs = word.pairs();
        // One character begins a pair wherever it is not the last of all.
        return word.joined().codePointCount(0, word.joined().length()) == 1
                ? beginning(pairs.getFirst())
                : pairs.stream().map(Typed::whole).collect(Collectors.joining(" & "));
    }

    private static String spelt(Word word, boolean isLast) {
        Function<String, String> last = isLast ? Typed::beginning : Typed::whole;
        var joined = any(word.joined(), last);
        if (!word.isCompound()) {
            return joined;
        }
        var parts = new ArrayList<String>();
        for (var part : word.parts()) {
            parts.add("(" + any(part, parts.size() == word.parts().size() - 1 ? last : Typed::whole) + ")");
        }
        return joined + " | (" + String.join(" & ", parts) + ")";
    }

    private static String any(String written, Function<String, String> form) {
        return Word.withoutArticle(Word.folded(written)).map(form).collect(Collectors.joining(" | "));
    }

    private static String whole(String word) {
        return "'" + word + "'";
    }

    private static String beginning(String word) {
        return whole(word) + ":*";
    }
}
