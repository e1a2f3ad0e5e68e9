package org.wsisforum.awards.winner;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens on the way to the winners. None names a project; all but the last are for the awards manager alone. */
enum WinnerChange implements ChangeType {
    PREFERRED("preference.stated", "selections/{code}", "An expert stated which champion of a category to prefer."),
    DECIDED(
            "winners.decided",
            "winner-decisions/{code}",
            "What the Expert Group has decided of a category was recorded, or recorded anew.",
            "projects",
            "reason"),
    ANNOUNCED("winners.announced", "winners/{code}", "The winners of a category are public.");

    private final String what;
    private final String subject;
    private final String meaning;
    private final Set<String> fields;

    WinnerChange(String what, String subject, String meaning, String... fields) {
        this.what = what;
        this.subject = subject;
        this.meaning = meaning;
        this.fields = Set.of(fields);
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public Set<String> fields() {
        return fields;
    }

    @Override
    public Set<Audience> audiences() {
        return Set.of(this == ANNOUNCED ? Audience.PUBLIC : Audience.role(Role.AWARDS_MANAGER));
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
