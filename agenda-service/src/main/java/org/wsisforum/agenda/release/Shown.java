package org.wsisforum.agenda.release;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.wsisforum.kit.changes.Change;

/**
 * A kind of thing that releases show: sessions, rooms, people.
 *
 * @param <B> what is shown of one; nothing that is not for everybody. Each form that was ever released must stay readable
 */
public interface Shown<B extends Record> {

    /** The kind, as addresses name it: {@code sessions}. */
    String kind();

    /** What is shown of one. */
    Class<B> body();

    /**
     * What everybody would see if the draft were released now. Nobody else changes it until the running transaction ends.
     * Sessions are asked before the rooms and people in them, the order in which those who change sessions lock.
     */
    Map<UUID, B> toShow(String edition);

    /**
     * Whether everybody is still shown the same, since what differs comes to be seen at a later time, without a release. It is
     * released then, and is no difference: nobody is to learn that there is something to see.
     */
    default boolean isKeptBack(B before, B after) {
        return false;
    }

    /**
     * How a difference between two releases is told to everybody.
     *
     * @param before null for a thing that the release before did not show
     * @param after null for one that is shown no more; never equal to {@code before}
     */
    Change told(String edition, UUID id, B before, B after);

    /** The release that is being made shows these, and the one before did not: here is told what they bring with them. */
    default void entered(String edition, Set<UUID> ids) {}
}
