package org.wsisforum.registration.registration;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.registration.edition.Editions;

/** The letter with which somebody asks for a visa. */
@Path("editions/{edition}/registrations/{id}/visa-letter")
@RunOnVirtualThread
@Tag(name = "Registrations")
public class VisaLetterResource {

    private static final String PDF = "application/pdf";

    @Inject
    Editions editions;

    @Inject
    RegistrationAccess access;

    /** The letter. */
    @GET
    @Produces(PDF)
    @RolesAllowed(Role.PERSON)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readVisaLetter",
            summary = "The letter for a visa",
            description =
                    "A document in A4, for the person and for accreditation officers with `registration:read.pii`; to others it"
                            + " looks like none. There is one once the registration is accredited, until something in it is"
                            + " changed, and again once that is approved.")
    @APIResponse(
            responseCode = "200",
            description = "The letter.",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Fails({"edition-not-found", "no-visa-letter"})
    public Response read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The registration.", example = "0190b0a2-5c7a-7000-8000-000000000501")
                    UUID id) {
        var rules = editions.require(edition);
        // Ended before it is printed: whoever prints takes a while, and needs no connection for it.
        var registration = QuarkusTransaction.requiringNew().call(() -> {
            var found = access.require(edition, id, LockModeType.NONE);
            if (!access.sight(found).seesPassport()) {
                throw Registrations.none(edition, id);
            }
            if (!found.hasVisaLetter()) {
                throw RegistrationProblem.NO_VISA_LETTER.because(
                        "It is " + found.state().json()
                                + (found.input().visa() == null
                                        ? ", and no support for a visa was asked for."
                                        : ", and the support is not approved."));
            }
            return found;
        });
        return Response.ok(VisaLetter.print(rules, registration), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"visa-letter-" + edition + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
