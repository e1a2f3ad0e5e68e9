package org.wsisforum.registration.registration;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.wsisforum.kit.pdf.Pdf;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;
import org.wsisforum.registration.edition.EditionRules;

/** The letter with which somebody who is accredited asks for a visa. */
final class VisaLetter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private VisaLetter() {}

    /** A line of the table of who it is. */
    record Line(String what, String said) {}

    /** What the template shows; every word of it is escaped. */
    record Content(
            String title,
            String reference,
            String date,
            String from,
            String until,
            String consulate,
            List<Line> lines,
            String contact,
            String email) {}

    @CheckedTemplate(basePath = "registration")
    static class Templates {
        static native TemplateInstance visa(Content letter);
    }

    /** The letter as it is printed; only of a registration that has one. The same bytes whenever it is asked for. */
    static byte[] print(EditionRules edition, Registration registration) {
        return Pdf.of(Templates.visa(content(edition, registration)).render());
    }

    private static Content content(EditionRules edition, Registration registration) {
        var said = registration.input();
        var visa = said.visa();
        var lines = Stream.of(
                        new Line(
                                "Name",
                                Stream.of(said.honorific(), said.givenName(), said.familyName())
                                        .filter(part -> part != null)
                                        .collect(java.util.stream.Collectors.joining(" "))),
                        new Line("Function", said.jobTitle()),
                        new Line("Entity", said.entity()),
                        new Line("Nationality", country(visa.nationality())),
                        new Line("Date of birth", day(visa.birthDate())),
                        new Line("Place of birth", visa.birthPlace()),
                        new Line("Passport number", visa.passportNumber()),
                        new Line("Passport valid until", day(visa.validUntil())))
                .filter(line -> line.said() != null)
                .toList();
        return new Content(
                in(edition.title()),
                "V-" + edition.code() + "-" + registration.id(),
                day(registration.visaApprovedAt().atZone(edition.zone()).toLocalDate()),
                day(edition.startsOn()),
                day(edition.endsOn()),
                visa.consulate(),
                lines,
                edition.contact().name(),
                edition.contact().email());
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String country(String code) {
        return Country.of(code).map(found -> in(found.name())).orElse(code);
    }

    private static String in(Text text) {
        return text.bestFor(Language.EN).map(Text.Chosen::value).orElse("");
    }
}
