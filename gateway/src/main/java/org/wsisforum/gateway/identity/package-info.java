/**
 * Who sends a request, as far as a bearer token tells: the signature by a key of the sign-in, the issuer, the audience of the
 * service that is asked, and the time.
 *
 * <p>What is wrong is refused here as the services refuse it, so that it costs them nothing. They check every token themselves
 * all the same. So a request without a token passes, with another kind of credential too, and while the keys of the sign-in were
 * never read a token passes unchecked: the gateway may be started before the sign-in, and nobody gains anything, since such a
 * token counts as nobody's until then. Keys that were read go on being used while the sign-in is away. They are read again from
 * time to time, and at once when a token names one that is not known, but never more often than every few seconds.
 *
 * <p>Tokens that were found good are remembered by their hash until they expire, or the keys change.
 *
 * <p>Where the gateway has a secret at the sign-in, it also asks there whether a token was ended before its time, and believes the
 * answer for a few seconds. While the sign-in is away a good signature is enough.
 */
package org.wsisforum.gateway.identity;
