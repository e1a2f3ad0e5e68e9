package org.wsisforum.agenda.personal;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to the agenda of a person; the person alone is told, on whatever device. */
enum AgendaChange implements ChangeType {
    BOOKMARKED("bookmark.added", "A session was put on the reader's agenda."),
    FORGOTTEN("bookmark.removed", "A session was taken off the reader's agenda.");

    private final String what;
    private final String meaning;

    AgendaChange(String what, String meaning) {
        this.what = what;
        this.meaning = meaning;
    }

    Change to(UUID session, String edition, String person) {
        return Change.of(this, edition, "me/agenda/" + session).alsoFor(Audience.person(person));
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return "me/agenda/{id}";
    }

    @Override
    public Set<String> fields() {
        return Set.of();
    }

    @Override
    public Set<Audience> audiences() {
        return Set.of();
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Singleton
    static class Catalogue implements ChangeCatalogue {
        @Override
        public List<? extends ChangeType> types() {
            return List.of(values());
        }
    }
}
