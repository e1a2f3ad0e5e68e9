package org.wsisforum.awards.vote;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about votes. */
enum VoteProblem implements ProblemType {
    EMAIL_NOT_VERIFIED(403, "The sign-in has no e-mail address that was verified."),
    WORK_REQUIRED(403, "This vote is taken with a proof of work."),
    VOTING_CLOSED(409, "The voting phase has not begun, or is over."),
    ALREADY_VOTED(409, "A vote in this category was cast, and the edition lets nobody change it."),
    MAILBOX_HAS_VOTED(409, "Votes of this mailbox are cast with another account."),
    NOT_A_NOMINEE(422, "The project is no nominee of this category.");

    private final int status;
    private final String title;

    VoteProblem(int status, String title) {
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
            return List.of(VoteProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of("vote_once_a_category", ALREADY_VOTED, "mailbox_votes_once", MAILBOX_HAS_VOTED);
        }
    }
}
