package org.wsisforum.agenda.export;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.session.AppearanceView;
import org.wsisforum.agenda.session.SessionView;
import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.reference.SessionType;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;

/** How exports in one language call what the programme names by codes. */
record Wording(Edition edition, Language language) {

    /** The words of a text in the language, or in the one that stands in for it; null where there are none. */
    String of(Text text) {
        return text == null
                ? null
                : text.bestFor(language).map(Text.Chosen::value).orElse(null);
    }

    String type(SessionView session) {
        return SessionType.of(session.type()).map(type -> of(type.name())).orElse(session.type());
    }

    String track(SessionView session) {
        return edition.tracks().stream()
                .filter(track -> track.code().equals(session.track()))
                .findFirst()
                .map(track -> of(track.title()))
                .orElse(session.track());
    }

    List<String> actionLines(SessionView session) {
        return session.actionLines().stream()
                .map(code -> ActionLine.of(code)
                        .map(line -> line.line() + " " + of(line.name()))
                        .orElse(code))
                .toList();
    }

    /** Where it takes place; null where no room is named. */
    String room(SessionView session) {
        return session.room() == null ? null : of(session.room().name());
    }

    /** Somebody with the form of address: H.E. Ms Aline Favre. */
    static String addressed(AppearanceView person) {
        return Stream.of(person.honorific(), person.name())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
