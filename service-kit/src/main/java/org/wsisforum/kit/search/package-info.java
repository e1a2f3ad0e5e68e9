/**
 * Words as a person looks for them, in any of the six languages and whatever the spelling.
 *
 * <p>A feature hands the texts of a thing to {@link org.wsisforum.kit.search.Searched} and stores what {@code search_vector} of
 * the kit's migrations makes of it, in a column of its own with a GIN index. What somebody types becomes a query through {@link
 * org.wsisforum.kit.search.Typed} and {@code search_query}. Both take words apart in the same way, so that they meet: without
 * accents, Arabic without vowel signs, hamza and article, digits of any script, Chinese without knowing where its words end.
 * What depends on a language, the forms of its words, is left to the dictionaries of PostgreSQL.
 */
package org.wsisforum.kit.search;
