package org.wsisforum.registration.accreditation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.OneLine;
import org.wsisforum.kit.time.ForumClock;
import org.wsisforum.registration.edition.Editions;

/** Documents that prove who somebody is. */
@Path("editions/{edition}/accreditations/{id}/documents")
@RunOnVirtualThread
@Tag(name = "Accreditations")
public class DocumentResource {

    private static final Logger LOG = Logger.getLogger(DocumentResource.class);
    private static final String ONE = "0190b0a2-5c7a-7000-8000-000000000601";
    private static final String DOCUMENT = "0190b0a2-5c7a-7000-8000-000000000701";

    @Inject
    Editions editions;

    @Inject
    Accreditations accreditations;

    @Inject
    Documents documents;

    @Inject
    @Any
    Instance<DocumentScanner> scanners;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    /** The documents of one accreditation. */
    @Schema(name = "AccreditationDocuments", description = "The documents of an accreditation, without their bytes.")
    public record DocumentList(List<DocumentView> items) {}

    /** The documents of an expression of interest. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "listAccreditationDocuments",
            summary = "The documents of an expression of interest",
            description = "In the order in which they came; ten at most.")
    @Fails("edition-not-found")
    public DocumentList list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The accreditation.", example = ONE) UUID id) {
        editions.require(edition);
        accreditations.requireProof(edition, id);
        return new DocumentList(documents.of(id));
    }

    /** Adds a document. */
    @POST
    @Consumes({"application/pdf", "image/png", "image/jpeg"})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "addAccreditationDocument",
            summary = "Add a document",
            description =
                    "A PDF, PNG or JPEG of at most 5 MB; its bytes are the body. It must be what its `Content-Type` says, and"
                            + " nothing that those who run the Forum have put up to look at documents may object. While it is a"
                            + " draft.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "application/pdf",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "Its bytes", value = "%PDF-1.7…")),
                @Content(
                        mediaType = "image/png",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "Its bytes", value = "‰PNG…")),
                @Content(
                        mediaType = "image/jpeg",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "Its bytes", value = "ÿØÿà…"))
            })
    @APIResponse(
            responseCode = "201",
            description = "It is stored.",
            content = @Content(schema = @Schema(implementation = DocumentView.class)))
    @Fails({
        "edition-not-found",
        "accreditation-not-at-this-step",
        "document-refused",
        "too-many-documents",
        "content-too-large"
    })
    public RestResponse<DocumentView> add(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The accreditation.", example = ONE) UUID id,
            @RestQuery
                    @NotBlank
                    @OneLine
                    @Size(max = 200)
                    @Parameter(description = "What the document is.", example = "Certificate of registration")
                    String name,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            byte[] sent) {
        editions.require(edition);
        // Who may is asked before the document is looked at, and no connection is held while it is.
        QuarkusTransaction.requiringNew().run(() -> accreditations
                .requireOwn(edition, id, LockModeType.NONE)
                .requireDraft());
        var mediaType = type.getType() + "/" + type.getSubtype();
        requireHarmless(mediaType, sent);
        var stored = QuarkusTransaction.requiringNew().call(() -> {
            var accreditation = accreditations.requireOwn(edition, id, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
            accreditation.requireDraft();
            var document = documents.add(id, OneLine.Kept.of(name), mediaType, sent, clock.instant());
            changes.record(AccreditationResource.change(
                    AccreditationChange.DOCUMENT_ADDED, accreditation, List.of("documents")));
            return document;
        });
        return RestResponse.ResponseBuilder.<DocumentView>create(201, null)
                .header(
                        HttpHeaders.LOCATION,
                        "/registration/v1/editions/" + edition + "/accreditations/" + id + "/documents/" + stored.id())
                .entity(stored)
                .build();
    }

    private void requireHarmless(String mediaType, byte[] sent) {
        for (var scanner : scanners) {
            try {
                scanner.objection(mediaType, sent).ifPresent(why -> {
                    throw AccreditationProblem.DOCUMENT_REFUSED.because(why);
                });
            } catch (org.wsisforum.kit.problem.ProblemException refused) {
                throw refused;
            } catch (RuntimeException e) {
                // What could not be looked at is not kept: the document may be the reason.
                LOG.errorf(e, "A scanner failed: %s", scanner.getClass().getName());
                throw AccreditationProblem.DOCUMENT_REFUSED.because("It could not be looked at. Try again later.");
            }
        }
    }

    /** One document. */
    @GET
    @Path("{document}")
    @Produces({"application/pdf", "image/png", "image/jpeg"})
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT, Role.ACCREDITATION_OFFICER})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readAccreditationDocument",
            summary = "A document",
            description = "Its bytes as they were sent, to be saved and never to be shown by a browser.")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Fails("edition-not-found")
    public Response read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The accreditation.", example = ONE) UUID id,
            @RestPath @Parameter(description = "The document.", example = DOCUMENT) UUID document) {
        editions.require(edition);
        accreditations.requireProof(edition, id);
        var found = documents.find(id, document).orElseThrow(() -> none(document));
        return Response.ok(found.bytes(), found.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename*=UTF-8''"
                                + URLEncoder.encode(found.name(), StandardCharsets.UTF_8)
                                        .replace("+", "%20"))
                // A browser takes it for what it is said to be, and for nothing that could run.
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** Takes a document out. */
    @DELETE
    @Path("{document}")
    @Transactional
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "removeAccreditationDocument",
            summary = "Take a document out",
            description = "While it is a draft.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Fails({"edition-not-found", "accreditation-not-at-this-step"})
    public void remove(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The accreditation.", example = ONE) UUID id,
            @RestPath @Parameter(description = "The document.", example = DOCUMENT) UUID document) {
        editions.require(edition);
        var accreditation = accreditations.requireOwn(edition, id, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        accreditation.requireDraft();
        if (!documents.remove(id, document)) {
            throw none(document);
        }
        changes.record(AccreditationResource.change(
                AccreditationChange.DOCUMENT_REMOVED, accreditation, List.of("documents")));
    }

    private static RuntimeException none(UUID document) {
        return RequestProblem.NOT_FOUND.because("There is no document " + document + ".");
    }
}
