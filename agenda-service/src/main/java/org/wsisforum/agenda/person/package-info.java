/**
 * The people of the programme: who stands in it in some role, with name, office and biography. Everybody sees those who stand
 * in a session that everybody sees; of the others, and of the accounts behind people, only those who make the programme know.
 */
package org.wsisforum.agenda.person;
