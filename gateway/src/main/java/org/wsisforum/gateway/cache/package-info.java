/**
 * Answers that everybody may have, kept in memory and given again (RFC 9111, RFC 5861).
 *
 * <p>Kept is what a service calls {@code public} and answers to somebody who shows no credential of any kind; the key is the
 * path, the query and the headers that its {@code Vary} names. It is given for its {@code max-age}, and while it is renewed in
 * the background for its {@code stale-while-revalidate}; when the service fails, for its {@code stale-if-error}. Those who miss
 * at once wait for one question to the service; if that cannot be kept, each asks for itself. {@code Cache-Status} (RFC 9211)
 * says where an answer comes from.
 *
 * <p>{@link org.wsisforum.gateway.cache.Following} reads the change feed of every edition: a change puts all that is kept of
 * that service and edition out of use until the service has confirmed it, and so does a write through this gateway with what is
 * kept of its address. Copies of a service hold parts of it in memory, so that another one may still answer with what was
 * before for a moment; what is fetched within {@code settling} after a change is out of use when that is over, and is confirmed or
 * fetched once more. While a feed cannot be read, nothing of it is given that the service has not confirmed at that moment.
 * Whoever reads the feed through this gateway is told of a change only when the cache knows of it, so that a copy that reads
 * again what a change names is never given what was before.
 *
 * <p>The services are asked for answers without compression. What can be made smaller is compressed once and kept both ways;
 * the two are different representations, so the strong tag of the compressed one ends in {@code -gzip}. Services look at the
 * version at the beginning of a tag in {@code If-Match}, so either serves to change what it belongs to.
 */
package org.wsisforum.gateway.cache;
