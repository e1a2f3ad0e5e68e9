/**
 * The ledger of the votes: what each line of it says, the key under which the Forum signs, and the receipts that voters get.
 *
 * <p>A line is JSON in one fixed spelling, and its digest is the SHA-256 of exactly these bytes. A receipt names the digest of
 * the vote's line and not the vote, and is signed: whoever keeps it can look the digest up in the ledger when that is
 * published, and can show that the Forum promised it. Signing costs more than storing a vote, so votes that are stored together
 * are signed together: the signature is over the root of a Merkle tree of their digests, and each receipt brings the way from
 * its own digest to that root.
 */
package org.wsisforum.awards.ledger;
