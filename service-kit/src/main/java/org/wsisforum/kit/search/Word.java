package org.wsisforum.kit.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.ibm.icu.text.Transliterator;

/**
 * A word of a text. Chinese does not say where its words end, so a run of its characters counts as one.
 *
 * @param parts what stands between the hyphens of a word, each as it is written; one for most words
 * @param name whether it is written in capitals alone, as UN and WHO are
 */
record Word(List<String> parts, boolean name) {

    /** More than any word has; what is longer is found by its beginning. */
    private static final int LONGEST = 60;

    private static final Pattern WORD = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}]]+"
            + "(?:[-\u2010\u2011][\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}]]+)*");
    private static final Pattern HYPHEN = Pattern.compile("[-\u2010\u2011]");
    /** Characters that only say how others are shown, such as a soft hyphen or a mark of direction. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
    /** Vowel signs and the like, which most people leave out, and the line that makes a word longer. */
    private static final Pattern ARABIC_SIGNS =
            Pattern.compile("[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed\u0640]");
    /** All accents, but not the breve that makes the Russian short i another letter. */
    private static final Pattern ACCENTS = Pattern.compile("[\\p{M}&&[^\u0306]]|(?<!\u0438)\u0306");
    /** The article, alone or grown together with a preposition or conjunction, where a word is left without it. */
    private static final Pattern ARTICLE =
            Pattern.compile("(?:[\u0648\u0641]?[\u0628\u0643]?\u0627\u0644|[\u0648\u0641]?\u0644\u0644)(?=.{3})");
    /** "And", grown together with the word behind it. */
    private static final Pattern AND = Pattern.compile("\u0648(?=.{3})");

    /** One and several of the same, which the dictionary of Arabic takes for different words where they are short. */
    private static final Pattern FEMININE = Pattern.compile("(?<=.{3})(?:\u0627\u062a|\u0647)$");

    private static final Transliterator LATIN = Transliterator.getInstance("Latin-ASCII");
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    /** The words of a text, in order. */
    static List<Word> of(String text) {
        var composed =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        return WORD.matcher(ARABIC_SIGNS.matcher(composed).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .map(Word::read)
                .filter(word -> !word.parts().isEmpty())
                .toList();
    }

    private static Word read(String found) {
        var isName = found.length() > 1 && found.chars().allMatch(Character::isUpperCase);
        return new Word(
                isChinese(found)
                        ? List.of(found)
                        : HYPHEN.splitAsStream(found)
                                .map(Word::written)
                                .filter(part -> !folded(part).isEmpty())
                                .toList(),
                isName);
    }

    private static String written(String part) {
        var letters = new StringBuilder();
        part.toLowerCase(Locale.ROOT)
                .codePoints()
                .limit(LONGEST)
                .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    boolean isChinese() {
        return isChinese(parts.getFirst());
    }

    private static boolean isChinese(String letters) {
        return Character.UnicodeScript.of(letters.codePointAt(0)) == Character.UnicodeScript.HAN;
    }

    boolean isCompound() {
        return parts.size() > 1;
    }

    /** The parts of a word with hyphens, as words. */
    Stream<Word> apart() {
        return isCompound() ? parts.stream().map(part -> new Word(List.of(part), false)) : Stream.empty();
    }

    /** The word without its hyphens. */
    String joined() {
        return String.join("", parts);
    }

    /** The word in the forms that the dictionaries of languages know: as it is written, and without accents. */
    Stream<String> forDictionaries() {
        return isChinese()
                ? Stream.empty()
                : Stream.of(joined(), folded(joined())).distinct();
    }

    /** A word that was written, whatever its spelling. */
    static String folded(String written) {
        if (written.chars().allMatch(letter -> letter < 0x80)) {
            return written;
        }
        var bare = Normalizer.normalize(
                ACCENTS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKD))
                        .replaceAll(""),
                Normalizer.Form.NFC);
        var letters = new StringBuilder();
        LATIN.transliterate(bare)
                .codePoints()
                .map(Word::likeOthers)
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** Letters of Arabic that are typed one for the other, also from Persian and Urdu keyboards. */
    private static int likeOthers(int letter) {
        return switch (letter) {
            case 0x0671 -> 0x0627;
            case 0x0649, 0x06cc -> 0x064a;
            case 0x0629, 0x06be, 0x06c1 -> 0x0647;
            case 0x06a9 -> 0x0643;
            default -> letter;
        };
    }

    /** A folded word as it stands; an Arabic one also without its article and without the ending of its gender. */
    static Stream<String> withoutArticle(String folded) {
        return Stream.of(folded, without(ARTICLE, folded))
                .flatMap(form -> Stream.of(form, FEMININE.matcher(form).replaceFirst("")))
                .distinct();
    }

    /** The same, and without the Arabic "and"; a word that only seems to begin with it can be told by nobody. */
    static Stream<String> withoutPrefixes(String folded) {
        return Stream.concat(withoutArticle(folded), withoutArticle(without(AND, folded)))
                .distinct();
    }

    private static String without(Pattern prefix, String word) {
        var found = prefix.matcher(word);
        return found.lookingAt() ? word.substring(found.end()) : word;
    }

    /** The characters of a Chinese run, simplified, each with the one that follows; one that stands alone is alone. */
    List<String> pairs() {
        var characters = SIMPLIFIED
                .transliterate(joined())
                .codePoints()
                .mapToObj(Character::toString)
                .toList();
        if (characters.size() == 1) {
            return characters;
        }
        var pairs = new ArrayList<String>();
        for (var i = 0; i + 1 < characters.size(); i++) {
            pairs.add(characters.get(i) + characters.get(i + 1));
        }
        return pairs;
    }
}
