package org.wsisforum.awards.project;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/**
 * What happens to projects. Their owners and the awards manager read of that; everybody reads of what becomes of the entry in
 * the public Stocktaking, which has the project's id.
 */
enum ProjectChange implements ChangeType {
    CREATED("project.created", "projects/{id}", "A project was begun."),
    CHANGED("project.changed", "projects/{id}", "What is said of a project was changed."),
    PICTURED("project.pictured", "projects/{id}", "A picture of a project was added or removed."),
    SUBMITTED("project.submitted", "projects/{id}", "A project takes part."),
    WITHDRAWN("project.withdrawn", "projects/{id}", "A project no longer takes part."),
    DELETED("project.deleted", "projects/{id}", "A draft was thrown away."),
    ENTERED("stocktaking.entered", "stocktaking/{id}", "A project was submitted and stands in the Stocktaking."),
    REVISED("stocktaking.revised", "stocktaking/{id}", "What the Stocktaking says of a project was changed."),
    REMOVED("stocktaking.removed", "stocktaking/{id}", "A project was withdrawn and left the Stocktaking.");

    private static final Set<String> FIELDS = Stream.concat(
                    Stream.of(ProjectInput.class.getRecordComponents()).map(RecordComponent::getName),
                    Stream.of("coOwners", "pictures"))
            .collect(Collectors.toUnmodifiableSet());

    private final String what;
    private final String subject;
    private final String meaning;

    ProjectChange(String what, String subject, String meaning) {
        this.what = what;
        this.subject = subject;
        this.meaning = meaning;
    }

    /** Whether everybody may read of it. */
    boolean isPublic() {
        return subject.startsWith("stocktaking/");
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public Set<String> fields() {
        return FIELDS;
    }

    @Override
    public Set<Audience> audiences() {
        return Set.of(isPublic() ? Audience.PUBLIC : Audience.role(Role.AWARDS_MANAGER));
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
