package org.wsisforum.kit.text;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Words in up to six languages. Immutable; iterates in the order of {@link Language}. */
@WellFormedText
@JsonSerialize(using = TextSerializer.class)
@Schema(
        type = SchemaType.OBJECT,
        additionalProperties = Words.class,
        description =
                "Words by language (BCP 47: ar, zh, en, fr, ru, es). A plain string where the request asked for one language.",
        examples = "{\"en\":{\"value\":\"Opening segment\",\"status\":\"official\"}}")
public final class Text {

    private final Map<Language, Words> words;

    /** What was sent as a language and is none of the Forum's; a text that has any is refused. */
    private final Set<String> foreign;

    private Text(Map<Language, Words> words, Set<String> foreign) {
        this.words = words.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(words));
        this.foreign = foreign;
    }

    /** A text of these words. */
    public static Text of(Map<Language, Words> words) {
        return new Text(words, Set.of());
    }

    /** A text as it was sent: whoever sends words in a language that nobody reads here is told which. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Text read(Map<String, Words> sent) {
        var words = new EnumMap<Language, Words>(Language.class);
        var foreign = new TreeSet<String>();
        sent.forEach((tag, said) -> Language.of(tag)
                .filter(language -> language.tag().equals(tag))
                .ifPresentOrElse(language -> words.put(language, said), () -> foreign.add(tag)));
        return new Text(words, foreign);
    }

    /** A text in one language. */
    public static Text in(Language language, String value, Words.Status status) {
        return of(Map.of(language, new Words(value, status)));
    }

    /** The words by language. */
    public Map<Language, Words> words() {
        return words;
    }

    Set<String> foreign() {
        return foreign;
    }

    /** The languages that this text is in. */
    public Set<Language> languages() {
        return words.keySet();
    }

    /**
     * The best words for a reader: in the wanted language, else in English, else in the first there is.
     *
     * @return empty only for a text without any words
     */
    public Optional<Chosen> bestFor(Language wanted) {
        return Stream.concat(Stream.of(wanted, Language.EN), words.keySet().stream())
                .filter(words::containsKey)
                .findFirst()
                .map(language -> new Chosen(language, words.get(language).value()));
    }

    /** This text with the words of some languages replaced or added. */
    public Text with(Text other) {
        var all = new EnumMap<Language, Words>(Language.class);
        all.putAll(words);
        all.putAll(other.words);
        return of(all);
    }

    /** The languages of this text that are not among these. */
    public List<Language> languagesOutside(Set<Language> allowed) {
        return words.keySet().stream().filter(l -> !allowed.contains(l)).toList();
    }

    /**
     * Words with the language they are in.
     *
     * @param language the language of the words, which need not be the one that was wanted
     * @param value the words
     */
    public record Chosen(Language language, String value) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && words.equals(text.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    @Override
    public String toString() {
        return words.toString();
    }
}
