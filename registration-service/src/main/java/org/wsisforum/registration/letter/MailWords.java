package org.wsisforum.registration.letter;

import java.util.Map;

import org.wsisforum.kit.text.Language;

/**
 * The words of the mail around a letter, which are the platform's and not the Secretary-General's. Unofficial translations.
 *
 * @param letter where the letter is: reference, subject
 * @param reminder the same of one that was sent before
 * @param reminderSubject the subject of a reminder: reference, subject
 * @param until until when it is answered: the last day
 * @param alone that the address is not to be passed on
 * @param contact whom to ask: an address
 */
record MailWords(String letter, String reminder, String reminderSubject, String until, String alone, String contact) {

    private static final Map<Language, MailWords> ALL = Map.of(
            Language.EN,
            new MailWords(
                    "Letter %s, “%s”, is addressed to you. Please read and answer it here, without an account:",
                    "Letter %s, “%s”, was sent to you and has not been answered yet. Please read and answer it here, without"
                            + " an account:",
                    "Reminder – %s: %s",
                    "Please answer by %s.",
                    "The address is for your office alone: whoever has it can answer for you.",
                    "If you have questions, please write to %s."),
            Language.FR,
            new MailWords(
                    "La lettre %s, « %s », vous est adressée. Vous pouvez la lire et y répondre ici, sans compte :",
                    "La lettre %s, « %s », vous a été envoyée et n’a pas encore reçu de réponse. Vous pouvez la lire et y"
                            + " répondre ici, sans compte :",
                    "Rappel – %s : %s",
                    "Prière de répondre au plus tard le %s.",
                    "Cette adresse est réservée à votre cabinet : quiconque la détient peut répondre en votre nom.",
                    "Pour toute question, veuillez écrire à %s."),
            Language.ES,
            new MailWords(
                    "La carta %s, «%s», está dirigida a ustedes. Pueden leerla y responder aquí, sin necesidad de cuenta:",
                    "La carta %s, «%s», les fue enviada y aún no ha recibido respuesta. Pueden leerla y responder aquí, sin"
                            + " necesidad de cuenta:",
                    "Recordatorio – %s: %s",
                    "Se ruega responder a más tardar el %s.",
                    "La dirección está reservada a su oficina: quien la tenga puede responder en su nombre.",
                    "Si tienen preguntas, sírvanse escribir a %s."),
            Language.RU,
            new MailWords(
                    "Вам адресовано письмо %s, «%s». Прочитать его и ответить без учётной записи можно здесь:",
                    "Вам было направлено письмо %s, «%s», ответа на которое ещё не поступило. Прочитать его и ответить без"
                            + " учётной записи можно здесь:",
                    "Напоминание – %s: %s",
                    "Просим ответить не позднее %s.",
                    "Адрес предназначен только для вашей канцелярии: любой, кто его знает, может ответить от вашего имени.",
                    "По всем вопросам просим писать по адресу %s."),
            Language.ZH,
            new MailWords(
                    "现向您致送第 %s 号函“%s”。请通过以下网址阅读并答复，无需账户：",
                    "第 %s 号函“%s”已致送给您，但尚未收到答复。请通过以下网址阅读并答复，无需账户：",
                    "提醒 – %s：%s",
                    "请于 %s 或之前答复。",
                    "此网址仅供贵办公室使用：任何持有者均可代表您答复。",
                    "如有疑问，请致函 %s。"),
            Language.AR,
            new MailWords(
                    "الرسالة %s، \"%s\"، موجهة إليكم. يمكنكم قراءتها والرد عليها هنا دون حاجة إلى حساب:",
                    "أُرسلت إليكم الرسالة %s، \"%s\"، ولم يرد ردّكم عليها بعد. يمكنكم قراءتها والرد عليها هنا دون حاجة إلى"
                            + " حساب:",
                    "تذكير – %s: %s",
                    "يرجى الرد في موعد أقصاه %s.",
                    "هذا العنوان مخصص لمكتبكم وحده: يمكن لكل من يحوزه الرد باسمكم.",
                    "للاستفسار، يُرجى مراسلة %s."));

    static MailWords in(Language language) {
        return ALL.get(language);
    }
}
