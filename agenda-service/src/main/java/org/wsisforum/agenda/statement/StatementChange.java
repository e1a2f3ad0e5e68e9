package org.wsisforum.agenda.statement;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to policy statements. None of it names a person; who speaks stands in the programme once it is booked. */
enum StatementChange implements ChangeType {
    OPENED("statement.opened", false, "An accepted invitation opened a policy statement, which has no slot yet."),
    CHANGED("statement.changed", false, "The answer to the invitation names another speaker, or its link is another."),
    BOOKED("statement.booked", true, "A slot was given to a statement."),
    MOVED("statement.moved", true, "A statement was given another slot, or its session another time."),
    RELEASED("statement.released", true, "The slot of a statement was given back."),
    WITHDRAWN("statement.withdrawn", false, "The invitation was declined after all; a slot that was booked is free."),
    TEXT_SUBMITTED("statement.text-submitted", false, "The text of a statement was handed in, or replaced.");

    private static final Set<Audience> STAFF =
            Set.of(Audience.role(Role.SECRETARIAT), Audience.role(Role.PROGRAMME_MANAGER), Audience.role(Role.SERVICE));

    private final String what;
    private final boolean everybody;
    private final String meaning;

    StatementChange(String what, boolean everybody, String meaning) {
        this.what = what;
        this.everybody = everybody;
        this.meaning = meaning;
    }

    /** This happened to the statement. Its delegation is told too; everybody, where the programme shows it. */
    Change to(Statement statement, String... fields) {
        var change = Change.of(this, statement.edition(), "statements/" + statement.id(), fields);
        return everybody ? change : change.alsoFor(Audience.delegation(statement.country()));
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return "statements/{id}";
    }

    @Override
    public Set<String> fields() {
        return Set.of("state", "country", "speaker", "link", "slot", "text");
    }

    @Override
    public Set<Audience> audiences() {
        return everybody ? Set.of(Audience.PUBLIC) : STAFF;
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
