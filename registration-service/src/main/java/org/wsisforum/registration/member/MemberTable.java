package org.wsisforum.registration.member;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import org.wsisforum.kit.problem.Problem.FieldError;

import static org.wsisforum.registration.member.MemberProblem.TABLE_NOT_READABLE;

/** Reads members from a table: RFC 4180, or with semicolons, as spreadsheet programs of half of Europe write it. */
@ApplicationScoped
class MemberTable {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    @Inject
    ObjectMapper json;

    /**
     * A row.
     *
     * @param number of its line, the head being the first
     * @param member null for a row that says nothing understandable
     */
    record Row(int number, MemberInput member) {}

    /** What a table says, and what of it cannot be understood. */
    record Read(List<Row> rows, List<FieldError> faults) {}

    Read read(String sent) {
        var table = sent.startsWith("\ufeff") ? sent.substring(1) : sent;
        var head = table.lines().findFirst().orElse("");
        var schema = CsvSchema.emptySchema()
                .withHeader()
                .withColumnSeparator(head.contains(";") && !head.contains(",") ? ';' : ',');
        try (MappingIterator<Map<String, String>> cells =
                CSV.readerForMapOf(String.class).with(schema).readValues(table)) {
            var rows = new ArrayList<Row>();
            var faults = new ArrayList<FieldError>();
            while (cells.hasNextValue()) {
                var row = cells.nextValue();
                if (rows.size() == EnteringResource.MOST) {
                    throw notReadable("It has more than " + EnteringResource.MOST + " rows.");
                }
                if (rows.isEmpty()) {
                    requireKnown(row);
                }
                var number = rows.size() + 2;
                rows.add(new Row(number, member(number, row, faults)));
            }
            return new Read(rows, faults);
        } catch (IOException e) {
            throw notReadable("It is no table with a head of column names and as many cells in each row.");
        }
    }

    private static void requireKnown(Map<String, String> row) {
        var unknown = row.keySet().stream()
                .filter(column -> !MemberInput.FIELDS.contains(column))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw notReadable("Its columns are among "
                    + MemberInput.FIELDS.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
    }

    private static RuntimeException notReadable(String why) {
        return TABLE_NOT_READABLE.because(why);
    }

    private MemberInput member(int number, Map<String, String> cells, List<FieldError> faults) {
        var given = new LinkedHashMap<String, String>();
        cells.forEach((column, cell) -> {
            if (cell != null && !cell.isBlank()) {
                given.put(column, cell);
            }
        });
        try {
            return json.convertValue(given, MemberInput.class);
        } catch (IllegalArgumentException e) {
            faults.add(FieldError.at(
                    "/lines/" + number + "/" + column(e), "unknown", "None of the values that it can have."));
            return null;
        }
    }

    private static String column(IllegalArgumentException e) {
        return e.getCause() instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .findFirst()
                        .orElse("")
                : "";
    }
}
