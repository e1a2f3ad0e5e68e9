/**
 * The services behind the gateway: which copies of each are running, and how one of them is asked.
 *
 * <p>Addresses are configured. A name that leads to several places stands for a copy at each of them, and is looked up again every
 * few seconds. The copy with the fewest requests is asked first.
 *
 * <p>A copy that cannot be reached is set aside for a few seconds, and one that fails several times in a row too: by errors of its
 * own, by answering too late, by breaking off. Each time in a row it is set aside for twice as long, up to a bound. Aside means that
 * it is asked last, not never: when all are, the first that is back answers at once. One good answer
 * ends that; for a copy that could not be reached it is enough to say that it is ready.
 *
 * <p>Every copy is asked again and again whether it is ready. One that says no, or cannot be reached, is aside until it says yes.
 *
 * <p>As long as nothing was sent, a request goes to the next copy. What was sent is never sent again, except once for reading, when
 * the connection broke before the answer began; to another copy, if there is one.
 */
package org.wsisforum.gateway.upstream;
