/**
 * Following another service's change feed: an event there has its effect here, exactly once, with any number of copies.
 *
 * <p>A service says what it follows by beans that implement {@link org.wsisforum.kit.follow.FollowedFeed}; each feed is read
 * once for every edition by every copy, with a read that waits at the other service until something happens. Why each event
 * takes effect exactly once, and no lock is held while another service is asked: An event only says <em>that</em> something
 * happened. What it means now is asked afterwards and applied as a state of affairs, so that events that come twice or late do
 * no harm. Effect and cursor are stored in one transaction, whose first step moves the cursor from where it stood
 * <em>before</em> the question was asked. If that fails, another copy has gone on in the meantime, perhaps with a newer answer,
 * or reading was paused, and this one's is thrown away. If it succeeds, no newer answer has been applied; should things have
 * changed after the question, the feed has an event of it behind the cursor, since it shows nothing before everything earlier
 * has ended. After a crash the cursor stands before whatever was not stored.
 *
 * <p>An event that can never be applied, or fails three times in a row, is left behind and said so, since what comes after it
 * must not wait for it. A cursor from which the feed cannot go on (410) is replaced by reading everything anew. An outage of the
 * other service is logged when it begins and when it is over. How far reading has come is told by the readiness check {@code
 * feed-NAME}, which is always up, and by the metrics {@code wsis_feed_…} at {@code /q/metrics}.
 *
 * <p><b>Lag</b>, in both: how long ago it was last certain that nothing had happened there that was not applied here; 0 while
 * that is no longer ago than a read may wait and five seconds, because a read that waits is at the end of the feed. Before the
 * end was ever reached it counts from when following began. It grows while reading is paused.
 */
package org.wsisforum.kit.follow;
