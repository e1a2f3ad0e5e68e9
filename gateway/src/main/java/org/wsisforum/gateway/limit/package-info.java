/**
 * How often somebody may ask: so many requests in a time, by plan (draft-ietf-httpapi-ratelimit-headers).
 *
 * <p>Whoever shows no token draws from the bucket of its address. Whoever shows one draws from a bucket of its own, with the
 * quota of its plan, and from a second one of its address that all who show tokens there have in common. Tokens are not verified
 * here; what they claim only chooses a bucket. So a forged one gains no more than that second quota, however often it is forged,
 * and since buckets belong to a caller <em>at an address</em>, nobody can use up what is somebody else's by forging its name.
 * The key of a letter proves nothing either and counts as no token.
 *
 * <p>The plans are configuration, {@code wsis.gateway.rate}. Limited is what goes to a service, whether or not it is answered
 * from memory; the gateway's own pages and its health are not. Buckets are in memory, of each copy of the gateway by itself.
 */
package org.wsisforum.gateway.limit;
