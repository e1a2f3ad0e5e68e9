package org.wsisforum.agenda.statement;

/**
 * What staff decided about a place on a list.
 *
 * @param by opaque subject of who did
 * @param reason why; null where nobody said
 */
record Decision(String by, String reason) {}
