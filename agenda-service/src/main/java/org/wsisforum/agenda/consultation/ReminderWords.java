package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;

/**
 * What a reminder says, in one language. Unofficial translations.
 *
 * @param language which
 * @param due the subject: what is due, the workshop
 * @param letter the body: name, the workshop, the day, what is due, the address in the API
 */
record ReminderWords(Language language, String due, String letter) {

    private static final Map<Language, ReminderWords> ALL = Map.of(
            Language.EN,
            new ReminderWords(Language.EN, "Due: %s – %s", """
                    Dear %s,

                    for your workshop "%s" the following is due on %s: %s.

                    Please hand it in where you asked for the workshop. Its address in the platform's API, for programs: %s

                    The secretariat of the WSIS Forum
                    """),
            Language.FR,
            new ReminderWords(Language.FR, "À remettre : %s – %s", """
                    Bonjour %s,

                    Pour votre atelier « %s », l'élément suivant est à remettre au plus tard le %s : %s.

                    Veuillez le remettre là où vous avez demandé l'atelier. Son adresse dans l'API de la plateforme, pour les programmes : %s

                    Le secrétariat du Forum du SMSI
                    """),
            Language.ES,
            new ReminderWords(Language.ES, "Pendiente: %s – %s", """
                    Hola, %s:

                    Para su taller «%s» debe entregarse lo siguiente a más tardar el %s: %s.

                    Sírvase entregarlo donde solicitó el taller. Su dirección en la API de la plataforma, para programas: %s

                    La secretaría del Foro de la CMSI
                    """),
            Language.RU,
            new ReminderWords(Language.RU, "Ожидается: %s – %s", """
                    Здравствуйте, %s!

                    Для вашего семинара-практикума «%s» не позднее %s необходимо представить: %s.

                    Просим представить там же, где была подана заявка на семинар-практикум. Адрес в API платформы, для программ: %s

                    Секретариат Форума ВВУИО
                    """),
            Language.ZH,
            new ReminderWords(Language.ZH, "待提交：%s – %s", """
                    %s，您好：

                    您的讲习班“%s”须在%s前提交：%s。

                    请在您申请讲习班之处提交。在平台 API 中的地址（供程序使用）：%s

                    信息社会世界峰会论坛秘书处
                    """),
            Language.AR,
            new ReminderWords(Language.AR, "مطلوب: %s – %s", """
                    تحية طيبة، %s،

                    فيما يخص ورشة عملكم "%s"، يُرجى تقديم ما يلي في موعد أقصاه %s: %s.

                    يُرجى تقديمه حيث طلبتم ورشة العمل. عنوانه في واجهة برمجة التطبيقات للمنصة، للبرامج: %s

                    أمانة منتدى القمة العالمية لمجتمع المعلومات
                    """));

    static ReminderWords in(Language language) {
        return ALL.get(language);
    }

    String subject(Due of) {
        return due.formatted(
                in(of.deliverable().name()), in(of.request().input().title()).replaceAll("\\s+", " "));
    }

    String body(Edition year, Due of, Instant dueAt, String address) {
        var said = of.request().input();
        return letter.formatted(
                said.contact().name(),
                in(said.title()),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language.locale())
                        .format(dueAt.atZone(year.zone())),
                in(of.deliverable().name()),
                address);
    }

    private String in(Text text) {
        return text.bestFor(language).map(Text.Chosen::value).orElse("");
    }
}
