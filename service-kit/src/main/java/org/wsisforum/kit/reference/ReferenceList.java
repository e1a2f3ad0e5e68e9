package org.wsisforum.kit.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A code list as it stood on a day.
 *
 * @param version changes whenever an entry, a name or a status does
 * @param asOf the day whose state of affairs the list gives
 * @param items the entries, in the order of the field: by column, number or code
 */
@Schema(description = "A code list as it stood on a day.")
public record ReferenceList<T>(
        @Schema(description = "Changes whenever an entry, a name or a status does.", examples = "2021.1")
        String version,

        @Schema(description = "The day whose state of affairs the list gives.", examples = "2021-05-21")
        LocalDate asOf,

        @Schema(description = "The entries, in the order of the field.")
        List<T> items) {

    public ReferenceList {
        items = List.copyOf(items);
    }

    /** The list in the resource of this name beside this class. */
    static <T> ReferenceList<T> read(String resource, Class<T> item) {
        var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        try (var in = Objects.requireNonNull(ReferenceList.class.getResourceAsStream(resource), resource)) {
            return json.readValue(in, json.getTypeFactory().constructParametricType(ReferenceList.class, item));
        } catch (IOException e) {
            throw new UncheckedIOException("The code list " + resource + " cannot be read", e);
        }
    }

    <R> ReferenceList<R> map(String version, Function<T, R> to) {
        return new ReferenceList<>(version, asOf, items.stream().map(to).toList());
    }
}
