package org.wsisforum.registration.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.csv.Csv;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.registration.edition.Editions;
import org.wsisforum.registration.registration.RegistrationTable.Depth;

/** The registrations as a table for spreadsheet programs. */
@Path("editions/{edition}/registrations.csv")
@Produces("text/csv")
@RunOnVirtualThread
@Tag(name = "Registrations")
public class RegistrationTableResource {

    @Inject
    Editions editions;

    @Inject
    RegistrationTable table;

    @Inject
    RegistrationAccess access;

    @Inject
    Caller caller;

    /** The table. */
    @GET
    @RolesAllowed({Role.ACCREDITATION_OFFICER, Role.SECRETARIAT, Role.ANALYST})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "exportRegistrations",
            summary = "Registrations as a table",
            description =
                    "In the order and with the filter of the list; UTF-8 with a byte order mark, RFC 4180, with an apostrophe"
                            + " before what would be taken for a formula. For an analyst without anything by which somebody"
                            + " could be found; addresses only with `registration:read.pii`. It is written while it is read.")
    @APIResponse(
            responseCode = "200",
            description = "The table.",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "The name of the file.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @Fails("edition-not-found")
    public RestResponse<StreamingOutput> export(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid RegistrationFilter filter) {
        editions.require(edition);
        if (!access.isOffice() && (filter.q() != null || filter.flagged() != null || filter.delegation() != null)) {
            throw RequestProblem.FORBIDDEN.because("Words, flags and delegations would find single people.");
        }
        var depth = !access.isOffice()
                ? Depth.FIGURES
                : caller.isGranted("registration:read.pii") ? Depth.CONTACTS : Depth.NAMES;
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(table.of(edition, filter, depth))
                .type(Csv.MEDIA_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"wsis-registrations-" + edition + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
