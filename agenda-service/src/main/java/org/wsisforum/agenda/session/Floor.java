package org.wsisforum.agenda.session;

import java.time.Instant;
import java.util.UUID;

/**
 * What those who give out slots must know of a session.
 *
 * @param session the session
 * @param startsAt its beginning
 * @param endsAt its end
 * @param takesStatements whether speakers of delegations are given slots in it
 * @param postponed whether its time holds no more: it says where in the session speakers stand, and not when their turn is
 */
public record Floor(UUID session, Instant startsAt, Instant endsAt, boolean takesStatements, boolean postponed) {}
