package org.wsisforum.agenda.session;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to sessions. */
enum SessionChange implements ChangeType {
    CREATED("session.created", "A session was added to the programme."),
    CHANGED("session.changed", "What the programme says of a session was changed, but not its time."),
    MOVED("session.moved", "A session was given another time."),
    DELETED("session.deleted", "A session was taken out of the programme as if it had never been in it.");

    private final String what;
    private final String meaning;

    SessionChange(String what, String meaning) {
        this.what = what;
        this.meaning = meaning;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return "sessions/{id}";
    }

    @Override
    public Set<String> fields() {
        return SessionInput.FIELDS;
    }

    @Override
    public Set<Audience> audiences() {
        return Set.of(Audience.PUBLIC);
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
