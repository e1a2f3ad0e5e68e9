package org.wsisforum.kit.changes;

import java.util.List;
import java.util.function.Predicate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of changes as it crosses HTTP. */
@Schema(name = "ChangeFeed", description = "Some changes, oldest first.")
public record ChangeFeed(
        @Schema(description = "The changes.") List<ChangeEvent> items,

        @Schema(description = "The cursor to send as `since` next time.")
        String cursor,

        @Schema(description = "Whether there is more to read at once.")
        boolean more) {

    static ChangeFeed of(ChangePage page, String service, Predicate<RecordedChange> withActor) {
        return new ChangeFeed(
                page.changes().stream()
                        .map(change -> ChangeEvent.of(change, service, withActor.test(change)))
                        .toList(),
                page.next().write(),
                page.more());
    }
}
