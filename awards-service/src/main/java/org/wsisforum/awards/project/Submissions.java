package org.wsisforum.awards.project;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The projects that take part: what other features see of projects. Those that were withdrawn are not among them. */
@ApplicationScoped
public class Submissions {

    @Inject
    Projects projects;

    /** One of them. */
    public Optional<Submission> find(String edition, UUID id) {
        return projects.find("id = ?1 and edition = ?2 and state = ?3", id, edition, ProjectState.SUBMITTED)
                .singleResultOptional()
                .map(Submission::of);
    }

    /** Those of these ids, in one query and no particular order. */
    public List<Submission> find(String edition, Collection<UUID> ids) {
        return projects.find("id in ?1 and edition = ?2 and state = ?3", ids, edition, ProjectState.SUBMITTED).stream()
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
                .stream()
                .map(Submission::of)
                .toList();
    }
}
