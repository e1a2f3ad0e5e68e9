package org.wsisforum.awards.review;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

/** Something said of a project among those who judge it. */
@Entity
@Immutable
class DiscussionComment {

    /** The voice of the awards manager; those of experts count from 1, in the order in which they first spoke. */
    static final int MANAGER = 0;

    @Id
    private UUID id;

    private String edition;
    private UUID project;
    private String author;
    private int voice;
    private String words;
    private Instant writtenAt;

    protected DiscussionComment() {}

    DiscussionComment(String edition, UUID project, String author, int voice, String words, Instant now) {
        this.id = UUID.randomUUID();
        this.edition = edition;
        this.project = project;
        this.author = author;
        this.voice = voice;
        this.words = words;
        this.writtenAt = now;
    }

    /** By what name experts know whoever said it: "Expert A", and so on through the alphabet and beyond. */
    String pseudonym() {
        if (voice == MANAGER) {
            return "Awards manager";
        }
        var letters = new StringBuilder();
        for (var left = voice; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return "Expert " + letters;
    }

    UUID id() {
        return id;
    }

    String author() {
        return author;
    }

    String words() {
        return words;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
