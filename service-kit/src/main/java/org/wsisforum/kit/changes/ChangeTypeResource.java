package org.wsisforum.kit.changes;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue of the changes that a service announces; the portal makes its page of it. */
@Path("change-types")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Changes")
public class ChangeTypeResource {

    @Inject
    ChangeTypes types;

    @ConfigProperty(name = "wsis.service")
    String service;

    /** The kinds of change of a service. */
    @Schema(name = "ChangeTypeCatalogue")
    public record Catalogue(List<Entry> items) {}

    /** One kind of change. */
    @Schema(name = "ChangeTypeEntry", description = "One kind of change that this service announces.")
    public record Entry(
            @Schema(examples = "org.wsisforum.agenda.session.moved.v1", description = "The `type` of its events.")
            String type,

            @Schema(description = "What it means, in one sentence.")
            String meaning,

            @Schema(examples = "sessions/{id}", description = "What it happens to, below the edition.")
            String subject,

            @Schema(description = "The fields that it may name.")
            Set<String> fields,

            @Schema(
                    examples = "public",
                    description =
                            "Who always reads of it: `public`, or `role:…`. A delegation or person that it concerns"
                                    + " may come to these.")
            Set<String> audiences,

            @Schema(description = "How one looks.") ChangeEvent example) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "listChangeTypes",
            summary = "The kinds of change this service announces",
            description = "Types are stable: one may be added, none changes its meaning under the same version.")
    public Catalogue list() {
        return new Catalogue(types.all().stream()
                .map(type -> new Entry(
                        types.name(type),
                        type.meaning(),
                        type.subject(),
                        new TreeSet<>(type.fields()),
                        type.audiences().stream().map(Audience::name).collect(Collectors.toCollection(TreeSet::new)),
                        ChangeEvent.example(service, type)))
                .toList());
    }
}
