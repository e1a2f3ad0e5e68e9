/**
 * How often somebody may ask: so many requests in a time, by plan (draft-ietf-httpapi-ratelimit-headers).
 *
 * <p>Whoever shows no token draws from the bucket of its address. Whoever shows one draws from one of its address that all who
 * show tokens there have in common, before the token is looked at; when it was found good, also from a bucket of its own, with the
 * quota of its plan. So made-up tokens, which cost their check, gain no more than that common quota, however many are made up.
 * Own buckets belong to a caller <em>at an address</em>. A token that could not be checked draws from the common bucket alone. The
 * key of a letter proves nothing and counts as no token.
 *
 * <p>The plans are configuration, {@code wsis.gateway.rate}. Limited is what goes to a service, whether or not it is answered
 * from memory; the gateway's own pages and its health are not. Buckets are in memory, of each copy of the gateway by itself, or where a Valkey or
 * Redis is configured, of all copies together; while that is away, of each copy again.
 */
package org.wsisforum.gateway.limit;
