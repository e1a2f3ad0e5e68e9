package org.wsisforum.awards.vote;

import java.time.Instant;
import java.util.UUID;

import org.wsisforum.awards.ledger.LedgerLine;

/**
 * A vote: on its way in, or as it is stored.
 *
 * @param id names it for good
 * @param supersedes the vote of the same voter and category whose place it takes; null for the first
 * @param network where it was cast, as an HMAC
 */
record Vote(UUID id, String edition, int category, UUID project, UUID supersedes, Instant castAt, byte[] network) {

    /**
     * The same vote in the place of another, behind which it stands in the ledger. The other may be of a later time: it was
     * stored first by a request that began after this one, or by a copy of the service whose clock is ahead.
     */
    Vote inPlaceOf(Vote other) {
        var next = other.castAt().plus(1, LedgerLine.PRECISION);
        return new Vote(id, edition, category, project, other.id(), castAt.isBefore(next) ? next : castAt, network);
    }

    /** The line that stands for it in the ledger. */
    LedgerLine line(byte[] mailbox) {
        return new LedgerLine(id, category, project, mailbox, castAt, supersedes);
    }
}
