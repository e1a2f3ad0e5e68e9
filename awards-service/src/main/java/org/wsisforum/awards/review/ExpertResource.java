package org.wsisforum.awards.review;

import java.util.ArrayList;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

import org.wsisforum.awards.category.CategoryList;
import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.project.Submissions;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.reference.Country;

/** The Expert Group of an edition. */
@Path("editions/{edition}/experts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Expert Group", description = "Who judges projects, which, and what came of it.")
public class ExpertResource {

    @Inject
    Experts experts;

    @Inject
    EditionRules editions;

    @Inject
    CategoryList categories;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    @GET
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "listExperts",
            summary = "The Expert Group",
            description = "The experts of an edition, by the subject of their account.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<ExpertView> list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestQuery @Parameter(description = "Only experts who judge this category.", example = "10")
                    Integer category,
            @BeanParam @Valid PageRequest page) {
        editions.requireEdition(edition);
        var list = Keyset.of(Expert.class)
                .where("edition = :edition", "edition", edition)
                .whereIfGiven("array_contains(categories, :category)", "category", category)
                .orderedBy("subject", String.class, Expert::subject);
        return pages.read(list, page, ExpertView::of);
    }

    @GET
    @Path("{subject}")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readExpert",
            summary = "An expert",
            description = "Its `ETag` is what a change of it must send in `If-Match`.")
    @Fails("edition-not-found")
    public ExpertView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath
                    @Parameter(
                            description = "The subject of the expert's account.",
                            example = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
                    String subject) {
        editions.requireEdition(edition);
        return ExpertView.of(experts.require(edition, subject));
    }

    @PUT
    @Path("{subject}")
    @Transactional
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "putExpert", summary = "Add or change an expert", description = """
                    Creates with `If-None-Match: *`, replaces with `If-Match`; one of them is needed. What is said of an expert \
                    counts at once: an assignment that it puts into conflict is to be replaced from then on.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExpertInput.class),
                            examples = @ExampleObject(name = "Of a university", value = """
                                    {
                                      "categories": [9, 10],
                                      "country": "SN",
                                      "entity": "University of Dakar",
                                      "collaborators": ["Ministry of Health"]
                                    }""")))
    @APIResponse(
            responseCode = "200",
            description = "The expert as it is now.",
            content = @Content(schema = @Schema(implementation = ExpertView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The expert was not there before.",
            content = @Content(schema = @Schema(implementation = ExpertView.class)))
    @Fails({"edition-not-found", "stale-version", "already-exists", "conflict"})
    public RestResponse<ExpertView> put(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath
                    @Pattern(regexp = "[A-Za-z0-9-]{1,40}", message = "The subject of an account.")
                    @Parameter(
                            description = "The subject of the expert's account.",
                            example = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
                    String subject,
            @Valid @NotNull ExpertInput input) {
        editions.requireEdition(edition);
        requireFitting(edition, input);
        var present = experts.find(edition, subject);
        if (present.isEmpty()) {
            preconditions.requireToCreate();
            var expert = new Expert(edition, subject, input);
            experts.persist(expert);
            changes.record(Change.of(ReviewChange.EXPERT_ADDED, edition, "experts/" + subject));
            return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, ExpertView.of(expert))
                    .header(HttpHeaders.LOCATION, "/awards/v1/editions/" + edition + "/experts/" + subject)
                    .build();
        }
        preconditions.requireAbsent();
        preconditions.requireSeen(present.get().version());
        var changed = present.get().replaceBy(input);
        if (!changed.isEmpty()) {
            changes.record(Change.of(
                    ReviewChange.EXPERT_CHANGED, edition, "experts/" + subject, changed.toArray(String[]::new)));
        }
        return RestResponse.ok(ExpertView.of(present.get()));
    }

    @DELETE
    @Path("{subject}")
    @Transactional
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "deleteExpert",
            summary = "Remove an expert",
            description = "Possible when the expert has no project to judge, or no longer.")
    @APIResponse(responseCode = "204", description = "The expert is gone.")
    @Fails({"edition-not-found", "stale-version", "expert-is-assigned"})
    public void delete(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath
                    @Parameter(
                            description = "The subject of the expert's account.",
                            example = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
                    String subject) {
        editions.requireEdition(edition);
        var expert = experts.require(edition, subject);
        preconditions.requireSeen(expert.version());
        experts.delete(expert);
        changes.record(Change.of(ReviewChange.EXPERT_DELETED, edition, "experts/" + subject));
    }

    private void requireFitting(String edition, ExpertInput input) {
        for (var i = 0; i < input.categories().size(); i++) {
            categories.require(edition, input.categories().get(i), "/categories/" + i);
        }
        var faults = new ArrayList<FieldError>();
        if (Country.of(input.country()).isEmpty()) {
            faults.add(FieldError.at("/country", "unknown", "There is no country \"" + input.country() + "\"."));
        }
        // What has neither letter nor digit would be the same as any other such name.
        if (input.entity() != null && Submissions.entityKey(input.entity()).isEmpty()) {
            faults.add(FieldError.at("/entity", "missing", "A name has letters or digits."));
        }
        for (var i = 0; i < input.collaborators().size(); i++) {
            if (Submissions.entityKey(input.collaborators().get(i)).isEmpty()) {
                faults.add(FieldError.at("/collaborators/" + i, "missing", "A name has letters or digits."));
            }
        }
        RequestProblem.requireNone(faults);
    }
}
