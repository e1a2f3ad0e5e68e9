package org.wsisforum.awards.vote;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to votes, as far as it is told: that people decide, and never that somebody votes. */
enum VoteChange implements ChangeType {
    DECIDED("quarantine.decided", "Whether the votes of a voter who was set apart count was decided.");

    private final String what;
    private final String meaning;

    VoteChange(String what, String meaning) {
        this.what = what;
        this.meaning = meaning;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return "quarantine/{id}";
    }

    @Override
    public Set<String> fields() {
        return Set.of("decision", "reason");
    }

    @Override
    public Set<Audience> audiences() {
        return Set.of(Audience.role(Role.AWARDS_MANAGER));
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
