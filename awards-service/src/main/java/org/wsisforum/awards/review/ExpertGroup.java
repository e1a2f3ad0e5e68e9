package org.wsisforum.awards.review;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.awards.project.Submissions;

/** What other features ask of the Expert Group. */
@ApplicationScoped
public class ExpertGroup {

    @Inject
    Assignments assignments;

    @Inject
    Submissions submissions;

    /**
     * Who may choose among these projects of a category at this moment: its experts between whom and each of them nothing
     * stands. To prefer another's project to one's own is no less partial than to prefer one's own.
     *
     * @return the subjects of their accounts
     */
    public Set<String> impartial(String edition, int category, Collection<UUID> projects) {
        var among = submissions.find(edition, projects);
        var conflicts = assignments.conflicts(edition, among);
        return conflicts.experts().values().stream()
                .filter(expert -> expert.judges(category))
                .map(Expert::subject)
                .filter(expert -> among.stream()
                        .allMatch(project -> conflicts.between(expert, project).isEmpty()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
