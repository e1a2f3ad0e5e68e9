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

    Champion(Key key, long votes) {
        this.edition = key.edition();
        this.category = key.category();
        this.project = key.project();
        this.votes = votes;
    }

    /** Another tally has found that it is one, too. */
    void recount(long votes) {
        this.votes = votes;
    }

    Key key() {
        return new Key(edition, category, project);
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
