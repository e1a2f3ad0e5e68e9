package org.wsisforum.registration.member;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.conditional.Tagged;
import org.wsisforum.kit.csv.Csv;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.WantedLanguage;
import org.wsisforum.registration.delegation.DelegationAccess;
import org.wsisforum.registration.edition.Editions;

/** The nominal list of a delegation, in all its forms. */
@Path("editions/{edition}/delegations")
@RunOnVirtualThread
@RolesAllowed({Role.FOCAL_POINT, Role.SECRETARIAT, Role.ACCREDITATION_OFFICER})
@Tag(name = "Delegations")
public class NominalListResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PDF = "application/pdf";

    @Inject
    Editions editions;

    @Inject
    DelegationAccess access;

    @Inject
    Members members;

    /** As JSON. */
    @GET
    @Path("{id}/nominal-list")
    @Produces(MediaType.APPLICATION_JSON)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readNominalList",
            summary = "The nominal list of a delegation",
            description =
                    "Whoever comes, whole and in the order of `members`: without those whom the focal point has still to"
                            + " approve and those who wait. Also as `nominal-list.csv`, `.xlsx` and `.pdf`.")
    @Fails("edition-not-found")
    public NominalList read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id) {
        return list(edition, id);
    }

    /** As a table. */
    @GET
    @Path("{id}/nominal-list.csv")
    @Produces("text/csv")
    @RequiresScope("registration:read")
    @Operation(
            operationId = "exportNominalListTable",
            summary = "The nominal list of a delegation as a table",
            description =
                    "For programs: codes and names in UTF-8 with a byte order mark, RFC 4180; an apostrophe stands before what"
                            + " would be taken for a formula.")
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
    public RestResponse<Tagged> readCsv(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id) {
        return ResponseBuilder.<Tagged>ok(list(edition, id).csv())
                .type(Csv.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, named(id, "csv"))
                .build();
    }

    /** As a workbook. */
    @GET
    @Path("{id}/nominal-list.xlsx")
    @Produces(XLSX)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "exportNominalListWorkbook",
            summary = "The nominal list of a delegation as a workbook",
            description = "For people: in the words of the language, each cell but the numbers as text.")
    @APIResponse(
            responseCode = "200",
            description = "The workbook.",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "The name of the file.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Fails({"edition-not-found", "language-not-available"})
    public RestResponse<Tagged> readXlsx(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id,
            @RestQuery @Parameter(description = "The language, else English.", example = "fr") String lang) {
        var language = language(lang);
        return ResponseBuilder.<Tagged>ok(list(edition, id).xlsx(editions.require(edition), language), XLSX)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.CONTENT_DISPOSITION, named(id, "xlsx"))
                .build();
    }

    /** As a document. */
    @GET
    @Path("{id}/nominal-list.pdf")
    @Produces(PDF)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "exportNominalListDocument",
            summary = "The nominal list of a delegation as a document",
            description = "To be printed: tagged PDF, in the words of the language; names stand in their own script.")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "The name of the file.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Fails({"edition-not-found", "language-not-available"})
    public RestResponse<Tagged> readPdf(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The delegation.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id,
            @RestQuery @Parameter(description = "The language, else English.", example = "fr") String lang) {
        var language = language(lang);
        return ResponseBuilder.<Tagged>ok(list(edition, id).pdf(editions.require(edition), language), PDF)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.CONTENT_DISPOSITION, named(id, "pdf"))
                .build();
    }

    private NominalList list(String edition, UUID id) {
        var year = editions.require(edition);
        var delegation = access.require(edition, id);
        return new NominalList(delegation, members.coming(year, delegation));
    }

    private static Language language(String lang) {
        return WantedLanguage.of(lang, null).orElse(Language.EN);
    }

    private static String named(UUID id, String form) {
        return "attachment; filename=\"nominal-list-" + id + "." + form + "\"";
    }
}
