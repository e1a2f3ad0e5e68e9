package org.wsisforum.agenda.person;

/**
 * Who organizes sessions. Sessions know people and not the other way round, so this is the place where the feature of sessions
 * says who may add people, to have them in a session.
 */
public interface Organizers {

    /** Whether the caller organizes sessions of the edition, or may be given one at any time. */
    boolean isOne(String edition);
}
