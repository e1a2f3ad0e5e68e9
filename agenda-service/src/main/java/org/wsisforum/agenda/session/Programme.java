package org.wsisforum.agenda.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.release.ReleaseView;
import org.wsisforum.kit.changes.ChangeCursor;

/** One version of the programme, with those who have slots in it now: a release, or the draft. */
public final class Programme {

    private final Edition edition;
    private final ReleaseView release;
    private final ReleaseView sameSince;
    private final List<ProgrammeSession> sessions;
    private final Supplier<Map<UUID, List<Speaker>>> speakers;
    private final ChangeCursor at;

    Programme(
            Edition edition,
            ReleaseView release,
            ReleaseView sameSince,
            List<ProgrammeSession> sessions,
            Supplier<Map<UUID, List<Speaker>>> speakers,
            ChangeCursor at) {
        this.edition = edition;
        this.release = release;
        this.sameSince = sameSince;
        this.sessions = sessions;
        this.speakers = speakers;
        this.at = at;
    }

    /**
     * A session of a release as everybody sees it, and since when it stands so.
     *
     * @param sequence how often it had changed between releases by then, from 0
     * @param changedAt when the release came out with which it came to stand so
     */
    public record Entry(SessionView session, int sequence, Instant changedAt) {}

    /** Of which edition it is. */
    public Edition edition() {
        return edition;
    }

    /** Which release it is; null for the draft. */
    public ReleaseView release() {
        return release;
    }

    /** With which release it came to show what it does; null for the draft. */
    public ReleaseView sameSince() {
        return sameSince;
    }

    /** Where speakers are given slots, in the order of the programme. */
    public List<Floor> floors() {
        return sessions.stream()
                .filter(session -> session.content().said().statements()
                        && session.content().state() != SessionState.CANCELLED)
                .map(session -> new Floor(
                        session.id(),
                        session.content().said().startsAt(),
                        session.content().said().endsAt(),
                        true,
                        session.content().state() == SessionState.POSTPONED))
                .toList();
    }

    /** The sessions that it shows. */
    public Set<UUID> shown() {
        return sessions.stream().map(ProgrammeSession::id).collect(Collectors.toSet());
    }

    /** The sessions as everybody sees them at this time, in the order in which they begin. */
    public List<Entry> entries(Instant now) {
        var beside = beside(now);
        return sessions.stream()
                .map(session ->
                        new Entry(SessionView.of(session, beside, null), session.sequence(), session.changedAt()))
                .toList();
    }

    /** Only the sessions that are wanted at this time; refuses a filter that names what there is not. */
    public Programme only(SessionFilter filter, Instant now) {
        var wanted = sessions.stream().filter(filter.wanted(edition, now)).toList();
        return new Programme(edition, release, sameSince, wanted, speakers, at);
    }

    /** The same, with where the feed goes on from it. */
    Programme from(ChangeCursor cursor) {
        return new Programme(edition, release, sameSince, sessions, speakers, cursor);
    }

    boolean isDraft() {
        return release == null;
    }

    List<ProgrammeSession> sessions() {
        return sessions;
    }

    SessionView.Beside beside(Instant now) {
        return new SessionView.Beside(edition, now, speakers.get());
    }

    /** Where the feed goes on from it; null for a release that was named, which nothing happens to. */
    ChangeCursor at() {
        return at;
    }
}
