package org.wsisforum.awards.suspicion;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The trigrams of texts that are compared with each other, as pg_trgm defines them: of each word with two spaces before and one
 * after it. Accents do not count, and letters of all scripts do, whatever the locale of the database.
 */
final class Trigrams {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, Integer> numbers = new HashMap<>();

    /** The trigrams of one text. */
    final class Of {
        private final long[] bits;
        private final int count;

        private Of(BitSet set) {
            this.bits = set.toLongArray();
            this.count = set.cardinality();
        }

        /** The part of all their trigrams that both have, in whole per cent and never more than it is. */
        int likeness(Of other) {
            var common = 0;
            for (var i = Math.min(bits.length, other.bits.length) - 1; i >= 0; i--) {
                common += Long.bitCount(bits[i] & other.bits[i]);
            }
            var all = count + other.count - common;
            return all == 0 ? 0 : common * 100 / all;
        }
    }

    Of of(String text) {
        var set = new BitSet();
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        for (var word : NO_WORD.split(plain.toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty()) {
                var padded = "  " + word + " ";
                for (var i = 0; i + 3 <= padded.length(); i++) {
                    set.set(numbers.computeIfAbsent(padded.substring(i, i + 3), trigram -> numbers.size()));
                }
            }
        }
        return new Of(set);
    }
}
