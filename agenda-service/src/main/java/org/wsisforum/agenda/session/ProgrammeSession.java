package org.wsisforum.agenda.session;

import java.time.Instant;
import java.util.UUID;

import org.wsisforum.agenda.release.Released;
import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.text.Text;

/**
 * A session of a version of the programme, which may be the draft.
 *
 * @param id the session
 * @param version the row's version; {@link Versioned#NONE} where a release stands, which cannot be edited
 * @param sequence how often it had changed between releases; 0 in the draft
 * @param changedAt when it came to stand so in a release; null in the draft
 * @param content the session
 */
record ProgrammeSession(UUID id, long version, int sequence, Instant changedAt, SessionContent content) {

    static ProgrammeSession of(Released<SessionContent> released) {
        return new ProgrammeSession(
                released.id(), Versioned.NONE, released.sequence(), released.changedAt(), released.body());
    }

    /** How the session stands at this time. */
    SessionState state(Instant now) {
        return content.state(now);
    }

    /** What came of it as everybody reads it, which is nothing before it is over; may be null then too. */
    Text outcome(Instant now) {
        return content.isOver(now) ? content.said().outcome() : null;
    }

    /** The same as long as nobody reads what came of it. */
    ProgrammeSession withoutOutcome() {
        return new ProgrammeSession(id, version, sequence, changedAt, content.withoutOutcome());
    }

    /** Its place in the programme, as texts of one length that are in the order of the programme. */
    String place() {
        return content.said().startsAt() + " " + id;
    }
}
