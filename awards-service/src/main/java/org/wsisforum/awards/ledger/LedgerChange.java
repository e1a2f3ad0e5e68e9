package org.wsisforum.awards.ledger;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to the ledger. */
enum LedgerChange implements ChangeType {
    SEALED("ledger.sealed", "No vote can be added any more, and the ledger has its last line.");

    private final String what;
    private final String meaning;

    LedgerChange(String what, String meaning) {
        this.what = what;
        this.meaning = meaning;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return "ledger";
    }

    @Override
    public Set<String> fields() {
        return Set.of();
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
