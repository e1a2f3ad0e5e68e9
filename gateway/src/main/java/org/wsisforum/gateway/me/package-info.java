/**
 * {@code GET /me}: one person, as the three services know it.
 *
 * <p>Each service is asked by the caller's own token, all at once, and none for longer than a few seconds; so everybody gets what
 * the services would give by themselves, and nothing is kept. What cannot be given is named with the reason, and the rest is given.
 * What a service says is not there is null.
 */
package org.wsisforum.gateway.me;
