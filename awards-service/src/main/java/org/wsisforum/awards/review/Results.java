package org.wsisforum.awards.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.project.Submission;
import org.wsisforum.awards.project.Submissions;

/** Computes what the scores come to. */
@ApplicationScoped
class Results {

    @Inject
    Submissions submissions;

    @Inject
    Assignments assignments;

    @Inject
    EditionRules editions;

    @Inject
    EntityManager database;

    /** The result of a category of those projects that take part, from the scores that count now. */
    Result of(String edition, int category, Instant now) {
        var rules = editions.of(edition).review();
        var projects = submissions.of(edition, category).stream()
                .collect(Collectors.toMap(Submission::id, Function.identity()));
        var ids = projects.keySet();
        var screened = database.createQuery("from Screening where project in :ids", Screening.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Screening::project, Screening::eligible));
        var eligible = screened.keySet().stream().filter(screened::get).collect(Collectors.toUnmodifiableSet());
        var counting = counting(edition, projects.values());
        var lines = Calibration.rank(counting, eligible, rules);
        var ranked = lines.stream().map(ResultLine::project).collect(Collectors.toUnmodifiableSet());
        return new Result(
                category,
                now,
                Calibration.Method.of(rules),
                lines,
                sorted(ids.stream().filter(id -> !screened.containsKey(id)).toList()),
                sorted(eligible.stream().filter(id -> !ranked.contains(id)).toList()),
                sorted(screened.keySet().stream()
                        .filter(id -> !screened.get(id))
                        .toList()));
    }

    /** The reviews of these projects that count: of experts who are assigned, and in no conflict. */
    List<Review> counting(String edition, Collection<Submission> projects) {
        var byId = projects.stream().collect(Collectors.toMap(Submission::id, Function.identity()));
        var conflicts = assignments.conflicts(edition, projects);
        var assigned =
                assignments.of(byId.keySet()).stream().map(Assignment::key).collect(Collectors.toUnmodifiableSet());
        return database.createQuery("from Review where project in :ids", Review.class)
                .setParameter("ids", byId.keySet())
                .getResultStream()
                .filter(review -> assigned.contains(review.key()))
                .filter(review -> conflicts
                        .between(review.expert(), byId.get(review.project()))
                        .isEmpty())
                .toList();
    }

    private static List<UUID> sorted(List<UUID> ids) {
        return ids.stream().sorted().toList();
    }
}
