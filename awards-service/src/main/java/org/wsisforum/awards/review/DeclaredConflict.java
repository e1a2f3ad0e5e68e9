package org.wsisforum.awards.review;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;

/** What an expert has said to stand between the expert and a project. It is not taken back. */
@Entity
@Immutable
@IdClass(Assignment.Key.class)
class DeclaredConflict {

    @Id
    private UUID project;

    @Id
    private String expert;

    private String edition;
    private String reason;
    private Instant declaredAt;

    protected DeclaredConflict() {}

    DeclaredConflict(Assignment assignment, String reason, Instant now) {
        this.project = assignment.project();
        this.expert = assignment.expert();
        this.edition = assignment.edition();
        this.reason = reason;
        this.declaredAt = now;
    }

    Assignment.Key key() {
        return new Assignment.Key(project, expert);
    }

    String reason() {
        return reason;
    }
}
