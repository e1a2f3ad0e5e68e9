package org.wsisforum.awards.stocktaking;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.wsisforum.awards.stocktaking.EntryFilter.Condition;
import org.wsisforum.kit.csv.Csv;

/** Writes all entries that meet a filter, however many, with one page of them in memory. */
@ApplicationScoped
class Export {

    static final int PAGE = 100;

    @Inject
    Entries entries;

    @Inject
    ObjectMapper json;

    StreamingOutput asCsv(List<Condition> conditions) {
        return written(conditions, Csv.START + CsvRow.head(), CsvRow::of, "", "");
    }

    StreamingOutput asJson(List<Condition> conditions) {
        return written(conditions, "[", this::object, ",\n", "]");
    }

    private StreamingOutput written(
            List<Condition> conditions,
            String before,
            Function<WholeEntryView, String> one,
            String between,
            String after) {
        // Before the answer begins, so that a refusal of the database is still an error to the client.
        var first = entries.after(null, conditions, PAGE);
        return output -> {
            var writer = writer(output);
            writer.write(before);
            var separator = "";
            var page = first;
            while (!page.isEmpty()) {
                for (var entry : page) {
                    writer.write(separator);
                    writer.write(one.apply(WholeEntryView.of(entry)));
                    separator = between;
                }
                page = page.size() < PAGE ? List.of() : entries.after(page.getLast(), conditions, PAGE);
            }
            writer.write(after);
            writer.flush();
        };
    }

    private static Writer writer(OutputStream output) {
        return new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    }

    private String object(WholeEntryView entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry is no JSON", e);
        }
    }
}
