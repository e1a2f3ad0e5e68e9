/**
 * The programme: sessions, read by everybody and made by programme managers. An edition ships with a programme in a data file,
 * which is loaded by the same record and the same rules as a body that is sent.
 */
package org.wsisforum.agenda.session;
