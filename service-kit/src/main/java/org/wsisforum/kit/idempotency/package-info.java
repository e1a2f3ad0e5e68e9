/**
 * A POST that may be sent again without being done again: {@code Idempotency-Key}, after
 * draft-ietf-httpapi-idempotency-key-header-07.
 *
 * <p>A resource method with {@link org.wsisforum.kit.idempotency.Idempotent} needs the header, quoted or bare, 1 to 255
 * visible characters. Within 24 hours the same key of the same caller answers what was answered the first time, with {@code
 * Idempotency-Replayed: true}; with another body it is refused (422), and while the first is still at work too (409). The
 * answer is stored in the transaction of the work itself, so that there is never one without the other; refusals are not
 * stored, sending again tries again. Answers may hold what is shown once only, so they are encrypted with a key derived from
 * the caller's key, of which the table has no more than a hash.
 */
package org.wsisforum.kit.idempotency;
