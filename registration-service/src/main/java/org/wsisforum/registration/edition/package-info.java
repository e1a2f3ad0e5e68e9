/** Editions of the Forum and the rules that registration follows in each: deadlines, languages, ways to answer. */
package org.wsisforum.registration.edition;
