package org.wsisforum.awards.winner;

import java.io.IOException;
import java.io.OutputStream;
import java.text.Bidi;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.awards.category.CategoryList;
import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.kit.conditional.Tagged;
import org.wsisforum.kit.pdf.Pdf;
import org.wsisforum.kit.pdf.QrCode;
import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.WantedLanguage;

/** Makes out certificates. */
@ApplicationScoped
class Certificates {

    static final String PDF = "application/pdf";

    @Inject
    EditionRules editions;

    @Inject
    CategoryList categories;

    @ConfigProperty(name = "wsis.public-url")
    String publicUrl;

    /** What stands on one; every word of it is escaped. */
    record Certificate(
            String edition,
            String distinction,
            String category,
            String actionLine,
            Name title,
            Name entity,
            String country,
            String dateAndPlace,
            String number,
            String address,
            String code) {}

    /** A name in whatever script, which runs in its own direction and is set the smaller the longer it is. */
    record Name(String words, String direction, String size) {

        static Name of(String words) {
            return new Name(
                    words,
                    new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? "ltr" : "rtl",
                    words.length() <= 60 ? "short" : words.length() <= 120 ? "long" : "longest");
        }
    }

    /** Pages that are printed only for whoever does not have them already; all that is on them stands in what is printed. */
    private record Printed(String pages) implements Tagged {

        /** Another one whenever the same page is printed in other bytes than before. */
        private static final String FORM = "certificate 1 ";

        @Override
        public String determinedBy() {
            return FORM + pages;
        }

        /** So that they are sent with their length, without which the gateway keeps nothing. */
        @Override
        public Optional<byte[]> atHand() {
            return Optional.of(Pdf.of(pages));
        }

        @Override
        public void write(OutputStream out) throws IOException {
            out.write(Pdf.of(pages));
        }
    }

    @CheckedTemplate(basePath = "certificate")
    static class Templates {
        static native TemplateInstance pages(
                Language language, CertificateWords words, String title, List<Certificate> certificates);
    }

    /** The language to write in: the wanted one, if the edition speaks it, else English. */
    Language language(String edition, String lang) {
        return editions.languageFor(edition, WantedLanguage.of(lang, null).orElse(Language.EN));
    }

    RestResponse<Tagged> print(Kind kind, Laureate laureate, Language language) {
        return print(kind, List.of(laureate), language);
    }

    /** The certificates of laureates of one edition, a page each. */
    RestResponse<Tagged> print(Kind kind, List<Laureate> laureates, Language language) {
        var words = CertificateWords.in(language);
        var pages = Templates.pages(
                language,
                words,
                words.heading(),
                laureates.stream().map(one -> certificate(kind, one, language)).toList());
        return RestResponse.ResponseBuilder.<Tagged>ok(new Printed(pages.render()), PDF)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"certificate.pdf\"")
                .build();
    }

    private Certificate certificate(Kind kind, Laureate laureate, Language language) {
        var edition = laureate.edition();
        var rules = editions.of(edition);
        var number = CertificateNumber.of(kind, laureate).toString();
        var address = publicUrl + "/awards/v1/editions/" + edition + "/certificates/" + number;
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language == Language.EN ? Locale.UK : language.locale())
                .format(rules.embargo().winnersAt().atZone(editions.zone(edition)));
        return new Certificate(
                in(language, editions.title(edition)),
                CertificateWords.in(language).distinction(kind),
                in(language, categories.name(edition, laureate.category())),
                ActionLine.of(laureate.actionLine())
                        .map(line -> line.code().replaceFirst("-.*", ""))
                        .orElse(""),
                Name.of(laureate.title()),
                Name.of(laureate.entity()),
                Country.of(laureate.country())
                        .map(country -> in(language, country.name()))
                        .orElse(""),
                rules.ceremonyPlace() == null
                        ? day
                        : in(language, rules.ceremonyPlace())
                                + CertificateWords.in(language).comma()
                                + day,
                number,
                address,
                QrCode.of(address));
    }

    private static String in(Language language, Text text) {
        return text.bestFor(language).orElseThrow().value();
    }
}
