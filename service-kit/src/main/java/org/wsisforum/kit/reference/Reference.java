package org.wsisforum.kit.reference;

/** The code lists. Each is read once, when it is first asked for. */
public final class Reference {

    private Reference() {}

    /** The 18 columns of Action Lines, in the order of the prize categories. */
    public static ReferenceList<ActionLine> actionLines() {
        return ActionLine.all();
    }

    /** The 17 Sustainable Development Goals. */
    public static ReferenceList<Goal> goals() {
        return Goal.all();
    }

    /** The links between Action Lines and goals, by line and goal. */
    public static ReferenceList<MatrixCell> matrix() {
        return MatrixCell.all();
    }

    /** Whether the matrix links these two. It is guidance: remark on a link outside it, do not refuse it. */
    public static boolean isOnMatrix(ActionLine line, Goal goal) {
        return MatrixCell.all().items().stream()
                .anyMatch(cell -> cell.actionLine().equals(line.code()) && cell.goal() == goal.number());
    }

    /** The kinds of stakeholder. */
    public static ReferenceList<StakeholderType> stakeholderTypes() {
        return StakeholderType.all();
    }

    /** The kinds of session. */
    public static ReferenceList<SessionType> sessionTypes() {
        return SessionType.all();
    }

    /** The six regions of ITU. */
    public static ReferenceList<Region> regions() {
        return Region.all();
    }

    /** The Member States of ITU and the State of Palestine, by code; for readers see {@link Country#inOrderOf}. */
    public static ReferenceList<Country> countries() {
        return Country.all();
    }
}
