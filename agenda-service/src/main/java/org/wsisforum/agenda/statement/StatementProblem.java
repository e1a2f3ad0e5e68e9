package org.wsisforum.agenda.statement;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about policy statements. */
enum StatementProblem implements ProblemType {
    SLOT_TAKEN(409, "The slot is given to another speaker."),
    DELEGATION_SPEAKS_ALREADY(409, "The delegation has as many speakers as the edition gives it slots."),
    SESSION_TAKES_NO_STATEMENTS(422, "No policy statements are given in this session."),
    NO_SUCH_SLOT(422, "The session has no slot that begins then."),
    SESSION_IS_POSTPONED(409, "The session has no time at present; nobody is given a slot in it, and nobody speaks."),
    SLOT_IN_THE_PAST(409, "The slot has begun already."),
    STATEMENT_CLOSED(409, "The speaker has taken the floor; the statement stays as it was given."),
    STATEMENT_WITHDRAWN(409, "The invitation behind this statement is not accepted, or not any more."),
    TEXT_TOO_LONG(422, "The text takes longer to read than a statement may last."),
    MARKUP_IN_TEXT(422, "The text holds markup; statements are plain text."),
    SLOT_GIVEN_ALREADY(409, "The statement has a slot already, or is offered one."),
    SLOTS_ARE_OFFERED(409, "In this edition slots are asked for and offered, not chosen."),
    NOTHING_OFFERED(409, "No slot is offered to this statement, or not any more."),
    NOT_WAITING(409, "The statement asks for no slot of this session, or has one."),
    LIST_FULL(409, "The session has no free slot that can be offered."),
    LIST_CLOSED(409, "The speakers' list is closed; only slots after the last speaker are given."),
    LIST_IS_ANOTHER(409, "The speakers' list does not consist of these statements any more."),
    NOT_ON_THE_LIST(409, "The statement is on no speakers' list."),
    EXCHANGE_NOT_POSSIBLE(409, "Slots are exchanged between two other delegations that both still have theirs."),
    RANK_IS_FOR_STAFF(403, "Only the secretariat says that a speaker has a higher rank."),
    SESSION_HAS_SPEAKERS(409, "Speakers would lose their slots by this change of the session.");

    private final int status;
    private final String title;

    StatementProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Singleton
    static class Catalogue implements ProblemCatalogue {
        @Override
        public List<? extends ProblemType> types() {
            return List.of(StatementProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of(
                    "statement_slot_is_free", SLOT_TAKEN,
                    "statement_is_given_in_a_session", SESSION_HAS_SPEAKERS,
                    "statement_seat_is_free", DELEGATION_SPEAKS_ALREADY,
                    "statement_seat_of_entity_is_free", DELEGATION_SPEAKS_ALREADY);
        }
    }
}
