package org.wsisforum.awards.edition;

import java.util.Set;

import org.wsisforum.kit.changes.Audience;
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
    public Set<Audience> audiences() {
        return Set.of(Audience.PUBLIC);
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
