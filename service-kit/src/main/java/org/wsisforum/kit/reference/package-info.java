/**
 * The code lists that all services share, each with a version and the day it stands for: WSIS Action Lines, Sustainable
 * Development Goals, the matrix between them, countries, ITU regions, stakeholder types and session types.
 *
 * <p>{@link org.wsisforum.kit.reference.Reference} gives the lists; each record finds its own entries by {@code of(…)}, which
 * takes what people and other systems really send: any case, spaces, full-width forms, digits of any script, and letters that
 * only look Latin, as the Cyrillic С that stands in many a published "С1". What is not known is empty, never a guess. Codes
 * are what is stored and exchanged; names are what is shown, each with its status. A list is ordered for a reader by
 * {@link org.wsisforum.kit.reference.NameOrder}, never by code.
 *
 * <p>What the sources do not confirm carries {@code confirmed: false}: most cells of the matrix, some facilitators. The matrix is
 * guidance: a link outside it may deserve a remark, never a refusal.
 *
 * <p>Countries are the Member States of ITU, and the State of Palestine, which takes part under ITU Resolution 99. Their names
 * are those of Unicode CLDR, and are replaced by the names the United Nations use wherever the two differ. The region is the
 * one of ITU's development sector; the seats of the ITU Council follow another scheme. Lists say nothing about the legal status
 * of any country or territory.
 */
package org.wsisforum.kit.reference;
