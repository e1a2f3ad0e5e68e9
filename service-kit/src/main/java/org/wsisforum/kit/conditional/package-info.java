/**
 * Conditional reads and writes, RFC 9110 sections 8.8 and 13, RFC 6585 and RFC 7396.
 *
 * <p>Every JSON answer to GET carries a strong ETag made of the bytes that are sent, so that language, sparse fields,
 * deletions in a list and what changes with the clock all change it; {@code If-None-Match} takes lists, weak tags and {@code
 * *}. An answer in another form has one where it says what its bytes follow from ({@link
 * org.wsisforum.kit.conditional.Tagged}). What is read without a credential may be cached by anybody ({@code public, max-age=30, …}), everything else by nobody; what is
 * shown otherwise from a known instant on, not beyond it ({@link org.wsisforum.kit.conditional.Freshness}).
 * The tag of a record that several people edit starts with the version of its row ({@link
 * org.wsisforum.kit.conditional.Versioned}); changing it needs {@code If-Match} ({@link
 * org.wsisforum.kit.conditional.Preconditions}): 428 without, 412 when the row has moved on. A PATCH is {@code
 * application/merge-patch+json} ({@link org.wsisforum.kit.conditional.MergePatch}).
 */
package org.wsisforum.kit.conditional;
