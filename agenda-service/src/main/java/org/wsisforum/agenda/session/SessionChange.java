package org.wsisforum.agenda.session;

import java.util.Set;

import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to sessions. */
enum SessionChange implements ChangeType {
    CREATED("session.created", "A session was added to the programme."),
    CHANGED("session.changed", "What the programme says of a session was changed, but not its time."),
    MOVED("session.moved", "A session was given another time.");

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
    public Set<Audience> audiences() {
        return Set.of(Audience.PUBLIC);
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
