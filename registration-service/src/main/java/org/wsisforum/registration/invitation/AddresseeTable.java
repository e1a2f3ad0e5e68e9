package org.wsisforum.registration.invitation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.Language;
import org.wsisforum.registration.edition.Inviting.Gender;

/**
 * A list of addressees as a spreadsheet program writes it: RFC 4180, UTF-8 with or without a byte order mark, separated by commas
 * or semicolons, the names of the columns in the first line and in any order. A fault points to the line of the file, counted
 * from 1 as an editor counts, and to the column.
 */
final class AddresseeTable {

    private static final List<String> COLUMNS =
            List.of("country", "honorific", "name", "title", "gender", "rank", "language", "email");

    /** One of its rows, which a list of faults may point to. */
    record Row(int line, Addressee addressee) {

        String pointer(String column) {
            return AddresseeTable.pointer(line, column);
        }
    }

    private record Line(int number, List<String> cells) {}

    private final List<FieldError> faults = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private AddresseeTable() {}

    /** Reads a table; what cannot be read is a fault. */
    static AddresseeTable read(String csv) {
        var table = new AddresseeTable();
        var lines = lines(csv.startsWith("\ufeff") ? csv.substring(1) : csv);
        if (lines.isEmpty()) {
            table.faults.add(FieldError.at(pointer(1, ""), "empty", "The first line names the columns."));
            return table;
        }
        var columns = lines.getFirst().cells().stream()
                .map(name -> name.strip().toLowerCase(java.util.Locale.ROOT))
                .toList();
        if (lines.size() > AddresseesInput.MOST + 1) {
            table.faults.add(FieldError.at(
                    pointer(lines.get(AddresseesInput.MOST + 1).number(), ""),
                    "size",
                    "At most " + AddresseesInput.MOST + " lines at once."));
            return table;
        }
        if (columns.size() > COLUMNS.size()) {
            table.faults.add(
                    FieldError.at(pointer(1, ""), "unknown-column", "Columns are " + String.join(", ", COLUMNS) + "."));
            return table;
        }
        table.check(columns);
        if (table.faults.isEmpty()) {
            lines.stream().skip(1).forEach(line -> table.add(columns, line));
        }
        return table;
    }

    List<FieldError> faults() {
        return faults;
    }

    List<Row> rows() {
        return rows;
    }

    static String pointer(int line, String column) {
        return "/" + line + (column.isEmpty() ? "" : "/" + column);
    }

    private void check(List<String> columns) {
        for (var column : columns) {
            if (!COLUMNS.contains(column)) {
                faults.add(FieldError.at(
                        pointer(1, ""), "unknown-column", "Columns are " + String.join(", ", COLUMNS) + "."));
            }
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            faults.add(FieldError.at(pointer(1, ""), "column-twice", "Each column stands once."));
        }
        for (var needed : List.of("country", "title", "language")) {
            if (!columns.contains(needed)) {
                faults.add(FieldError.at(pointer(1, needed), "missing-column", "This column is needed."));
            }
        }
    }

    private void add(List<String> columns, Line line) {
        if (line.cells().size() != columns.size()) {
            faults.add(FieldError.at(
                    pointer(line.number(), ""),
                    "columns",
                    "The line has " + line.cells().size() + " cells, the first one " + columns.size() + "."));
            return;
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (var i = 0; i < columns.size(); i++) {
            var cell = line.cells().get(i).strip();
            cells.put(columns.get(i), cell.isEmpty() ? null : cell);
        }
        var gender = cell(line, cells, "gender", Gender::fromString, "female or male.");
        var language = cell(
                line,
                cells,
                "language",
                tag -> Stream.of(Language.values())
                        .filter(known -> known.tag().equals(tag))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new),
                "ar, zh, en, fr, ru or es.");
        rows.add(new Row(
                line.number(),
                new Addressee(
                        cells.get("country"),
                        cells.get("honorific"),
                        cells.get("name"),
                        cells.get("title"),
                        gender,
                        cells.get("rank"),
                        language,
                        cells.get("email"))));
    }

    private <T> T cell(Line line, Map<String, String> cells, String column, Function<String, T> read, String allowed) {
        var value = cells.get(column);
        try {
            return value == null ? null : read.apply(value);
        } catch (IllegalArgumentException unknown) {
            faults.add(FieldError.at(pointer(line.number(), column), "unknown-value", allowed));
            return null;
        }
    }

    /** The lines of a file, those without anything in them left out. */
    private static List<Line> lines(String csv) {
        var end = csv.indexOf('\n');
        var head = end < 0 ? csv : csv.substring(0, end);
        var separator = head.indexOf(';') >= 0 && head.indexOf(',') < 0 ? ';' : ',';
        var lines = new ArrayList<Line>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        var number = 1;
        var begin = 1;
        for (var i = 0; i < csv.length(); i++) {
            var c = csv.charAt(i);
            if (c == '\n') {
                number++;
            }
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                end(lines, begin, cells);
                begin = number;
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (quoted) {
            throw RequestProblem.MALFORMED_REQUEST.because(
                    "A quotation mark that opens a cell of line " + begin + " is never closed.");
        }
        cells.add(cell.toString());
        end(lines, begin, cells);
        return lines;
    }

    private static void end(List<Line> lines, int begin, List<String> cells) {
        if (cells.size() > 1 || !cells.getFirst().isBlank()) {
            lines.add(new Line(begin, List.copyOf(cells)));
        }
        cells.clear();
    }
}
