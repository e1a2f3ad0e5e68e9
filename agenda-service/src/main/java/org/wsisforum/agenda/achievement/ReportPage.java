package org.wsisforum.agenda.achievement;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.session.Speaker;
import org.wsisforum.kit.conditional.Tagged;
import org.wsisforum.kit.reference.Reference;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;

/** A report or the matrix as a page, in one language. */
final class ReportPage implements Tagged {

    private final byte[] html;

    private ReportPage(String html) {
        this.html = html.getBytes(StandardCharsets.UTF_8);
    }

    @CheckedTemplate(basePath = "achievement")
    static class Templates {
        static native TemplateInstance report(
                Language language, ReportWords words, List<Choice> choices, Report report);

        static native TemplateInstance matrix(
                Language language,
                ReportWords words,
                List<Choice> choices,
                String forum,
                MatrixView matrix,
                List<Column> columns,
                List<Row> rows);
    }

    /** Another language in which the page can be read. */
    record Choice(String tag, String name, boolean current) {}

    /** Words with the language they are in, which need not be the one of the page. */
    record Said(String value, String tag, String direction) {

        static Said of(Text text, Language wanted) {
            return text.bestFor(wanted)
                    .map(chosen -> new Said(
                            chosen.value(),
                            chosen.language().tag(),
                            chosen.language().direction()))
                    .orElse(new Said("", wanted.tag(), wanted.direction()));
        }
    }

    /** What the template shows of a report; every word of it is escaped. */
    record Report(
            String forum,
            String kind,
            String code,
            Said name,
            ReportView.Counts counts,
            List<Item> sessions,
            List<Item> statements,
            List<Item> outcomes,
            List<Item> contributions,
            String someOfAll,
            String allContributions) {}

    /** A line of a list; null for what it has not. */
    record Item(Said title, String href, String beside, List<String> paragraphs, Said text, List<String> links) {}

    /** A column of the matrix. */
    record Column(String code, Said name) {}

    /** A row of the matrix. */
    record Row(int goal, Said name, List<MatrixView.Cell> cells) {}

    static ReportPage of(Edition year, ReportView report, Language language) {
        var words = ReportWords.in(language);
        var sessions = "/agenda/v1/editions/" + year.code() + "/sessions/";
        var contributions = "/agenda/v1/editions/" + year.code() + "/consultation/contributions/";
        var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language.locale());
        return new ReportPage(Templates.report(
                        language,
                        words,
                        choices(year, language),
                        new Report(
                                Said.of(year.title(), language).value(),
                                report.goal() == null ? words.actionLine() : words.goal(),
                                report.goal() == null ? report.actionLine() : String.valueOf(report.goal()),
                                Said.of(report.name(), language),
                                report.counts(),
                                report.sessions().stream()
                                        .map(session -> item(
                                                Said.of(session.title(), language),
                                                sessions + session.id(),
                                                Stream.concat(
                                                                Stream.of(session.startsAt()
                                                                        .atZone(year.zone())
                                                                        .format(date)),
                                                                session.organizers().stream())
                                                        .collect(Collectors.joining(" · "))))
                                        .toList(),
                                report.statements().stream()
                                        .map(statement -> item(
                                                new Said(
                                                        addressed(statement.speaker()),
                                                        language.tag(),
                                                        language.direction()),
                                                null,
                                                office(statement.speaker(), language)))
                                        .toList(),
                                report.outcomes().stream()
                                        .map(outcome -> {
                                            var text = Said.of(outcome.text(), language);
                                            return new Item(
                                                    Said.of(outcome.title(), language),
                                                    sessions + outcome.session(),
                                                    outcome.speaker() == null
                                                            ? null
                                                            : joined(
                                                                    " · ",
                                                                    addressed(outcome.speaker()),
                                                                    office(outcome.speaker(), language)),
                                                    paragraphs(text),
                                                    text,
                                                    outcome.links());
                                        })
                                        .toList(),
                                report.contributions().stream()
                                        .map(contribution -> item(
                                                Said.of(contribution.title(), language),
                                                contributions + contribution.id(),
                                                contribution.entity()))
                                        .toList(),
                                report.counts().contributions()
                                                == report.contributions().size()
                                        ? null
                                        : words.newestOf()
                                                .formatted(
                                                        report.contributions().size(),
                                                        report.counts().contributions()),
                                report.links().contributions()))
                .render());
    }

    static ReportPage of(Edition year, MatrixView matrix, Language language) {
        return new ReportPage(Templates.matrix(
                        language,
                        ReportWords.in(language),
                        choices(year, language),
                        Said.of(year.title(), language).value(),
                        matrix,
                        Reference.actionLines().items().stream()
                                .map(line -> new Column(line.code(), Said.of(line.fullName(), language)))
                                .toList(),
                        matrix.rows().stream()
                                .map(row -> new Row(row.goal(), Said.of(row.name(), language), row.cells()))
                                .toList())
                .render());
    }

    private static Item item(Said title, String href, String beside) {
        return new Item(title, href, beside, List.of(), title, List.of());
    }

    private static List<String> paragraphs(Said text) {
        return Stream.of(text.value().split("\\n\\s*\\n")).map(String::strip).toList();
    }

    private static String addressed(Speaker speaker) {
        return joined(" ", speaker.honorific(), speaker.name());
    }

    private static String office(Speaker speaker, Language language) {
        return joined(
                " · ",
                speaker.title(),
                Optional.ofNullable(speaker.countryName())
                        .map(name -> Said.of(name, language).value())
                        .orElse(speaker.country()));
    }

    private static String joined(String by, String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(by));
    }

    private static List<Choice> choices(Edition year, Language shown) {
        return year.languages().stream()
                .map(language -> new Choice(
                        language.tag(), language.locale().getDisplayLanguage(language.locale()), language == shown))
                .toList();
    }

    @Override
    public String determinedBy() {
        return new String(html, StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> atHand() {
        return Optional.of(html);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(html);
    }
}
