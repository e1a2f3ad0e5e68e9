package org.wsisforum.awards.category;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to categories. */
enum CategoryChange implements ChangeType {
    CREATED("category.created", "A category was set up."),
    CHANGED("category.changed", "A category has another name or Action Line.");

    private final String what;
    private final String meaning;

    CategoryChange(String what, String meaning) {
        this.what = what;
        this.meaning = meaning;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return "categories/{code}";
    }

    @Override
    public Set<String> fields() {
        return Set.of("number", "actionLine", "name");
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
