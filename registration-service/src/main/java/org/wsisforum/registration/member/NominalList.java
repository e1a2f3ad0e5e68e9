package org.wsisforum.registration.member;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.dhatim.fastexcel.Workbook;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Tagged;
import org.wsisforum.kit.csv.Csv;
import org.wsisforum.kit.pdf.Pdf;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;
import org.wsisforum.registration.delegation.DelegationSummary;
import org.wsisforum.registration.edition.EditionRules;

/**
 * Who comes with a delegation, in the order in which they are named.
 *
 * @param delegation whose list it is
 * @param members in order
 */
@Schema(name = "NominalList", description = "Who comes with a delegation, in the order in which they are named.")
public record NominalList(DelegationSummary delegation, List<MemberView> members) {

    private static final List<String> COLUMNS = List.of(
            "number",
            "role",
            "honorific",
            "name",
            "rank",
            "jobTitle",
            "entity",
            "vipClass",
            "attendance",
            "state",
            "registration");

    /** A line of the printed list; every word of it is escaped. */
    record Line(int number, Cell name, String role, Cell office, Cell entity, String vip, String attendance) {}

    /** Words in whatever script, which run in their own direction. */
    record Cell(String words, String direction) {

        static Cell of(String words) {
            var shown = Objects.requireNonNullElse(words, "");
            return new Cell(
                    shown,
                    shown.isEmpty() || new Bidi(shown, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                            ? "ltr"
                            : "rtl");
        }
    }

    @CheckedTemplate(basePath = "delegation")
    static class Templates {
        static native TemplateInstance nominalList(
                Language language, NominalWords words, String edition, String delegation, List<Line> lines);
    }

    /** As a table for programs: codes, and no words that depend on a language. */
    Tagged csv() {
        var rows = IntStream.range(0, members.size())
                .mapToObj(place -> row(place + 1, members.get(place)))
                .collect(Collectors.joining("", Csv.START + Csv.row(COLUMNS.stream()), ""));
        return new Made("csv 1 " + rows, () -> rows.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(int number, MemberView member) {
        return Csv.row(Stream.of(
                number,
                member.role().json(),
                Objects.toString(member.honorific(), ""),
                member.name(),
                Objects.toString(member.rank(), ""),
                Objects.toString(member.jobTitle(), ""),
                Objects.toString(member.entity(), ""),
                Objects.toString(vip(member), ""),
                member.attendance().json(),
                member.state().json(),
                member.registration()));
    }

    /** As a workbook for people: every cell but the numbers is text, which no spreadsheet program runs. */
    Tagged xlsx(EditionRules year, Language language) {
        var words = NominalWords.in(language);
        var title = words.title() + " – " + in(language, delegation.name());
        var lines = lines(year, language);
        return new Made("xlsx 1 " + title + lines, () -> {
            var out = new ByteArrayOutputStream();
            try (var book = new Workbook(out, "WSIS", null)) {
                var sheet = book.newWorksheet("WSIS");
                sheet.value(0, 0, title);
                var heads = List.of(
                        words.number(),
                        words.role(),
                        words.name(),
                        words.office(),
                        words.entity(),
                        words.vip(),
                        words.attendance());
                for (var column = 0; column < heads.size(); column++) {
                    sheet.value(2, column, heads.get(column));
                    sheet.style(2, column).bold().set();
                    sheet.width(column, column == 0 ? 6 : 28);
                }
                for (var line : lines) {
                    var row = line.number() + 2;
                    sheet.value(row, 0, line.number());
                    sheet.value(row, 1, line.role());
                    sheet.value(row, 2, line.name().words());
                    sheet.value(row, 3, line.office().words());
                    sheet.value(row, 4, line.entity().words());
                    sheet.value(row, 5, line.vip());
                    sheet.value(row, 6, line.attendance());
                }
                if (language.direction().equals("rtl")) {
                    sheet.rightToLeft();
                }
            }
            return out.toByteArray();
        });
    }

    /** As a document to be printed. */
    Tagged pdf(EditionRules year, Language language) {
        var page = Templates.nominalList(
                        language,
                        NominalWords.in(language),
                        in(language, year.title()),
                        in(language, delegation.name()),
                        lines(year, language))
                .render();
        return new Made("pdf 1 " + page, () -> Pdf.of(page));
    }

    private List<Line> lines(EditionRules year, Language language) {
        var words = NominalWords.in(language);
        Function<String, String> title = rank -> year.registration().ranks().stream()
                .filter(one -> one.code().equals(rank))
                .map(one -> in(language, one.title()))
                .findFirst()
                .orElse("");
        return IntStream.range(0, members.size())
                .mapToObj(place -> {
                    var member = members.get(place);
                    return new Line(
                            place + 1,
                            Cell.of(Stream.of(member.honorific(), member.name())
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.joining(" "))),
                            words.of(member.role()),
                            Cell.of(member.jobTitle() != null ? member.jobTitle() : title.apply(member.rank())),
                            Cell.of(member.entity()),
                            Objects.toString(vip(member), ""),
                            words.of(member.attendance()));
                })
                .toList();
    }

    private static String vip(MemberView member) {
        return member.vip() == null ? null : member.vip().vipClass();
    }

    private static String in(Language language, Text text) {
        return text.bestFor(language).map(Text.Chosen::value).orElse("");
    }

    /** How the bytes come about. */
    private interface Maker {
        byte[] make() throws IOException;
    }

    /** Bytes that are made only for whoever does not have them already. */
    private record Made(String determinedBy, Maker maker) implements Tagged {

        @Override
        public Optional<byte[]> atHand() {
            try {
                return Optional.of(maker.make());
            } catch (IOException e) {
                throw new UncheckedIOException("A list cannot be made", e);
            }
        }

        @Override
        public void write(OutputStream out) throws IOException {
            out.write(maker.make());
        }
    }
}
