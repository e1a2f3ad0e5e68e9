package org.wsisforum.awards.ledger;

/**
 * The votes of an edition are all there and about to be sealed. Whoever has to have looked at them before they are counted
 * observes this, and does so in the transaction that seals them.
 *
 * @param edition the edition
 */
public record VotesHeld(String edition) {}
