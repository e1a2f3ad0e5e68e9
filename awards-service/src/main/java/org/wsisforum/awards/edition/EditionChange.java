package org.wsisforum.awards.edition;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to editions. */
enum EditionChange implements ChangeType {
    CREATED("edition.created", "An edition of the WSIS Prizes was set up.");

    private final String what;
    private final String meaning;

    EditionChange(String what, String meaning) {
        this.what = what;
        this.meaning = meaning;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return "edition";
    }

    @Override
    public Set<String> fields() {
        return Set.of("title", "zone", "languages", "phases", "rules");
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
