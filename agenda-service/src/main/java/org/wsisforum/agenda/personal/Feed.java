package org.wsisforum.agenda.personal;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.wsisforum.kit.access.LinkKey;

/** The secret address at which the calendar program of a person reads the agenda. */
@Entity
@Table(name = "agenda_feed")
@IdClass(Feed.Key.class)
class Feed {

    /** To the hour is enough to tell whether somebody uses it; calendar programs ask all the time. */
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    /** Whose, and of which edition. */
    record Key(String subject, String edition) {}

    @Id
    private String subject;

    @Id
    private String edition;

    private String keyHash;
    private Instant madeAt;
    private Instant readAt;

    protected Feed() {}

    Feed(String subject, String edition) {
        this.subject = subject;
        this.edition = edition;
    }

    /** The key opens it from now on, and no other. */
    void openWith(LinkKey key, Instant now) {
        keyHash = key.hash();
        madeAt = now;
        readAt = null;
    }

    boolean isToBeNoted(Instant read) {
        return readAt == null || read.isAfter(readAt.plus(NOTED_EVERY));
    }

    String subject() {
        return subject;
    }

    Instant madeAt() {
        return madeAt;
    }

    Instant readAt() {
        return readAt;
    }
}
