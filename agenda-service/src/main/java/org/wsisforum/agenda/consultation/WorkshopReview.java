package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one reviewer would do with a request. */
@Entity
@IdClass(WorkshopReview.Key.class)
class WorkshopReview {

    /** A reviewer says one thing of a request. */
    record Key(UUID request, String reviewer) {}

    /** What a reviewer would do. */
    @Schema(
            name = "WorkshopRecommendation",
            description = "What a reviewer would do.",
            enumeration = {"accept", "reject", "waitlist", "change"})
    public enum Recommendation {
        ACCEPT,
        REJECT,
        WAITLIST,
        /** Have it changed. */
        CHANGE;

        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Recommendation of(String json) {
            return valueOf(json.toUpperCase(Locale.ROOT));
        }
    }

    @Id
    private UUID request;

    @Id
    private String reviewer;

    @Enumerated(EnumType.STRING)
    private Recommendation recommendation;

    private String comment;
    private Instant reviewedAt;

    protected WorkshopReview() {}

    WorkshopReview(UUID request, String reviewer) {
        this.request = request;
        this.reviewer = reviewer;
    }

    void say(Recommendation recommendation, String comment, Instant now) {
        this.recommendation = recommendation;
        this.comment = comment;
        this.reviewedAt = now;
    }

    UUID request() {
        return request;
    }

    String reviewer() {
        return reviewer;
    }

    Recommendation recommendation() {
        return recommendation;
    }

    String comment() {
        return comment;
    }

    Instant reviewedAt() {
        return reviewedAt;
    }
}
