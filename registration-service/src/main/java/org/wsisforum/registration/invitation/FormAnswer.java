package org.wsisforum.registration.invitation;

import java.util.List;
import java.util.stream.Stream;

import org.wsisforum.kit.problem.Problem.FieldError;

/** Reads what the form of the letter's page sends; empty fields of a form are fields that were left out. */
final class FormAnswer {

    private FormAnswer() {}

    static ResponseInput read(String answer, boolean wishesToSpeak, String honorific, String name, String title) {
        var chosen = Stream.of(Answer.values())
                .filter(a -> a.json().equals(answer))
                .findFirst()
                .orElseThrow(() -> InvitationProblem.RESPONSE_NOT_COHERENT.because(
                        "Choose one of the answers.",
                        List.of(FieldError.at(
                                "/answer", "not-null", "accepted, declined, represented or tentative."))));
        var speaks = wishesToSpeak && chosen.isFirm();
        return new ResponseInput(
                chosen,
                speaks,
                chosen == Answer.REPRESENTED ? representative(honorific, name, title) : null,
                null,
                null,
                null,
                null);
    }

    private static Person representative(String honorific, String name, String title) {
        if (isBlank(name) || isBlank(title) || name.length() > 200 || title.length() > 200) {
            throw InvitationProblem.RESPONSE_NOT_COHERENT.because(
                    "Give name and title of whoever will represent the minister.",
                    List.of(FieldError.at("/by", "not-null", "Name and title, at most 200 characters each.")));
        }
        return new Person(isBlank(honorific) ? null : honorific.strip(), name.strip(), title.strip(), null, null);
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
