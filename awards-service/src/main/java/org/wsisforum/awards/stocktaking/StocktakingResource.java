package org.wsisforum.awards.stocktaking;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;

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

import org.wsisforum.awards.category.CategoryList;
import org.wsisforum.awards.stocktaking.EntryFilter.Condition;
import org.wsisforum.kit.conditional.Tagged;
import org.wsisforum.kit.csv.Csv;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;

/** The public Stocktaking. */
@Path("editions/{edition}/stocktaking")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Stocktaking", description = "What was submitted for the WSIS Prizes, for everybody to search.")
public class StocktakingResource {

    private static final List<Variant> FORMS =
            Variant.mediaTypes(Csv.MEDIA_TYPE, MediaType.APPLICATION_JSON_TYPE).build();

    @Inject
    Entries entries;

    @Inject
    Export export;

    @Inject
    CategoryList categories;

    @Inject
    Pages pages;

    @GET
    @PermitAll
    @Operation(operationId = "searchStocktaking", summary = "The entries of the Stocktaking", description = """
                    Every project that was submitted and not withdrawn. The newest first, also where words are looked for: the \
                    order does not depend on the words, so pages can be followed while projects come in. A filter that names \
                    nothing known is refused.""")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<EntryView> list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @BeanParam @Valid EntryFilter filter,
            @BeanParam @Valid PageRequest page) {
        return pages.read(entries.list(conditions(edition, filter)), page, EntryView::of);
    }

    @GET
    @Path("facets")
    @PermitAll
    @Operation(operationId = "countStocktaking", summary = "How many entries there are of each kind", description = """
                    Of the entries that meet the filter, which is that of the list; kinds without an entry are left out. The \
                    numbers are of one moment.""")
    @Fails("edition-not-found")
    public Facets facets(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @BeanParam @Valid EntryFilter filter) {
        return entries.facets(conditions(edition, filter));
    }

    @GET
    @Path("export")
    @PermitAll
    @Produces({"text/csv", MediaType.APPLICATION_JSON})
    @Operation(operationId = "exportStocktaking", summary = "All entries as a file", description = """
                    With all their texts, in the order of the list and with its filter; as a table for spreadsheet programs \
                    (`text/csv`, UTF-8 with a byte order mark, RFC 4180), or as a JSON array, by `Accept`. In the table an \
                    apostrophe stands before what would be taken for a formula. The file is written while it is read: an entry \
                    that is submitted meanwhile may be missing.""")
    @APIResponse(
            responseCode = "200",
            description = "The entries.",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "The name of the file.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = WholeEntryView.class))
            })
    @Fails("edition-not-found")
    public RestResponse<Tagged> export(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @BeanParam @Valid EntryFilter filter,
            @Context Request request) {
        var conditions = conditions(edition, filter);
        var variant = request.selectVariant(FORMS);
        var asTable = variant == null || variant.getMediaType().isCompatible(Csv.MEDIA_TYPE);
        return RestResponse.ResponseBuilder.<Tagged>ok(asTable ? export.asCsv(conditions) : export.asJson(conditions))
                .type(asTable ? Csv.MEDIA_TYPE : MediaType.APPLICATION_JSON_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"wsis-stocktaking-" + edition + (asTable ? ".csv\"" : ".json\""))
                .build();
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "readStocktakingEntry",
            summary = "An entry of the Stocktaking",
            description = "With all that it tells.")
    @Fails("edition-not-found")
    public WholeEntryView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The entry.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        categories.numbers(edition);
        return entries.find(edition, id)
                .map(WholeEntryView::of)
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because(
                        "The Stocktaking of " + edition + " has no entry " + id + "."));
    }

    private List<Condition> conditions(String edition, EntryFilter filter) {
        return filter.conditions(edition, categories.numbers(edition));
    }
}
