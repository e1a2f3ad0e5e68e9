package org.wsisforum.registration.member;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;

/** Who leads a delegation, and in what order its members are named. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Precedence", description = "Who leads a delegation, and in what order its members are named.")
public record PrecedenceView(
        @JsonIgnore long version,

        @Schema(description = "The registration of the head.", examples = "0190b0a2-5c7a-7000-8000-000000000501")
        UUID head,

        @Schema(description = "The registration of the deputy head.", examples = "0190b0a2-5c7a-7000-8000-000000000502")
        UUID deputyHead,

        @Schema(
                description =
                        "Registrations in the order in which members of one rank are named; others follow by name.")
        List<UUID> order)
        implements Versioned {

    static PrecedenceView of(Precedence precedence) {
        return new PrecedenceView(
                precedence.version(), precedence.head(), precedence.deputyHead(), precedence.listed());
    }
}
