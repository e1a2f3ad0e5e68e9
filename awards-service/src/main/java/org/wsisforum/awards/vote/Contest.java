package org.wsisforum.awards.vote;

import java.time.Instant;
import java.util.SortedMap;

import org.wsisforum.awards.edition.Rules;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.Text;

/**
 * What a vote of an edition is held to. Phases and rules of an edition do not change while it votes.
 *
 * @param opensAt the first instant at which votes are taken
 * @param closesAt the first at which they no longer are
 */
record Contest(String edition, Rules rules, Instant opensAt, Instant closesAt, SortedMap<Integer, Text> categories) {

    boolean isOpen(Instant now) {
        return !now.isBefore(opensAt) && now.isBefore(closesAt);
    }

    /** Refuses a vote outside of the voting phase, to the instant. */
    void requireOpen(Instant now) {
        if (now.isBefore(opensAt)) {
            throw VoteProblem.VOTING_CLOSED.because("Voting begins at " + opensAt + ".");
        }
        if (!now.isBefore(closesAt)) {
            throw VoteProblem.VOTING_CLOSED.because("Voting ended at " + closesAt + ".");
        }
    }

    /** Refuses a category in an address that the edition does not have, with 404. */
    void requireCategory(int category) {
        if (!categories.containsKey(category)) {
            throw RequestProblem.NOT_FOUND.because("The edition " + edition + " has no category " + category + ".");
        }
    }

    /** Whether everybody may see the nominees. */
    boolean isNomineesPublic(Instant now) {
        return !now.isBefore(rules.embargo().nomineesAt());
    }
}
