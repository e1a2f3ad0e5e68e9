package org.wsisforum.kit.reference;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A link between an Action Line and a goal in the WSIS–SDG Matrix.
 *
 * @param actionLine the code of the Action Line
 * @param goal the number of the goal
 * @param targets the targets of the goal that the matrix names; empty where only the goal is known
 * @param confirmed whether the published matrix was seen to hold the cell
 */
@Schema(description = "A link between an Action Line and a goal in the WSIS–SDG Matrix.")
public record MatrixCell(
        @Schema(description = "The code of the Action Line.", examples = "C2")
        String actionLine,

        @Schema(description = "The number of the goal.", examples = "9")
        int goal,

        @Schema(description = "The targets of the goal.", examples = "[\"9.1\", \"9.c\"]")
        List<String> targets,

        @Schema(description = "Whether the published matrix was seen to hold the cell.")
        boolean confirmed) {

    public MatrixCell {
        targets = List.copyOf(targets);
    }

    static ReferenceList<MatrixCell> all() {
        return All.LIST;
    }

    private static final class All {
        static final ReferenceList<MatrixCell> LIST = ReferenceList.read("matrix.json", MatrixCell.class);
    }
}
