/**
 * From the champions to the winners, and what is told of both.
 *
 * <p>In the selection phase each expert of a category may prefer one of its champions, unless something stands between the expert
 * and any of them: who has a stake in one of five projects has one in the choice. That is looked for whenever a preference is
 * stated or read; what no longer counts stays stored. Experts see their own preference and nobody else's. The awards manager, who
 * sees all, records what the Expert Group has decided, which may be several winners a category.
 *
 * <p>Winners are public from the edition's {@code embargo.winnersAt} on, to the instant, and until then the public addresses answer
 * everybody the same, the awards manager included, who reads at {@code winner-decisions}; those addresses, which get into logs, name
 * categories and no project. Entries of the Stocktaking, nominees and champions carry no mark of having won, neither before nor
 * after. A certificate of a champion is public with the champions and one of a winner with the winners; each names nothing else.
 *
 * <p>At that instant whoever follows the changes hears of each category once, and the winners are entered as past winners of every
 * later edition, by a service's copy that comes first.
 */
package org.wsisforum.awards.winner;
