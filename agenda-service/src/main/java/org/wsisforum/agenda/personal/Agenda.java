package org.wsisforum.agenda.personal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.wsisforum.agenda.session.SessionState;
import org.wsisforum.agenda.session.SessionView;

/**
 * The bookmarks of one person, with what the programme says of the sessions now.
 *
 * @param bookmarks all of them
 * @param sessions the sessions by id, but for those that have left the programme
 */
record Agenda(List<Bookmark> bookmarks, Map<UUID, SessionView> sessions) {

    static Agenda of(List<Bookmark> bookmarks, List<SessionView> sessions) {
        return new Agenda(bookmarks, sessions.stream().collect(Collectors.toMap(SessionView::id, Function.identity())));
    }

    /** In the order in which the sessions begin; one that is gone where it was. */
    List<BookmarkView> inOrder() {
        return bookmarks.stream()
                .map(this::view)
                .sorted(Comparator.comparing(BookmarkView::place))
                .toList();
    }

    private BookmarkView view(Bookmark bookmark) {
        var session = sessions.get(bookmark.session());
        return BookmarkView.of(bookmark, session, session == null ? List.of() : clashesOf(session));
    }

    private List<UUID> clashesOf(SessionView session) {
        return !takesPlace(session)
                ? List.of()
                : sessions.values().stream()
                        .filter(other -> !other.id().equals(session.id())
                                && takesPlace(other)
                                && other.startsAt().isBefore(session.endsAt())
                                && session.startsAt().isBefore(other.endsAt()))
                        .sorted(Comparator.comparing(SessionView::startsAt).thenComparing(SessionView::id))
                        .map(SessionView::id)
                        .toList();
    }

    private static boolean takesPlace(SessionView session) {
        return session.state().stored() == SessionState.SCHEDULED;
    }
}
