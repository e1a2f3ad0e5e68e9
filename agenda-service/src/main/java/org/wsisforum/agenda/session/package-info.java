/**
 * The programme: sessions, read by everybody and made by programme managers; the organizer of a session, whose account it names,
 * says some of it. An edition ships with a programme in a data file, which is loaded by the same record and the same rules as a
 * body that is sent.
 *
 * <p><b>States.</b> A draft is seen by those who make it and by nobody else, in no list, count, feed or error. Scheduling makes
 * it part of the programme; there it can be postponed, cancelled and scheduled again, and is shown as such. That a scheduled
 * session is live or over follows from the Forum clock and is never stored. Nobody is given a slot in a draft, and no session is
 * cancelled while delegations hold slots in it.
 *
 * <p><b>Double booking.</b> A room that another scheduled session has at that time is refused, with that session in the answer,
 * unless the manager accepts to share it: two sessions in one room is nearly always a mistake, but not always. An exclusion
 * constraint has the last word; whoever wants a room holds its row first, so that of two who want it at once the second is told
 * who has it. A person in two sessions at once is reported and never refused: a minister may well leave one panel for another.
 * Drafts take no room; what they clash with is reported all the same.
 *
 * <p><b>Join links</b> are shown to people who are signed in, whatever they do at the Forum, from a time before the start that is
 * a rule of the edition until the end. Whether they are registered is not asked, since the agenda would have to ask another
 * service for each reader; the room behind the link lets in whom it wants. Programs of partners are not shown them.
 */
package org.wsisforum.agenda.session;
