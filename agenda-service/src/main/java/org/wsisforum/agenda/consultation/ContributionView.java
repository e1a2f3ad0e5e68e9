package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.text.Text;

/** A contribution as a caller sees it: as everybody does, or all of it. Who made it is not shown to anybody. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Contribution", description = "A contribution to the open consultation.")
public record ContributionView(
        @Schema(description = "Stable id.", examples = "0190b0a2-5c7a-7000-8000-000000000301")
        UUID id,

        @JsonIgnore long version,

        @Schema(description = "The code of its kind.", examples = "views-on-themes")
        String form,

        Stakeholder from,

        @Schema(description = "Codes of what it is about.", examples = "[\"interactive-formats\"]")
        List<String> topics,

        @Schema(description = "The Action Lines it is about.", examples = "[\"C2\"]")
        List<String> actionLines,

        @Schema(description = "The goals it is about.", examples = "[9]")
        List<Integer> goals,

        @Schema(description = "In a few words.") Text title,

        @Schema(description = "All of it, as plain text: whoever shows it must not take anything in it for markup.")
        Text text,

        @Schema(description = "What belongs to it.", examples = "[\"https://villages.example/paper.pdf\"]")
        List<String> links,

        @Schema(
                description = "Whether its author agrees that everybody reads it; for the author and reviewers.",
                examples = "true")
        Boolean publish,

        @Schema(
                description = "Whether reviewers leave it on the public list; for the author and reviewers.",
                examples = "true")
        Boolean listed,

        @Schema(description = "When it was made, in UTC.", examples = "2021-02-15T09:00:00Z")
        Instant contributedAt)
        implements Versioned {

    /** As everybody sees it. */
    static ContributionView published(Contribution contribution) {
        return of(contribution, null, null);
    }

    /** All of it. */
    static ContributionView whole(Contribution contribution) {
        return of(contribution, contribution.said().publish(), contribution.isListed());
    }

    private static ContributionView of(Contribution contribution, Boolean publish, Boolean listed) {
        var said = contribution.said();
        return new ContributionView(
                contribution.id(),
                contribution.version(),
                said.form(),
                said.from().counted(),
                said.topics(),
                said.actionLines(),
                said.goals(),
                said.title(),
                said.text(),
                said.links(),
                publish,
                listed,
                contribution.contributedAt());
    }
}
