package org.wsisforum.agenda.session;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to sessions. Of drafts, and of what is not for everybody, only those who make the session are told. */
enum SessionChange implements ChangeType {
    CREATED("session.created", true, "A session was added to the programme, or a draft became part of it."),
    CHANGED("session.changed", true, "What the programme says of a session was changed, but not its time and room."),
    MOVED("session.moved", true, "A session was given another time or room."),
    POSTPONED("session.postponed", true, "The time of a session holds no more, and another is not known."),
    CANCELLED("session.cancelled", true, "A session does not take place; it is still shown."),
    RESCHEDULED("session.rescheduled", true, "A session that was postponed or cancelled takes place after all."),
    DELETED("session.deleted", true, "A session was taken out of the programme as if it had never been in it."),
    DRAFTED("session.drafted", false, "A session was drafted, which is not part of the programme yet."),
    DRAFT_CHANGED("session.draft-changed", false, "A draft was changed."),
    DRAFT_DELETED("session.draft-deleted", false, "A draft was given up."),
    ACCESS_CHANGED("session.access-changed", false, "The join link of a session, or who organizes it, was changed.");

    private final String what;
    private final boolean everybody;
    private final String meaning;

    SessionChange(String what, boolean everybody, String meaning) {
        this.what = what;
        this.everybody = everybody;
        this.meaning = meaning;
    }

    /** This happened to the session. Its organizers are told what not everybody is. */
    Change to(Session session, String edition, List<String> fields) {
        var change = Change.of(this, edition, "sessions/" + session.id(), fields.toArray(String[]::new));
        if (!everybody) {
            for (var account : session.organizerAccounts()) {
                change = change.alsoFor(Audience.person(account));
            }
        }
        return change;
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
        var fields = new TreeSet<>(SessionInput.FIELDS);
        if (everybody) {
            fields.removeAll(SessionInput.RESTRICTED);
            fields.add("state");
        }
        return fields;
    }

    @Override
    public Set<Audience> audiences() {
        return everybody ? Set.of(Audience.PUBLIC) : Set.of(Audience.role(Role.PROGRAMME_MANAGER));
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
