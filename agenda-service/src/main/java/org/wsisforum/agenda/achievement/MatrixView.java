package org.wsisforum.agenda.achievement;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.session.SessionView;
import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.reference.Goal;
import org.wsisforum.kit.reference.Reference;
import org.wsisforum.kit.text.Text;

/** The WSIS–SDG Matrix with the sessions of an edition counted in it. */
@Schema(name = "AchievementMatrix", description = "The WSIS–SDG Matrix with the sessions of an edition counted in it.")
public record MatrixView(
        @Schema(description = "The edition.", examples = "2021")
        String edition,

        @Schema(description = "The Action Lines, in the order of the columns.", examples = "[\"C1\", \"C2\"]")
        List<String> columns,

        @Schema(description = "The goals.") List<Row> rows,

        @Schema(
                description =
                        "The sessions that take place. Those that serve several lines or goals stand in several cells, so cells"
                                + " do not add up to it.",
                examples = "250")
        int sessions) {

    /** A goal. */
    @Schema(name = "AchievementMatrixRow", description = "A goal, with a cell for each Action Line.")
    public record Row(
            @Schema(description = "The number of the goal.", examples = "9")
            int goal,

            @Schema(description = "The name of the goal.") Text name,

            @Schema(description = "The cells, in the order of the columns.")
            List<Cell> cells) {}

    /** Where an Action Line and a goal meet. */
    @Schema(name = "AchievementMatrixCell", description = "Where an Action Line and a goal meet.")
    public record Cell(
            @Schema(description = "The code of the Action Line.", examples = "C2")
            String actionLine,

            @Schema(description = "How many sessions serve both.", examples = "12")
            long sessions,

            @Schema(
                    description =
                            "Whether the WSIS–SDG Matrix links the two; it is guidance, and sessions link others as well.",
                    examples = "true")
            boolean linked) {}

    static MatrixView of(String edition, List<SessionView> sessions) {
        var lines = Reference.actionLines().items();
        return new MatrixView(
                edition,
                lines.stream().map(ActionLine::code).toList(),
                Reference.goals().items().stream()
                        .map(goal -> new Row(
                                goal.number(),
                                goal.name(),
                                lines.stream()
                                        .map(line -> cell(line, goal, sessions))
                                        .toList()))
                        .toList(),
                sessions.size());
    }

    private static Cell cell(ActionLine line, Goal goal, List<SessionView> sessions) {
        return new Cell(
                line.code(),
                sessions.stream()
                        .filter(session -> session.actionLines().contains(line.code())
                                && session.goals().contains(goal.number()))
                        .count(),
                Reference.isOnMatrix(line, goal));
    }
}
