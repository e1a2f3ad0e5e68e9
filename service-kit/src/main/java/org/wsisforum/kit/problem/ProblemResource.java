package org.wsisforum.kit.problem;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue of a service's refusals; the portal makes its pages of it. */
@Path("problems")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Conventions")
public class ProblemResource {

    @Inject
    Problems problems;

    /** The refusals of a service. */
    public record Catalogue(List<Entry> items) {}

    /** One kind of problem. */
    @Schema(name = "ProblemKind", description = "One kind of problem that this service can answer.")
    public record Entry(
            @Schema(examples = "validation-failed", description = "Stable code for programs.")
            String code,

            @Schema(examples = "422", description = "The HTTP status it comes with.")
            int status,

            @Schema(description = "The problem in one sentence.")
            String title,

            @Schema(description = "The `type` of its answers.")
            URI type) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "listProblemKinds",
            summary = "The kinds of problem this service can answer",
            description = "Codes are stable: one may be added, none changes its meaning.")
    public Catalogue list() {
        return new Catalogue(problems.all().stream()
                .map(type -> new Entry(type.code(), type.status(), type.title(), problems.address(type)))
                .toList());
    }
}
