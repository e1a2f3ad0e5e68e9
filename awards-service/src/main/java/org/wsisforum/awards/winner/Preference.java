package org.wsisforum.awards.winner;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;

/** Which champion of a category an expert prefers. */
@Entity
@Immutable
@IdClass(Preference.Key.class)
class Preference {

    /** Whose preference in what. */
    record Key(String edition, int category, String expert) {}

    @Id
    private String edition;

    @Id
    private int category;

    @Id
    private String expert;

    private UUID project;
    private String reason;
    private Instant statedAt;

    protected Preference() {}

    String expert() {
        return expert;
    }

    UUID project() {
        return project;
    }

    String reason() {
        return reason;
    }

    Instant statedAt() {
        return statedAt;
    }
}
