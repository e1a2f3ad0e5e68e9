package org.wsisforum.awards.project;

import java.util.regex.Pattern;

/**
 * Words as people count them, and as word processors do: what stands between spaces and holds a letter or a digit. A hyphen or an
 * apostrophe joins, "e-health" is one word, and so is a number; a dash between two words parts them with or without spaces
 * around it, and alone is none.
 */
final class Words {

    /** Any space of Unicode, those that do not break and have no width included, and dashes longer than a hyphen. */
    private static final Pattern BETWEEN = Pattern.compile("[\\p{Z}\\s\\u200b\\ufeff\\u2012-\\u2015]+");

    private static final Pattern READ_ALOUD = Pattern.compile("[\\p{L}\\p{N}]");

    private Words() {}

    static int count(String text) {
        return (int) BETWEEN.splitAsStream(text)
                .filter(part -> READ_ALOUD.matcher(part).find())
                .count();
    }
}
