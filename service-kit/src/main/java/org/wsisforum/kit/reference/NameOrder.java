package org.wsisforum.kit.reference;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.text.Collator;

import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;

/**
 * Orders names as a reader of a language expects them: accents count only between words that are otherwise the same, Chinese
 * goes by pinyin. Who sits where in a room full of delegations follows from it.
 */
public final class NameOrder {

    private static final Map<Language, Collator> COLLATORS = new ConcurrentHashMap<>();

    private NameOrder() {}

    /** The order of names in this language. A name that is not to be had in it counts as what the reader would see. */
    public static Comparator<Text> in(Language language) {
        var collator = COLLATORS.computeIfAbsent(
                language, l -> Collator.getInstance(l.locale()).freeze());
        return Comparator.comparing(
                (Text text) -> text.bestFor(language).map(Text.Chosen::value).orElse(""), collator::compare);
    }
}
