package org.wsisforum.awards.review;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An assignment as the awards manager sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Assignment", description = "That an expert judges a project.")
record AssignmentView(
        UUID project,

        @Schema(description = "The category of the project.", examples = "10")
        int category,

        @Schema(description = "What the project is called; absent when it was withdrawn.")
        String title,

        @Schema(description = "The subject of the expert's account.", examples = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
        String expert,

        @Schema(description = "Whether it was made by the automatic assignment.", examples = "true")
        boolean automatic,

        @Schema(description = "When it was made.") Instant assignedAt,

        @Schema(description = "Whether the expert has scored the project.", examples = "false")
        boolean scored,

        @Schema(description = "What stands between the two by now; the expert's score does not count then.")
        Set<ConflictKind> conflicts,

        @Schema(description = "The reason that the expert has declared.")
        String reason,

        @Schema(description = "Whether somebody else is to judge the project instead.", examples = "false")
        boolean toBeReplaced) {}
