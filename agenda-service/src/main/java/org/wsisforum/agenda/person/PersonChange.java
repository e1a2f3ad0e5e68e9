package org.wsisforum.agenda.person;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to people: everybody is told of a release, staff of each change of the draft. */
enum PersonChange implements ChangeType {
    ADDED("person.added", false, "A person was added, whom the programme does not show yet."),
    REVISED("person.revised", false, "A person was changed in the draft of the programme."),
    CHANGED("person.changed", true, "What the programme says of a person was changed; the person's sessions show it."),
    LISTED("person.listed", true, "A person stands in the programme from now on."),
    UNLISTED("person.unlisted", true, "A person stands in no session of the programme any more."),
    REMOVED("person.removed", false, "A person was removed, who stood in no session of the draft.");

    private static final Set<Audience> STAFF =
            Set.of(Audience.role(Role.PROGRAMME_MANAGER), Audience.role(Role.SECRETARIAT));

    private final String what;
    private final boolean everybody;
    private final String meaning;

    PersonChange(String what, boolean everybody, String meaning) {
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
        return "people/{id}";
    }

    @Override
    public Set<String> fields() {
        if (!everybody) {
            return PersonInput.FIELDS;
        }
        var shown = new TreeSet<>(PersonInput.FIELDS);
        shown.removeAll(PersonInput.RESTRICTED);
        return shown;
    }

    @Override
    public Set<Audience> audiences() {
        return everybody ? Set.of(Audience.PUBLIC) : STAFF;
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
