/**
 * Which web pages of other origins a browser lets read what the gateway answers (Fetch standard, CORS).
 *
 * <p>What anybody may read without a credential, pages of any origin may: {@code *}, said with each such answer, so that a cache
 * on the way needs no copy for each origin. Everything else is for origins that are registered, in general or for one client; its
 * answer names the origin that asked, and no other. Of a token that was given to a client with origins of its own, only those and
 * the general ones are told the answer. Cookies are never needed and never allowed.
 *
 * <p>Browsers ask before they send what a form could not send; that question is answered here and reaches no service. What the
 * services say on the matter is dropped: one place decides.
 */
package org.wsisforum.gateway.cors;
