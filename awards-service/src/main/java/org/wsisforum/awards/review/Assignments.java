package org.wsisforum.awards.review;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.project.Submission;
import org.wsisforum.awards.project.Submissions;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.problem.ProblemException;
import org.wsisforum.kit.problem.RequestProblem;

/** Who judges what, and whether something stands between them. */
@ApplicationScoped
class Assignments implements PanacheRepositoryBase<Assignment, Assignment.Key> {

    @Inject
    Experts experts;

    @Inject
    Submissions submissions;

    @Inject
    EditionRules editions;

    @Inject
    Caller caller;

    /**
     * A project that the calling expert judges. That there is none, that somebody else judges it, and that something stands
     * between the two are one answer: each other would tell who judges what.
     */
    Submission requireMine(String edition, UUID project) {
        return mine(edition, project)
                .flatMap(assignment -> submissions.find(edition, project))
                .filter(found -> conflicts(edition, List.of(found))
                        .between(caller.subject(), found)
                        .isEmpty())
                .orElseThrow(() -> absent(edition, project));
    }

    /** A project for the awards manager, who sees all, or for an expert who judges it. */
    Submission requireOpen(String edition, UUID project) {
        if (caller.has(Role.AWARDS_MANAGER)) {
            editions.requireEdition(edition);
            return submissions.find(edition, project).orElseThrow(() -> absent(edition, project));
        }
        return requireMine(edition, project);
    }

    /** That the calling expert was assigned to the project, whatever has come between them since. */
    Optional<Assignment> mine(String edition, UUID project) {
        editions.requireEdition(edition);
        return find("project = ?1 and expert = ?2 and edition = ?3", project, caller.subject(), edition)
                .singleResultOptional();
    }

    /** All projects that the calling expert judges, by category and id. */
    List<Submission> mine(String edition) {
        editions.requireEdition(edition);
        var assigned = list("edition = ?1 and expert = ?2", edition, caller.subject()).stream()
                .map(Assignment::project)
                .toList();
        var found = submissions.find(edition, assigned);
        var conflicts = conflicts(edition, found);
        return found.stream()
                .filter(project -> conflicts.between(caller.subject(), project).isEmpty())
                .sorted(Comparator.comparing(Submission::category).thenComparing(Submission::id))
                .toList();
    }

    /** All assignments of these projects. */
    List<Assignment> of(Collection<UUID> projects) {
        return list("project in ?1 order by project, expert", projects);
    }

    /** What stands between experts and these projects, read at once. */
    Conflicts conflicts(String edition, Collection<Submission> projects) {
        var declared = getEntityManager()
                .createQuery("from DeclaredConflict where project in :projects", DeclaredConflict.class)
                .setParameter("projects", projects.stream().map(Submission::id).toList())
                .getResultStream()
                .map(DeclaredConflict::key)
                .collect(Collectors.toUnmodifiableSet());
        var known = experts.of(edition).stream()
                .collect(Collectors.toUnmodifiableMap(Expert::subject, Function.identity()));
        return new Conflicts(known, declared, editions.of(edition).review());
    }

    /** The one answer for a project that the caller does not judge. */
    static ProblemException absent(String edition, UUID project) {
        return RequestProblem.NOT_FOUND.because(
                "There is no project " + project + " for you to review in " + edition + ".");
    }

    /** Lets those who assign in an edition, or nominate in a category of it, take it in turn until the transaction ends. */
    void takeTurn(String what) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:what, 0))", Integer.class)
                .setParameter("what", what)
                .getSingleResult();
    }
}
