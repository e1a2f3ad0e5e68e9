package org.wsisforum.awards.stocktaking;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.wsisforum.kit.csv.Csv;

/** One row of a table of entries. */
final class CsvRow {

    static final List<String> COLUMNS = List.of(
            "id",
            "category",
            "actionLine",
            "title",
            "entity",
            "country",
            "region",
            "stakeholderType",
            "goals",
            "startsOn",
            "endsOn",
            "website",
            "description",
            "linkages",
            "objectives",
            "impact",
            "results",
            "addedValue",
            "partnerships",
            "challenges",
            "submittedAt");

    private CsvRow() {}

    static String head() {
        return Csv.row(COLUMNS.stream());
    }

    static String of(WholeEntryView entry) {
        return Csv.row(Stream.of(
                entry.id(),
                entry.category(),
                entry.actionLine(),
                entry.title(),
                entry.entity(),
                entry.country(),
                entry.region(),
                entry.stakeholderType(),
                entry.linkages().stream()
                        .map(linkage -> linkage.goal().toString())
                        .collect(Collectors.joining(" ")),
                entry.startsOn(),
                entry.endsOn(),
                entry.website(),
                entry.description(),
                entry.linkages().stream()
                        .map(linkage -> "SDG " + linkage.goal() + ": " + linkage.how())
                        .collect(Collectors.joining("\n")),
                entry.objectives(),
                entry.impact(),
                entry.results(),
                entry.addedValue(),
                entry.partnerships(),
                entry.challenges(),
                entry.submittedAt()));
    }
}
