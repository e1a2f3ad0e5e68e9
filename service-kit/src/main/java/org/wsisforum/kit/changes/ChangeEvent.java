package org.wsisforum.kit.changes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change as it crosses HTTP: a CloudEvent 1.0.2 in JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Change", description = "A change, as a CloudEvent 1.0.2.")
public record ChangeEvent(
        @Schema(examples = "1.0", description = "Version of CloudEvents.")
        String specversion,

        @Schema(description = "Stable id; the same however the change is delivered.")
        UUID id,

        @Schema(examples = "/agenda", description = "The service it happened in.")
        String source,

        @Schema(examples = "org.wsisforum.agenda.session.moved.v1", description = "What happened.")
        String type,

        @Schema(examples = "sessions/0190b0a2-5c7a-7000-8000-000000000001", description = "To what, below the edition.")
        String subject,

        @Schema(description = "When it was stored, in UTC.") Instant time,
        @Schema(description = "Cursor after this change.") String sequence,

        @Schema(examples = "2021", description = "The edition it belongs to.")
        String edition,

        @Schema(
                description =
                        "Opaque subject of who did it; only for those who read of the change by a role of theirs.")
        String actor,

        @Schema(description = "What changed.") Data data) {

    /** The names of what changed, never the content. */
    @Schema(name = "ChangeData", description = "Names of what changed.")
    public record Data(
            @Schema(description = "Fields that changed, as the API names them.")
            List<String> fields) {}

    /** What readers are told of a stored change; who did it only where {@code withActor}. */
    static ChangeEvent of(RecordedChange row, String service, boolean withActor) {
        return new ChangeEvent(
                "1.0",
                row.id(),
                "/" + service,
                row.type(),
                row.subject(),
                row.recordedAt(),
                row.cursor().write(),
                row.edition(),
                withActor ? row.actor() : null,
                new Data(List.of(row.fields())));
    }

    /** How a change of this kind looks, for the documentation. */
    public static ChangeEvent example(String service, ChangeType type) {
        return new ChangeEvent(
                "1.0",
                UUID.fromString("0190b0a2-5c7a-7000-8000-0000000000c1"),
                "/" + service,
                ChangeTypes.name(service, type),
                type.subject()
                        .replace("{id}", "0190b0a2-5c7a-7000-8000-000000000001")
                        .replace("{code}", "1"),
                Instant.parse("2021-03-01T09:00:00Z"),
                "q3Rk0dX1b7n2Zs8uJm4w5A",
                "2021",
                null,
                new Data(type.fields().stream().sorted().toList()));
    }
}
