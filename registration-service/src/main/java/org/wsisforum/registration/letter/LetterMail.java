package org.wsisforum.registration.letter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.wsisforum.kit.text.Language;

/**
 * The mail that a circular letter goes out with. It carries the address of the letter and not the letter: what is attached is
 * filed and passed on with the key on it, is kept back by filters when it comes to many, and tells nobody that it was opened.
 * Behind the address the office reads the letter in its languages, answers it, and takes the document for its files.
 *
 * @param subject one line
 * @param text the mail in plain text
 * @param html the same in HTML
 */
public record LetterMail(String subject, String text, String html) {

    @CheckedTemplate(basePath = "letter")
    static class Templates {
        static native TemplateInstance mail(
                Language language,
                String greeting,
                String opening,
                MailWords words,
                String until,
                String link,
                String questions);
    }

    /**
     * The mail in a language.
     *
     * @param recipient to whom
     * @param link where the letter is read and answered
     * @param contact whom to ask
     * @param reminder whether the letter was sent before
     */
    public static LetterMail of(
            LetterView letter,
            Language language,
            LetterPage.Recipient recipient,
            String link,
            String contact,
            boolean reminder) {
        var words = MailWords.in(language);
        var shown = LetterPage.content(letter, language, recipient);
        var about = shown.subject().replaceAll("\\s+", " ");
        var greeting = shown.salutation().replaceAll("\\s+", " ");
        var opening = (reminder ? words.reminder() : words.letter()).formatted(shown.reference(), about);
        var subject = (reminder ? words.reminderSubject() : "%s: %s").formatted(shown.reference(), about);
        var until = words.until().formatted(shown.lastDay());
        var questions = words.contact().formatted(contact);
        return new LetterMail(
                subject,
                String.join("\n\n", greeting, opening, link, until, words.alone(), questions) + "\n",
                Templates.mail(language, greeting, opening, words, until, link, questions)
                        .render());
    }
}
