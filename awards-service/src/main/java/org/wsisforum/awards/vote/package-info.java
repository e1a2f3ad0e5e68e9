/**
 * The public vote: how votes come in, who may cast them, and which of them a person has to look at.
 *
 * <p>A vote is accepted when it is committed, and its receipt is given after that and not before. Votes that arrive at the same
 * time are committed together ({@link org.wsisforum.awards.vote.Intake}), each request waiting on its own virtual thread; a vote
 * that cannot be stored harms none of the others. The database alone decides what is a second vote, so two copies of the
 * service, or two requests at once, need not know of each other.
 *
 * <p>Who votes is known by two HMACs under a key that is not in the database ({@link org.wsisforum.awards.vote.BallotKey}): of
 * the account, and of the mailbox that was verified when the account cast its first vote. Whatever is written of an address
 * that makes no difference to whose mailbox it is ({@link org.wsisforum.awards.vote.Mailbox}) makes none here. Neither an
 * address nor a client's IP address is stored, logged or answered.
 *
 * <p>While voting is open nobody is told how many votes there are: not per project or category, and not in all. There is no
 * change of the feed for a vote, no list of votes, no number that counts up in an id; a nominee's place on a ballot says nothing.
 * The metrics of HTTP count answers by template of the address and status, so they tell whoever may read {@code /q/metrics},
 * which only the operator's network reaches, how many votes were accepted by this copy in all, and nothing of a category or
 * project. How long an answer takes depends on the load and on whether the caller has voted, never on for whom others did.
 *
 * <p>Suspicion is scored by the thresholds of the edition ({@link org.wsisforum.awards.vote.Suspicion}), and only ever sets apart:
 * nothing is deleted, no address is shut out, and a person decides. Where many new voters come from one network, the next of
 * them have to work for their first vote ({@link org.wsisforum.awards.vote.Work}).
 */
package org.wsisforum.awards.vote;
