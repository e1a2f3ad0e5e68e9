package org.wsisforum.agenda.session;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.release.ReleaseResource;
import org.wsisforum.agenda.release.Releases;
import org.wsisforum.agenda.release.Version;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.Remembered;
import org.wsisforum.kit.time.ForumClock;

/** Versions of the programme: the newest release from memory, older ones and the draft. */
@ApplicationScoped
public class Programmes {

    private final Map<String, Remembered<Programme>> newest = new ConcurrentHashMap<>();

    @Inject
    Releases releases;

    @Inject
    ShownSessions shown;

    @Inject
    Sessions sessions;

    @Inject
    SessionAccess access;

    @Inject
    Speakers speakers;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    /** The sessions of a release in the order in which they begin. */
    private record InOrder(List<ProgrammeSession> sessions) {}

    /**
     * A release, with those who have slots in it now.
     *
     * @param named its number; null for the newest
     */
    public Programme released(Edition edition, String named) {
        if (named == null) {
            var moment = newest.computeIfAbsent(edition.code(), code -> changes.remembered(code, () -> newest(edition)))
                    .get();
            return moment.value().from(moment.at());
        }
        var version = releases.require(edition.code(), named).version();
        var sessions = asReadNow(inOrder(version), released(edition, null));
        return new Programme(
                edition, version.release(), version.sameSince(), sessions, () -> speakersOf(sessions), null);
    }

    /**
     * A version of the programme.
     *
     * @param named the number of a release, null for the newest, or {@code draft}: of it the caller sees what the caller makes
     */
    Programme require(Edition edition, String named) {
        return ReleaseResource.DRAFT.equals(named) ? draft(edition) : released(edition, named);
    }

    private Programme draft(Edition edition) {
        access.requireToMake(edition.code());
        var rows =
                sessions.inOrder(edition.code()).stream().filter(access::makes).toList();
        var standing = shown.ofDraft(rows);
        return new Programme(edition, null, null, standing, () -> speakersOf(standing), null);
    }

    private Programme newest(Edition edition) {
        var version = releases.newest(edition.code());
        var sessions = inOrder(version);
        var speaking = speakersOf(sessions);
        return new Programme(edition, version.release(), version.sameSince(), sessions, () -> speaking, null);
    }

    private List<ProgrammeSession> inOrder(Version version) {
        return version.derived(
                        InOrder.class,
                        of -> new InOrder(of.of(shown).stream()
                                .map(ProgrammeSession::of)
                                .sorted(Comparator.comparing(ProgrammeSession::place))
                                .toList()))
                .sessions();
    }

    /** By an older release a session may be over that has been moved to a later time: what came of it is not read before that. */
    private List<ProgrammeSession> asReadNow(List<ProgrammeSession> stood, Programme newest) {
        var now = clock.instant();
        var over = newest.sessions().stream()
                .filter(session -> session.content().isOver(now))
                .map(ProgrammeSession::id)
                .collect(Collectors.toSet());
        return stood.stream()
                .map(session -> over.contains(session.id()) ? session : session.withoutOutcome())
                .toList();
    }

    private Map<UUID, List<Speaker>> speakersOf(List<ProgrammeSession> all) {
        return speakers.in(all.stream()
                .filter(session -> session.content().said().statements())
                .map(ProgrammeSession::id)
                .toList());
    }
}
