/**
 * The ledger of the votes: what each line of it says, the key under which the Forum signs, the receipts that voters get, and
 * the file that everybody can check.
 *
 * <p>A line is JSON in one fixed spelling, and its digest is the SHA-256 of exactly these bytes. A receipt names the digest of
 * the vote's line and not the vote, and is signed: whoever keeps it can look the digest up in the ledger when that is
 * published, and can show that the Forum promised it. Signing costs more than storing a vote, so votes that are stored together
 * are signed together: the signature is over the root of a Merkle tree of their digests, and each receipt brings the way from
 * its own digest to that root.
 *
 * <p>When voting is over the ledger is sealed, once, before the votes are counted for the first time: no vote can be added, the lines are chained in the order in which they were
 * cast, and the end of the chain is signed. Whoever has to have looked at the votes before is told by
 * {@link org.wsisforum.awards.ledger.VotesHeld}. Other features ask {@link org.wsisforum.awards.ledger.SealedLedgers}.
 */
package org.wsisforum.awards.ledger;
