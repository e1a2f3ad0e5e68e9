package org.wsisforum.awards.vote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.narayana.jta.QuarkusTransaction;

import org.wsisforum.awards.category.CategoryList;
import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.edition.PhaseCode;
import org.wsisforum.awards.review.NomineeList;
import org.wsisforum.awards.review.NomineeView;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;

/**
 * What votes are held to, kept for some seconds, since a vote must not cost five queries. So a nominee that is taken out may get
 * votes for that long; the tally has the last word.
 *
 * <p>They are read in a transaction of their own where none is under way, since what reads without one keeps its connection until
 * the request ends: many requests that each keep one, and each want another for the vote, would wait for one another.
 */
@ApplicationScoped
class Contests {

    private static final int EDITIONS = 20;
    private static final int CATEGORIES = 500;

    private final LoadingCache<String, Contest> contests;
    private final LoadingCache<Step, List<NomineeView>> nominees;

    @Inject
    EditionRules editions;

    @Inject
    CategoryList categories;

    @Inject
    NomineeList nominations;

    private record Step(String edition, int category) {}

    @Inject
    Contests(VoteConfig config) {
        contests = Caffeine.newBuilder()
                .maximumSize(EDITIONS)
                .expireAfterWrite(config.kept())
                .build(edition -> QuarkusTransaction.joiningExisting().call(() -> read(edition)));
        nominees = Caffeine.newBuilder()
                .maximumSize(CATEGORIES)
                .expireAfterWrite(config.kept())
                .build(step -> QuarkusTransaction.joiningExisting()
                        .call(() -> nominations.shown(step.edition(), step.category())));
    }

    private Contest read(String edition) {
        return new Contest(
                edition,
                editions.of(edition),
                editions.startOf(edition, PhaseCode.VOTING).orElseThrow(() -> noVote(edition)),
                editions.endOf(edition, PhaseCode.VOTING).orElseThrow(() -> noVote(edition)),
                categories.names(edition));
    }

    private static RuntimeException noVote(String edition) {
        return RequestProblem.NOT_FOUND.because(
                "There is no public vote in " + edition + ": the edition has no voting phase.");
    }

    /** One edition's; 404 for one that is not stored, or in which the public does not vote. */
    Contest of(String edition) {
        return contests.get(edition);
    }

    /** The nominees of a category, whether they are public or not. */
    List<NomineeView> nominees(String edition, int category) {
        return nominees.get(new Step(edition, category));
    }

    /**
     * The categories in which a whole ballot has a vote, as the tally has it: those in which there is something to choose. Which
     * they are is told nobody before the nominees are public; until then it is all of them.
     */
    List<Integer> demanded(Contest contest, Instant now) {
        return contest.categories().keySet().stream()
                .filter(category -> !contest.isNomineesPublic(now)
                        || !nominees(contest.edition(), category).isEmpty())
                .toList();
    }

    /** Whether a project is a nominee of the category. */
    boolean isNominee(String edition, int category, UUID project) {
        return nominees(edition, category).stream()
                .anyMatch(nominee -> nominee.project().equals(project));
    }

    /** Refuses a project that is no nominee of the category. */
    void requireNominee(String edition, int category, UUID project) {
        if (!isNominee(edition, category, project)) {
            throw VoteProblem.NOT_A_NOMINEE.because(
                    "Take one of the nominees that the ballot shows for category " + category + ".",
                    List.of(FieldError.at("/project", "not-a-nominee", "A nominee of the category.")));
        }
    }
}
