/**
 * The public Stocktaking: what was submitted for the WSIS Prizes, to be searched, counted and taken away by anybody.
 *
 * <p>An entry is there from the moment at which its project is submitted until it is withdrawn, and holds nothing personal. It is
 * read through a view of the database, so that the entity of projects stays in its feature. The newest entry comes first, with or
 * without search words: an order that does not depend on the words stays the same while pages are followed.
 */
package org.wsisforum.awards.stocktaking;
