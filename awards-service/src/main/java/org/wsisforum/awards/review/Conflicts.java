package org.wsisforum.awards.review;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.wsisforum.awards.edition.Rules;
import org.wsisforum.awards.project.Submission;

/**
 * What stands between experts and projects at this moment.
 *
 * @param experts the experts of the edition by subject
 * @param declared what experts have said themselves
 * @param rules what the edition holds for a conflict
 */
record Conflicts(Map<String, Expert> experts, Set<Assignment.Key> declared, Rules.Review rules) {

    /** All reasons why this expert may not judge the project; none if the expert may. */
    Set<ConflictKind> between(String expert, Submission project) {
        var known = experts.get(expert);
        var found = known == null
                ? EnumSet.noneOf(ConflictKind.class)
                : EnumSet.copyOf(known.conflictsWith(project, rules));
        if (declared.contains(new Assignment.Key(project.id(), expert))) {
            found.add(ConflictKind.DECLARED);
        }
        return found;
    }
}
