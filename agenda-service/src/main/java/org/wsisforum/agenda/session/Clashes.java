package org.wsisforum.agenda.session;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/**
 * Where two sessions want the same room or the same person at the same time. Drafts count, so that a clash is seen before it is
 * published; what is postponed or cancelled is in nobody's way.
 */
@ApplicationScoped
class Clashes {

    private static final String AT_ONCE = " where s.edition = :edition and o.edition = :edition and s.id <> o.id"
            + " and s.state in (DRAFT, SCHEDULED) and o.state in (DRAFT, SCHEDULED)"
            + " and s.startsAt < o.endsAt and o.startsAt < s.endsAt";

    private static final String IN_ROOMS =
            "select s.room, s, o from Session s join Session o on o.room = s.room" + AT_ONCE;

    private static final String OF_PEOPLE = "select distinct a.person, s, o from Session s join s.people a,"
            + " Session o join o.people b" + AT_ONCE + " and b.person = a.person";

    /** Each pair once. */
    private static final String EACH_PAIR =
            " and (s.startsAt, s.id) < (o.startsAt, o.id) order by s.startsAt, s.id, o.id";

    private static final String OF_ONE = " and s.id = :session order by o.startsAt, o.id";

    @Inject
    EntityManager database;

    /** Two sessions that want the same at the same time. */
    record Pair(Clash.Over over, UUID wanted, Session first, Session second) {}

    /** What is in the way of one session. */
    List<Clash> of(String edition, UUID session) {
        return Stream.concat(
                        pairs(Clash.Over.ROOM, IN_ROOMS + OF_ONE, edition, session),
                        pairs(Clash.Over.PERSON, OF_PEOPLE + OF_ONE, edition, session))
                .map(pair -> Clash.with(pair.second(), pair.over(), pair.wanted()))
                .toList();
    }

    /** All clashes of an edition: over rooms, then over people, by the time of the session that begins first. */
    List<Pair> all(String edition) {
        return Stream.concat(
                        pairs(Clash.Over.ROOM, IN_ROOMS + EACH_PAIR, edition, null),
                        pairs(Clash.Over.PERSON, OF_PEOPLE + EACH_PAIR, edition, null))
                .toList();
    }

    private Stream<Pair> pairs(Clash.Over over, String query, String edition, UUID session) {
        TypedQuery<Object[]> found = database.createQuery(query, Object[].class).setParameter("edition", edition);
        if (session != null) {
            found.setParameter("session", session);
        }
        return found.getResultList().stream()
                .map(row -> new Pair(over, (UUID) row[0], (Session) row[1], (Session) row[2]));
    }
}
