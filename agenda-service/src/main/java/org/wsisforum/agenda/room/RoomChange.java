package org.wsisforum.agenda.room;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to rooms. */
enum RoomChange implements ChangeType {
    CREATED("room.created", "A room was added."),
    CHANGED("room.changed", "What is said of a room was changed; sessions that take place in it show it."),
    DELETED("room.deleted", "A room was taken out, in which no session takes place.");

    private final String what;
    private final String meaning;

    RoomChange(String what, String meaning) {
        this.what = what;
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
