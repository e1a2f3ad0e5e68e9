package org.wsisforum.agenda.session;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a session stands. {@link #LIVE} and {@link #ENDED} are never stored: they follow from the Forum clock, so that nobody has
 * to press a button when a session begins.
 */
@Schema(
        description = "How a session stands; whether it is live or has ended follows from the time.",
        enumeration = {"draft", "scheduled", "live", "ended", "postponed", "cancelled"})
public enum SessionState {
    /** Only those who make it see it. */
    DRAFT,
    SCHEDULED,
    /** Scheduled, and under way. */
    LIVE,
    /** Scheduled, and over. */
    ENDED,
    /** Its time holds no more, and another is not known. */
    POSTPONED,
    /** It does not take place; it is still shown. */
    CANCELLED;

    /** How a session that stands so stands whatever the time is. */
    public SessionState stored() {
        return this == LIVE || this == ENDED ? SCHEDULED : this;
    }

    /** How a session stands at a time that is scheduled for these hours, or stands otherwise whatever the time is. */
    SessionState at(Instant now, Instant startsAt, Instant endsAt) {
        if (this != SCHEDULED || now.isBefore(startsAt)) {
            return this;
        }
        return now.isBefore(endsAt) ? LIVE : ENDED;
    }

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SessionState> of(String json) {
        return Stream.of(values()).filter(s -> s.json().equals(json)).findFirst();
    }
}
