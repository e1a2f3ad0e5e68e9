/** The years of the Forum: their days and zone, languages, phases, tracks, and the rules that other features ask for. */
package org.wsisforum.agenda.edition;
