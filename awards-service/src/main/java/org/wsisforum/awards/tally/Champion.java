package org.wsisforum.awards.tally;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** A nominee that the public's votes have made a champion. */
@Entity
@IdClass(Champion.Key.class)
class Champion {

    /** Who is a champion of what. */
    record Key(String edition, int category, UUID project) {}

    @Id
    private String edition;

    @Id
    private int category;

    @Id
    private UUID project;

    private long votes;

    protected Champion() {}

    Champion(String edition, int category, UUID project, long votes) {
        this.edition = edition;
        this.category = category;
        this.project = project;
        this.votes = votes;
    }

    int category() {
        return category;
    }

    UUID project() {
        return project;
    }

    /** The votes that counted for it. */
    long votes() {
        return votes;
    }
}
