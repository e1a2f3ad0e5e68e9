package org.wsisforum.agenda.room;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to rooms: everybody is told of a release, those who make the programme of each change of the draft. */
enum RoomChange implements ChangeType {
    CREATED("room.created", true, "A room was added."),
    CHANGED("room.changed", true, "What is said of a room was changed; sessions that take place in it show it."),
    DELETED("room.deleted", true, "A room was taken out, in which no session takes place."),
    DRAFTED("room.drafted", false, "A room was added to the draft of the programme."),
    DRAFT_CHANGED("room.draft-changed", false, "A room was changed in the draft of the programme."),
    DRAFT_DELETED("room.draft-deleted", false, "A room was taken out of the draft of the programme.");

    private final String what;
    private final boolean everybody;
    private final String meaning;

    RoomChange(String what, boolean everybody, String meaning) {
        this.what = what;
        this.everybody = everybody;
        this.meaning = meaning;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return "rooms/{id}";
    }

    @Override
    public Set<String> fields() {
        return RoomInput.FIELDS;
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
