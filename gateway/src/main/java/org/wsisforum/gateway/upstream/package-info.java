/**
 * The services behind the gateway: which copies of each are running, and how one of them is asked.
 *
 * <p>A copy that refuses a connection is set aside for a few seconds; as long as nothing was sent, the request goes to the
 * next one. The request with the fewest others beside it decides which copy is asked.
 */
package org.wsisforum.gateway.upstream;
