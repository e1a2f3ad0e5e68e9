package org.wsisforum.awards.project;

import java.util.List;
import java.util.UUID;

/**
 * A project that takes part, as the Expert Group needs it.
 *
 * @param writers opaque subjects of its owner and co-owners
 * @param entityKey what makes two names of an entity the same
 * @param form what was handed in, without whom to ask
 */
public record Submission(
        UUID id, String edition, int category, List<String> writers, String entityKey, ProjectInput form) {

    static Submission of(Project project) {
        return new Submission(
                project.id(),
                project.edition(),
                project.category(),
                project.writers(),
                project.entityKey(),
                project.form().withoutContact());
    }
}
