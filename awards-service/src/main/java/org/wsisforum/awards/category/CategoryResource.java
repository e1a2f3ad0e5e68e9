package org.wsisforum.awards.category;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.MergePatch;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.reference.ActionLine;

/** The categories of an edition. */
@Path("editions/{edition}/categories")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Categories",
        description = "The categories in which prizes are given, one for each column of Action Lines.")
public class CategoryResource {

    @Inject
    Categories categories;

    @Inject
    CategoryEditor editor;

    @Inject
    EditionRules editions;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    /** Which categories to list. */
    record Filter(
            @RestQuery
            @KnownActionLine
            @Parameter(
                    description = "Only categories of this Action Line. Any usual spelling is understood.",
                    example = "C7-e-health")
            String actionLine) {

        String code() {
            return ActionLine.of(actionLine).map(ActionLine::code).orElse(null);
        }
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listCategories",
            summary = "The categories of an edition",
            description = "By number, which is also their order in every call for projects.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<CategoryView> list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @BeanParam @Valid Filter filter,
            @BeanParam @Valid PageRequest page) {
        editions.requireEdition(edition);
        var list = Keyset.of(Category.class)
                .where("edition = :edition", "edition", edition)
                .whereIfGiven("actionLine = :actionLine", "actionLine", filter.code())
                .orderedBy("number", Integer.class, Category::number);
        return pages.read(list, page, CategoryView::of);
    }

    @GET
    @Path("{number}")
    @PermitAll
    @Operation(
            operationId = "readCategory",
            summary = "A category",
            description = "Its `ETag` is what a change of it must send in `If-Match`.")
    @Fails("edition-not-found")
    public CategoryView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int number) {
        editions.requireEdition(edition);
        return CategoryView.of(categories.require(edition, number));
    }

    @PUT
    @Path("{number}")
    @Transactional
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "putCategory",
            summary = "Set up or replace a category",
            description = "Creates with `If-None-Match: *`, replaces with `If-Match`; one of them is needed.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CategoryInput.class),
                            examples = @ExampleObject(name = "E-health", value = """
                                    {
                                      "number": 10,
                                      "actionLine": "C7-e-health",
                                      "name": {
                                        "en": {"value": "ICT applications: benefits in all aspects of life — E-health", "status": "official"},
                                        "fr": {"value": "Les applications TIC et leur apport dans tous les domaines — Cybersanté", "status": "unofficial"}
                                      }
                                    }""")))
    @APIResponse(
            responseCode = "200",
            description = "The category as it is now.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CategoryView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The category was not there before.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Its address.",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CategoryView.class)))
    @Fails({"edition-not-found", "stale-version", "already-exists", "conflict"})
    public RestResponse<CategoryView> put(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int number,
            @Valid CategoryInput input,
            UriInfo uri) {
        editions.requireEdition(edition);
        requireSameNumber(number, input);
        var present = categories.find(edition, number);
        if (present.isEmpty()) {
            preconditions.requireToCreate();
            return ResponseBuilder.create(RestResponse.Status.CREATED, CategoryView.of(editor.create(edition, input)))
                    .header(HttpHeaders.LOCATION, uri.getRequestUri().getRawPath())
                    .build();
        }
        preconditions.requireAbsent();
        preconditions.requireSeen(present.get().version());
        editor.replace(edition, present.get(), input);
        return RestResponse.ok(CategoryView.of(present.get()));
    }

    @PATCH
    @Path("{number}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "patchCategory",
            summary = "Change a category",
            description =
                    "What is given replaces, null removes, what is absent stays (RFC 7396). The number stays as it is.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema =
                                    @Schema(
                                            implementation = CategoryInput.class,
                                            requiredProperties = {}),
                            examples = @ExampleObject(name = "Another French name", value = """
                                    {"name": {"fr": {"value": "Santé numérique", "status": "unofficial"}}}""")))
    @APIResponse(
            responseCode = "200",
            description = "The category as it is now.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CategoryView.class)))
    @Fails({"edition-not-found", "stale-version", "invalid-patch", "conflict"})
    public RestResponse<CategoryView> patch(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int number,
            MergePatch patch,
            UriInfo uri) {
        editions.requireEdition(edition);
        var present = categories.require(edition, number).asInput();
        return put(edition, number, patch.applyTo(present), uri);
    }

    /** What happened to one category. */
    @GET
    @Path("{number}/history")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readCategoryHistory",
            summary = "What happened to a category",
            description = "Every change of it, by whom and when, oldest first; also of one that is gone.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int number,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "categories/" + number, page);
    }

    private static void requireSameNumber(int number, CategoryInput input) {
        if (input.number() != number) {
            throw RequestProblem.VALIDATION_FAILED.because(
                    "The body is about another category than the address.",
                    List.of(FieldError.at(
                            "/number", "number-of-address", "The number in the address: " + number + ".")));
        }
    }
}
