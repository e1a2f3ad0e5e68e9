package org.wsisforum.agenda.release;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to the programme as a whole. */
enum ReleaseChange implements ChangeType {
    PUBLISHED;

    @Override
    public String what() {
        return "release.published";
    }

    @Override
    public String subject() {
        return "releases/{code}";
    }

    @Override
    public Set<String> fields() {
        return Set.of();
    }

    @Override
    public Set<Audience> audiences() {
        return Set.of(Audience.PUBLIC);
    }

    @Override
    public String meaning() {
        return "The programme came out in a new version; each difference from the one before was told just before.";
    }

    @Singleton
    static class Catalogue implements ChangeCatalogue {
        @Override
        public List<? extends ChangeType> types() {
            return List.of(values());
        }
    }
}
