package org.wsisforum.awards.review;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;

import org.wsisforum.awards.project.Submission;

/** That an expert judges a project, as long as nothing stands between them. */
@Entity
@Immutable
@IdClass(Assignment.Key.class)
class Assignment {

    /** Who judges what. */
    @Schema(name = "AssignmentKey", description = "Who judges what.")
    record Key(
            UUID project,

            @Schema(
                    description = "The subject of the expert's account.",
                    examples = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
            String expert) {}

    @Id
    private UUID project;

    @Id
    private String expert;

    private String edition;
    private int category;
    private boolean automatic;
    private Instant assignedAt;

    protected Assignment() {}

    Assignment(Submission project, String expert, boolean automatic, Instant now) {
        this.project = project.id();
        this.expert = expert;
        this.edition = project.edition();
        this.category = project.category();
        this.automatic = automatic;
        this.assignedAt = now;
    }

    Key key() {
        return new Key(project, expert);
    }

    UUID project() {
        return project;
    }

    String expert() {
        return expert;
    }

    String edition() {
        return edition;
    }

    int category() {
        return category;
    }

    boolean automatic() {
        return automatic;
    }

    Instant assignedAt() {
        return assignedAt;
    }
}
