/**
 * Pages of a list by keyset: what comes after the last row seen, so that nothing is skipped or shown twice while rows are
 * added and removed, and the millionth row costs what the first does.
 *
 * <p>{@code limit} is 50 unless told, 200 at most; more is refused, not cut. A {@code cursor} is opaque and bound to the path,
 * filter and order it was made for: used with another it is refused. It is not signed, since forging one shows nothing that
 * the filter does not show. Links to the first, previous and next page stand in the body and in {@code Link} (RFC 8288); the
 * total only with {@code count=exact}, since counting costs more than the page. Each page also links to the changes since it
 * was true, so that a copy can be read and then kept in step without a gap. Each page also links to the changes since the
 * moment at which it was true, so that a copy can be read and then kept in step without a gap.
 */
package org.wsisforum.kit.paging;
