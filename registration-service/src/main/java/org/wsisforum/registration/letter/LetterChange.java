package org.wsisforum.registration.letter;

import java.util.Set;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
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
    public Set<Audience> audiences() {
        return Set.of(Audience.role(Role.SECRETARIAT));
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
