package org.wsisforum.agenda.session;

import java.util.ArrayList;
import java.util.List;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.reference.Goal;

/**
 * What something serves: a session, an outcome, a contribution.
 *
 * @param actionLines Action Lines in any usual spelling
 * @param goals numbers of the goals
 */
public record Served(List<String> actionLines, List<Integer> goals) {

    public Served {
        actionLines = actionLines == null ? List.of() : actionLines;
        goals = goals == null ? List.of() : goals;
    }

    /** Names of what there is not, at the places that they have in a body. */
    public List<FieldError> faults() {
        var faults = new ArrayList<FieldError>();
        for (var i = 0; i < actionLines.size(); i++) {
            if (ActionLine.of(actionLines.get(i)).isEmpty()) {
                faults.add(FieldError.at(
                        "/actionLines/" + i, "unknown", "There is no Action Line \"" + actionLines.get(i) + "\"."));
            }
        }
        for (var i = 0; i < goals.size(); i++) {
            if (Goal.of(goals.get(i)).isEmpty()) {
                faults.add(FieldError.at("/goals/" + i, "unknown", "There is no goal " + goals.get(i) + "."));
            }
        }
        return faults;
    }

    /** The same in the one spelling in which codes are stored, each once; only for one without faults. */
    public Served normalised() {
        return new Served(
                actionLines.stream()
                        .map(line -> ActionLine.of(line).orElseThrow().code())
                        .distinct()
                        .toList(),
                goals.stream().distinct().sorted().toList());
    }
}
