/** The code lists of the Forum, over HTTP. */
package org.wsisforum.agenda.reference;
