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
    OPENED("statement.opened", false, "A policy statement is open: it has no slot yet."),
    CHANGED("statement.changed", false, "The answer to the invitation names another speaker, or its link is another."),
    REQUESTED("statement.requested", false, "A slot is asked for, or another than before."),
    OFFERED(
            "statement.offered",
            false,
            "A slot is held for a statement until it is confirmed, or another than before."),
    LAPSED("statement.offer-lapsed", false, "An offer ended before it was confirmed; its slot is free."),
    BOOKED(
            "statement.booked",
            true,
            "A slot was given to a statement, or a release shows the session of one that had a slot already."),
    MOVED("statement.moved", true, "A statement was given another slot, or its session another time."),
    RELEASED("statement.released", true, "The slot of a statement was given back."),
    GIVEN_BACK("statement.given-back", false, "An offer was not taken, or a request taken back."),
    EXCHANGE_PROPOSED("statement.exchange-proposed", false, "A delegation would exchange slots, or not any more."),
    SUBSTITUTED("statement.substituted", false, "Somebody else speaks, or the speaker's rank is another."),
    WITHDRAWN(
            "statement.withdrawn",
            false,
            "The invitation was declined after all, or staff withdrew the statement; a slot that was booked is free."),
    TEXT_SUBMITTED(
            "statement.text-submitted", false, "The text of a statement was handed in, replaced, or taken back."),
    DELIVERED("statement.delivered", true, "A statement was given; its text is published."),
    NOT_DELIVERED(
            "statement.not-delivered",
            true,
            "A statement was recorded as given and was not, or not yet; its text is published no more."),
    CORRECTED("statement.corrected", true, "A published text was handed in, or corrected.");

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
        return everybody ? change : alsoForDelegation(change, statement);
    }

    private static Change alsoForDelegation(Change change, Statement statement) {
        return statement.country() == null ? change : change.alsoFor(Audience.delegation(statement.country()));
    }

    /**
     * A slot was given.
     *
     * @param shown whether everybody sees its session; else only those are told who see the statement all the same
     */
    static Change ofBooking(Statement statement, boolean shown, String... fields) {
        var change = BOOKED.to(statement, fields);
        return shown
                ? change
                : alsoForDelegation(
                        new Change(BOOKED, change.edition(), change.subject(), change.fields(), STAFF), statement);
    }

    /** It stands elsewhere: everybody is told where the programme shows it. */
    static Change ofMove(Statement statement, String... fields) {
        return (statement.isInProgramme() ? MOVED : OFFERED).to(statement, fields);
    }

    /** Somebody else speaks: everybody is told where the programme shows who. */
    static Change ofSpeaker(Statement statement, String... fields) {
        var change = SUBSTITUTED.to(statement, fields);
        return statement.isInProgramme() ? change.alsoFor(Audience.PUBLIC) : change;
    }

    /** An exchange is proposed: the delegation that must agree is told too. */
    static Change ofProposal(Statement statement, Statement other) {
        var change = EXCHANGE_PROPOSED.to(statement, "exchange");
        return other.country() == null ? change : change.alsoFor(Audience.delegation(other.country()));
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
        return Set.of("state", "country", "speaker", "rank", "link", "slot", "request", "exchange", "delivery", "text");
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
