package org.wsisforum.awards.project;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.jpa.HibernateHints;

/** The projects that take part: what other features see of projects. Those that were withdrawn are not among them. */
@ApplicationScoped
public class Submissions {

    @Inject
    Projects projects;

    /** One of them. */
    public Optional<Submission> find(String edition, UUID id) {
        return projects.find("id = ?1 and edition = ?2 and state = ?3", id, edition, ProjectState.SUBMITTED)
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .singleResultOptional()
                .map(Submission::of);
    }

    /** Those of these ids, in one query and no particular order. */
    public List<Submission> find(String edition, Collection<UUID> ids) {
        return projects
                .find("id in ?1 and edition = ?2 and state = ?3", ids, edition, ProjectState.SUBMITTED)
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .stream()
                .map(Submission::of)
                .toList();
    }

    /** All of a category, by id. */
    public List<Submission> of(String edition, int category) {
        return projects
                .find(
                        "edition = ?1 and category = ?2 and state = ?3 order by id",
                        edition,
                        category,
                        ProjectState.SUBMITTED)
                // Whoever reads many and records many changes must not have all compared at each of them.
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .stream()
                .map(Submission::of)
                .toList();
    }

    /** Which of these ids are of projects that take part; reads nothing else of them. */
    public Set<UUID> among(String edition, Collection<UUID> ids) {
        return Set.copyOf(projects.getEntityManager()
                .createQuery(
                        "select id from Project where id in :ids and edition = :edition and state = :state", UUID.class)
                .setParameter("ids", ids)
                .setParameter("edition", edition)
                .setParameter("state", ProjectState.SUBMITTED)
                .getResultList());
    }

    /** What makes two names of an entity the same, as in {@link Submission#entityKey}. */
    public static String entityKey(String name) {
        return Likeness.key(name);
    }
}
