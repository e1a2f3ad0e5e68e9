package org.wsisforum.kit.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

/** Writes all languages, or one where a {@link Flattening} is an attribute of the writer. */
class TextSerializer extends StdSerializer<Text> {

    private static final long serialVersionUID = 1;

    TextSerializer() {
        super(Text.class);
    }

    @Override
    public void serialize(Text text, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (provider.getAttribute(Flattening.class) instanceof Flattening flattening) {
            flattening.write(text, out);
            return;
        }
        out.writeStartObject();
        for (var entry : text.words().entrySet()) {
            out.writeObjectField(entry.getKey().tag(), entry.getValue());
        }
        out.writeEndObject();
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Text text) {
        return text.words().isEmpty();
    }

    /** One language is wanted; notes which were given. */
    static final class Flattening {
        private final Language wanted;
        private final Set<Language> given = EnumSet.noneOf(Language.class);
        private final List<Fallback> fallbacks = new ArrayList<>();

        Flattening(Language wanted) {
            this.wanted = wanted;
        }

        private void write(Text text, JsonGenerator out) throws IOException {
            var chosen = text.bestFor(wanted);
            if (chosen.isEmpty()) {
                out.writeNull();
                return;
            }
            var best = chosen.get();
            given.add(best.language());
            if (best.language() != wanted) {
                fallbacks.add(
                        new Fallback(out.getOutputContext().pathAsPointer().toString(), best.language()));
            }
            out.writeString(best.value());
        }

        boolean metText() {
            return !given.isEmpty();
        }

        /** The wanted language first, if any field was to be had in it. */
        List<Language> given() {
            var languages = new ArrayList<Language>();
            if (given.contains(wanted)) {
                languages.add(wanted);
            }
            given.stream().filter(l -> l != wanted).forEach(languages::add);
            return languages;
        }

        List<Fallback> fallbacks() {
            return fallbacks;
        }
    }

    /** A field that was not to be had in the wanted language. */
    record Fallback(String pointer, Language language) {}
}
