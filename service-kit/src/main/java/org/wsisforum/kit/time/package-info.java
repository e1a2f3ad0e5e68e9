/**
 * Business time, apart from technical time.
 *
 * <p>Rules of the Forum (deadlines, embargoes, what is on now) ask {@link org.wsisforum.kit.time.ForumClock}; tokens, caches,
 * retries and retention ask the system. In production both are the same and nothing can make them differ; on the local stack
 * and in tests the Forum clock can be moved, so that a whole year of the Forum can be walked through in an afternoon.
 */
package org.wsisforum.kit.time;
