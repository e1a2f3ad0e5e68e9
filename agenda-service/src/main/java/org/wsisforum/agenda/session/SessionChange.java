package org.wsisforum.agenda.session;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/**
 * What happens to sessions. Everybody is told of a release, in what it differs from the one before; those who make a session
 * are told of each change of the draft.
 */
enum SessionChange implements ChangeType {
    CREATED("session.created", true, "A session was added to the programme."),
    CHANGED(
            "session.changed",
            true,
            "What the programme says of a session was changed, but not its time and room; or it is over, and says what came of it."),
    MOVED("session.moved", true, "A session was given another time or room."),
    POSTPONED("session.postponed", true, "The time of a session holds no more, and another is not known."),
    CANCELLED("session.cancelled", true, "A session does not take place; it is still shown."),
    RESCHEDULED("session.rescheduled", true, "A session that was postponed or cancelled takes place after all."),
    DELETED("session.deleted", true, "A session was taken out of the programme as if it had never been in it."),
    DRAFTED("session.drafted", false, "A session was added to the draft of the programme."),
    DRAFT_CHANGED("session.draft-changed", false, "A session was changed in the draft of the programme."),
    DRAFT_DELETED("session.draft-deleted", false, "A session was taken out of the draft of the programme."),
    ACCESS_CHANGED("session.access-changed", false, "The join link of a session, or who organizes it, was changed.");

    private final String what;
    private final boolean everybody;
    private final String meaning;

    SessionChange(String what, boolean everybody, String meaning) {
        this.what = what;
        this.everybody = everybody;
        this.meaning = meaning;
    }

    /** This happened to the session in the draft; its organizers are told as well. */
    Change to(Session session, String edition, List<String> fields) {
        var change = released(edition, session.id(), fields);
        for (var account : session.organizerAccounts()) {
            change = change.alsoFor(Audience.person(account));
        }
        return change;
    }

    /** In this a release differs from the one before. */
    Change released(String edition, UUID session, List<String> fields) {
        return Change.of(this, edition, "sessions/" + session, fields.toArray(String[]::new));
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
        fields.add("state");
        if (everybody) {
            fields.removeAll(SessionInput.RESTRICTED);
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
