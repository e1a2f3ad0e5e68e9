package org.wsisforum.agenda.release;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.changes.Change;

/**
 * In what a release differs from the one before, in one thing.
 *
 * @param subject the thing, below the edition
 * @param what what happened to it, the kind of change without the service
 * @param fields the fields that are different, and that everybody sees by now
 */
@Schema(name = "ReleaseDifference", description = "In what a release differs from the one before, in one thing.")
public record Difference(
        @Schema(
                description = "The thing, as a path below the edition.",
                examples = "sessions/0190b0a2-5c7a-7000-8000-000000000001")
        String subject,

        @Schema(description = "What happened to it; see `/change-types`.", examples = "session.moved")
        String what,

        @Schema(
                description = "The fields that are different and can be seen by now; none of what is new or gone.",
                examples = "[\"startsAt\", \"endsAt\"]")
        List<String> fields) {

    static Difference of(Change change) {
        return new Difference(change.subject(), change.type().what(), change.fields());
    }
}
