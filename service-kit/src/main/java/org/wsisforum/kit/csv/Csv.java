package org.wsisforum.kit.csv;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MediaType;

/** A table as RFC 4180 writes it, safe to be opened by a spreadsheet program. */
public final class Csv {

    /** What a table is sent as. */
    public static final MediaType MEDIA_TYPE = MediaType.valueOf("text/csv;charset=utf-8");

    /** The byte order mark before the first row, without which spreadsheet programs do not take it for UTF-8. */
    public static final String START = "\ufeff";

    private static final Pattern BEGIN_OF_FORMULA = Pattern.compile("(^|[;\\t\\n] *)(?=[=+@\\t\\r-])");

    private Csv() {}

    /** One row; what is null is an empty cell. */
    public static String row(Stream<?> cells) {
        return cells.map(cell -> cell(Objects.toString(cell, ""))).collect(Collectors.joining(",", "", "\r\n"));
    }

    /**
     * Spreadsheet programs run what begins like a formula; an apostrophe before it makes it text. Some part a row at semicolons
     * or tabs, by the country that they are set to, so that behind those a cell may begin too.
     */
    private static String cell(String text) {
        var harmless = BEGIN_OF_FORMULA.matcher(text).replaceAll("$1'");
        return harmless.matches("[^\",\r\n]*") ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
