package org.wsisforum.registration.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.wsisforum.kit.pdf.Pdf;
import org.wsisforum.kit.pdf.QrCode;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;

/** A circular letter as a page that a minister's office reads and answers, and as a document that it files. */
public final class LetterPage {

    private LetterPage() {}

    /**
     * Who the letter is for and what may be done with it.
     *
     * @param addressee honorific and name, as on an envelope; empty where no name is known
     * @param title the office that the addressee holds
     * @param salutation how the addressee is greeted; null for how the letter greets
     * @param country name of the country in the language of the page
     * @param answerAddress where the form of the page is sent to
     * @param languageAddress the page's own address up to the language
     * @param documentAddress where the letter is in the same language as a document
     * @param respondBefore the first instant at which it is too late
     * @param open whether an answer is still taken
     * @param answer the answer that holds: accepted, declined, represented or tentative; null if there is none
     * @param zone the zone of the edition
     * @param languages the languages that the reader can choose from
     */
    public record Recipient(
            String addressee,
            String title,
            String salutation,
            String country,
            String answerAddress,
            String languageAddress,
            String documentAddress,
            Instant respondBefore,
            boolean open,
            String answer,
            ZoneId zone,
            List<Language> languages) {

        /** Of a mail, which says how somebody is greeted and until when an answer is taken. */
        public static Recipient ofMail(String salutation, Instant respondBefore, ZoneId zone) {
            return new Recipient(
                    null, null, salutation, null, null, null, null, respondBefore, true, null, zone, List.of());
        }
    }

    /** What the template shows; every word of it is escaped. */
    record Content(
            String reference,
            String placeAndDate,
            String subject,
            String salutation,
            List<String> body,
            List<String> closing,
            String signatory,
            String signatoryTitle,
            String lastDay) {}

    @CheckedTemplate(basePath = "letter")
    static class Templates {
        static native TemplateInstance page(
                Language language, Content letter, Recipient recipient, LetterWords words, List<Choice> choices);

        static native TemplateInstance print(
                Language language, Content letter, Recipient recipient, LetterWords words, String link, String code);

        static native TemplateInstance refused(Language language, LetterWords words, boolean withdrawn, String contact);
    }

    /** Another language in which the letter can be read. */
    record Choice(String tag, String name, String address, boolean current) {}

    /** The language in which the letter is shown: the wanted one, or the best that its body is in. */
    public static Language shownIn(LetterView letter, Language wanted) {
        return letter.content().body().bestFor(wanted).orElseThrow().language();
    }

    /** The page in HTML. */
    public static String render(LetterView letter, Language language, Recipient recipient) {
        return Templates.page(
                        language,
                        content(letter, language, recipient),
                        recipient,
                        LetterWords.in(language),
                        recipient.languages().stream()
                                .map(l -> new Choice(
                                        l.tag(),
                                        l.locale().getDisplayLanguage(l.locale()),
                                        recipient.languageAddress() + l.tag(),
                                        l == language))
                                .toList())
                .render();
    }

    /**
     * The letter as a document to be printed and filed.
     *
     * @param link where it is answered, which stands on it in words and as a code for a telephone; null for a copy that opens
     *     nothing
     */
    public static byte[] print(LetterView letter, Language language, Recipient recipient, String link) {
        return Pdf.of(Templates.print(
                        language,
                        content(letter, language, recipient),
                        recipient,
                        LetterWords.in(language),
                        link,
                        link == null ? null : QrCode.of(link))
                .render());
    }

    static Content content(LetterView letter, Language language, Recipient recipient) {
        var content = letter.content();
        return new Content(
                content.reference(),
                in(language, content.place()) + LetterWords.in(language).comma() + longDate(content.date(), language),
                in(language, content.subject()),
                recipient.salutation() == null ? in(language, content.salutation()) : recipient.salutation(),
                paragraphs(in(language, content.body())),
                in(language, content.closing()).lines().toList(),
                in(language, content.signatory().name()),
                in(language, content.signatory().title()),
                lastDay(recipient, language));
    }

    /**
     * The page for somebody whose link opens nothing, or no longer.
     *
     * @param withdrawn whether that is because the invitation was withdrawn
     */
    public static String renderRefusal(Language language, boolean withdrawn, String contact) {
        return Templates.refused(language, LetterWords.in(language), withdrawn, contact)
                .render();
    }

    private static String in(Language language, Text text) {
        return text.bestFor(language).map(Text.Chosen::value).orElse("");
    }

    private static List<String> paragraphs(String body) {
        return Stream.of(body.split("\\n\\s*\\n")).map(String::strip).toList();
    }

    /** "Before 1 March, 00:00" is the whole of 28 February to whoever reads it in Geneva. */
    private static String lastDay(Recipient recipient, Language language) {
        return longDate(
                recipient
                        .respondBefore()
                        .minusMillis(1)
                        .atZone(recipient.zone())
                        .toLocalDate(),
                language);
    }

    private static String longDate(LocalDate date, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                // The United Nations write dates as the British do.
                .withLocale(language == Language.EN ? Locale.UK : language.locale())
                .format(date);
    }
}
