/**
 * The agenda of a person: the sessions that somebody means to go to, which of them are at the same time, what has become of them
 * since, and a calendar of them at a secret address.
 *
 * <p>Everything here belongs to one person, whom the rows know by the subject of the account alone; nobody else reads it,
 * whatever the role. What the programme says of the sessions is that of the newest release.
 */
package org.wsisforum.agenda.personal;
