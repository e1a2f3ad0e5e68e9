package org.wsisforum.kit.changes;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A change as it is stored.
 *
 * @param transaction the 64-bit id of the transaction that recorded it
 * @param position its place within the transaction
 * @param id stable, the same however the change is delivered
 * @param type the full name of its kind
 * @param subject what it happened to, below the edition
 * @param fields names of the fields that changed
 * @param actor who did it, an opaque subject
 * @param audiences who may read of it, as {@link Audience#name()}
 * @param recordedAt when it was stored
 */
record RecordedChange(
        long transaction,
        long position,
        UUID id,
        String edition,
        String type,
        String subject,
        String[] fields,
        String actor,
        String[] audiences,
        Instant recordedAt) {

    /** The place in the feed after this change. */
    ChangeCursor cursor() {
        return new ChangeCursor(transaction, position);
    }

    /** Whether everybody may read of it. */
    boolean isPublic() {
        return isFor(Set.of(Audience.PUBLIC.name()));
    }

    /**
     * Whether somebody who belongs to these audiences reads of it by a role, and so may know who did it. Whom it concerns, and
     * everybody, are told what happened and no more.
     */
    boolean isWorkOf(Set<String> readers) {
        return Stream.of(audiences).filter(Audience::isOfRole).anyMatch(readers::contains);
    }

    /** Whether somebody who belongs to these audiences may read of it. */
    boolean isFor(Set<String> readers) {
        return Stream.of(audiences).anyMatch(readers::contains);
    }
}
