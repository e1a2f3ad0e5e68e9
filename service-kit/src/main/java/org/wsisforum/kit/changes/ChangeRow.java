package org.wsisforum.kit.changes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A stored change. */
record ChangeRow(
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

    ChangeCursor cursor() {
        return new ChangeCursor(transaction, position);
    }

    boolean isPublic() {
        return List.of(audiences).contains(Audience.PUBLIC.name());
    }
}
