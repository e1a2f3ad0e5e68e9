package org.wsisforum.awards.review;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/**
 * What happens in the Expert Group's part. The awards manager alone reads of it, since a change tells who acted; what becomes
 * public names a category and nothing else.
 */
enum ReviewChange implements ChangeType {
    EXPERT_ADDED("expert.added", "experts/{code}", "Somebody joined the Expert Group."),
    EXPERT_CHANGED(
            "expert.changed",
            "experts/{code}",
            "What is known of an expert was changed.",
            "categories",
            "country",
            "entity",
            "collaborators"),
    EXPERT_DELETED("expert.deleted", "experts/{code}", "Somebody left the Expert Group."),
    ASSIGNED("assignment.made", "assignments/{id}/{code}", "An expert was assigned to a project."),
    UNASSIGNED("assignment.deleted", "assignments/{id}/{code}", "An expert no longer judges a project."),
    CONFLICT_DECLARED("assignment.conflict-declared", "assignments/{id}/{code}", "An expert declared a conflict."),
    SCREENED(
            "screening.recorded",
            "screenings/{id}",
            "A project was found eligible or not, or found so anew.",
            "eligible",
            "reasons",
            "explanation"),
    SCORED(
            "review.scored",
            "reviews/{id}/{code}",
            "An expert scored a project, or scored it anew.",
            "scores",
            "remark"),
    COMMENTED("discussion.commented", "reviews/{id}", "Somebody commented on a project among those who judge it."),
    NOMINATED("nomination.made", "results/{code}", "The nominees of a category were chosen."),
    TAKEN_OUT("nomination.taken-out", "results/{code}", "A nominee was taken out."),
    PUBLISHED("nominees.published", "nominees/{code}", "The nominees of a category are public."),
    REVISED("nominees.changed", "nominees/{code}", "Among the public nominees of a category one was replaced.");

    private final String what;
    private final String subject;
    private final String meaning;
    private final Set<String> fields;

    ReviewChange(String what, String subject, String meaning, String... fields) {
        this.what = what;
        this.subject = subject;
        this.meaning = meaning;
        this.fields = Set.of(fields);
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
        return fields;
    }

    @Override
    public Set<Audience> audiences() {
        return Set.of(subject.startsWith("nominees/") ? Audience.PUBLIC : Audience.role(Role.AWARDS_MANAGER));
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
