package org.wsisforum.kit.search;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a thing is found by: all the words of its texts. Written as JSON, it is what {@code search_vector} takes. */
public final class Searched {

    /** Grows whenever words are taken apart otherwise, so that what was stored before is known to be out of date. */
    public static final int FORM = 1;

    private static final String PLAIN = "plain";

    private final Map<String, Set<String>> words = new TreeMap<>(Map.of(PLAIN, new TreeSet<>()));

    /** Adds a name, or another text in no language. */
    public void add(String text) {
        if (text != null) {
            Word.of(text).forEach(this::addPlain);
        }
    }

    /**
     * Adds a text.
     *
     * @param language its language, by its BCP 47 tag
     * @param text the text
     */
    public void add(String language, String text) {
        var ofLanguage = words.computeIfAbsent(language, tag -> new TreeSet<>());
        for (var word : Word.of(text)) {
            addPlain(word);
            word.forDictionaries().forEach(ofLanguage::add);
            word.apart().flatMap(Word::forDictionaries).forEach(ofLanguage::add);
        }
    }

    private void addPlain(Word word) {
        var plain = words.get(PLAIN);
        if (word.isChinese()) {
            var pairs = word.pairs();
            plain.addAll(pairs);
            // So that the last character is found by itself, as the others are by the pairs that they begin.
            var last = pairs.getLast();
            plain.add(last.substring(last.offsetByCodePoints(last.length(), -1)));
            return;
        }
        word.parts().forEach(part -> addFolded(plain, part));
        if (word.isCompound()) {
            addFolded(plain, word.joined());
        }
    }

    private static void addFolded(Set<String> plain, String written) {
        Word.withoutPrefixes(Word.folded(written)).forEach(plain::add);
    }

    @JsonValue
    Map<String, Set<String>> words() {
        return words;
    }
}
