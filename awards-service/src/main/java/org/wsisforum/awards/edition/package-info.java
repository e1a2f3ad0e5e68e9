/**
 * An edition of the WSIS Prizes: its phases, and the rules of the contest as data of that year. Other features ask {@link
 * org.wsisforum.awards.edition.EditionRules}.
 */
package org.wsisforum.awards.edition;
