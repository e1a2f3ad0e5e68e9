package org.wsisforum.awards.pastwinner;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to past winners. */
enum PastWinnerChange implements ChangeType {
    ADDED("past-winner.added", "A project that won in an earlier edition was entered."),
    CHANGED("past-winner.changed", "What is said of a past winner was changed."),
    REMOVED("past-winner.removed", "A past winner was taken off the list.");

    static final Set<String> FIELDS = Set.of("year", "actionLine", "title", "entity", "country");

    private final String what;
    private final String meaning;

    PastWinnerChange(String what, String meaning) {
        this.what = what;
        this.meaning = meaning;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return "past-winners/{id}";
    }

    @Override
    public Set<String> fields() {
        return FIELDS;
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
