package org.wsisforum.awards.stocktaking;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.wsisforum.awards.stocktaking.EntryFilter.Condition;
import org.wsisforum.kit.conditional.Tagged;
import org.wsisforum.kit.csv.Csv;

/** Writes all entries that meet a filter, however many, with one page of them in memory. */
@ApplicationScoped
class Export {

    static final int PAGE = 100;

    @Inject
    Entries entries;

    @Inject
    ObjectMapper json;

    /**
     * A file, written only for whoever does not have it already.
     *
     * @param determinedBy its form, another one whenever the same entries come out in other bytes than before, and the entries
     */
    private record EntryFile(String determinedBy, StreamingOutput written) implements Tagged {

        @Override
        public void write(OutputStream out) throws IOException {
            written.write(out);
        }
    }

    Tagged asCsv(List<Condition> conditions) {
        return file("csv 1", conditions, Csv.START + CsvRow.head(), CsvRow::of, "", "");
    }

    Tagged asJson(List<Condition> conditions) {
        return file("json 1", conditions, "[", this::object, ",\n", "]");
    }

    private Tagged file(
            String form,
            List<Condition> conditions,
            String before,
            Function<WholeEntryView, String> one,
            String between,
            String after) {
        return new EntryFile(form + "\n" + entries.states(conditions), output -> {
            var writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
            writer.write(before);
            var separator = "";
            var page = entries.after(null, conditions, PAGE);
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
        });
    }

    private String object(WholeEntryView entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry is no JSON", e);
        }
    }
}
