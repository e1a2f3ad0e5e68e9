package org.wsisforum.registration.letter;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

enum LetterChange implements ChangeType {
    WRITTEN("letter.written", "A circular letter was written."),
    REWRITTEN("letter.rewritten", "A circular letter was rewritten before it was sent.");

    private final String what;
    private final String meaning;

    LetterChange(String what, String meaning) {
        this.what = what;
        this.meaning = meaning;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return "letters/{id}";
    }

    @Override
    public Set<String> fields() {
        return Set.of();
    }

    @Override
    public Set<Audience> audiences() {
        return Set.of(Audience.role(Role.SECRETARIAT));
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
