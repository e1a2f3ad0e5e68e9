package org.wsisforum.agenda.statement;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

import org.wsisforum.kit.text.Language;

/**
 * How many words an interpreter hears.
 *
 * <p>Words are found by the rules of Unicode (UAX 29) for the language; numbers count as words, punctuation does not. Chinese
 * is written without spaces and its writers count characters: three Chinese characters count as two words, which is how long
 * they take to say, and also how much longer a text becomes in characters when it is translated from English. A word that is
 * longer than words are counts as the words that its letters would make: nobody says ten thousand letters as fast as a word.
 */
final class WordCount {

    private static final int LETTERS = 40;

    private WordCount() {}

    static int of(String text, Language language) {
        var words = BreakIterator.getWordInstance(ULocale.forLocale(language.locale()));
        words.setText(text);
        var count = 0;
        var characters = 0;
        for (int start = words.first(), end = words.next();
                end != BreakIterator.DONE;
                start = end, end = words.next()) {
            if (words.getRuleStatus() >= BreakIterator.WORD_IDEO) {
                characters += text.codePointCount(start, end);
            } else if (words.getRuleStatus() >= BreakIterator.WORD_NUMBER) {
                count += Math.ceilDiv(text.codePointCount(start, end), LETTERS);
            }
        }
        return count + Math.ceilDiv(characters * 2, 3);
    }
}
