package org.wsisforum.agenda.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who speaks in sessions. Statements know sessions and not the other way round, so this is the place where the feature of
 * statements tells the programme what it must show and may not break.
 */
public interface Speakers {

    /**
     * The speakers who were given a slot in one of these sessions, each session's in the order in which they speak. Asks the
     * database once.
     */
    Map<UUID, List<Speaker>> in(Collection<UUID> sessions);

    /**
     * Takes the speakers along with a session that is given another time, or none for now, or refuses the change if one of
     * them would lose the slot by it.
     */
    void follow(String edition, Floor before, Floor after);

    /** Everybody sees these sessions from now on, and who speaks in them. */
    void shown(String edition, Set<UUID> sessions);
}
