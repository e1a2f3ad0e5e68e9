package org.wsisforum.registration.registration;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.wsisforum.kit.text.OneLine;

/** A name as a person writes it, in whichever script. */
final class WrittenName {

    /** Scripts in which a joiner between letters is part of how a word is spelt; in others it only hides. */
    private static final Set<UnicodeScript> JOINED = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.NKO,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private WrittenName() {}

    /** Whether something in it cannot be seen and makes it read, or be found, as another than it is. */
    static boolean misleads(String name) {
        if (name == null) {
            return false;
        }
        var points = name.codePoints().toArray();
        for (var i = 0; i < points.length; i++) {
            if (Character.getType(points[i]) == Character.FORMAT && !isJoinerInAWord(points, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isJoinerInAWord(int[] points, int at) {
        return (points[at] == 0x200c || points[at] == 0x200d)
                && at > 0
                && at < points.length - 1
                && JOINED.contains(UnicodeScript.of(points[at - 1]));
    }

    /** Names that are the same whoever wrote them down: without accents, case, signs and the order of their parts. */
    static String matched(String given, String family) {
        var parts = (blankIfNull(given) + " " + blankIfNull(family)).strip();
        if (parts.isEmpty()) {
            return null;
        }
        var bare = Normalizer.normalize(parts, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(bare.split("[^\\p{L}\\p{N}]+"))
                .filter(part -> !part.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** Addresses that reach one mailbox wherever it is: by case alone, since what else differs is for its own server to say. */
    static String matchedAddress(String email) {
        return email == null ? null : OneLine.Kept.of(email).toLowerCase(Locale.ROOT);
    }

    private static String blankIfNull(String text) {
        return text == null ? "" : text;
    }
}
