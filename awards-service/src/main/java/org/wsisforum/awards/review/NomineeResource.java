package org.wsisforum.awards.review;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.wsisforum.awards.category.CategoryList;
import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.edition.Embargoes;
import org.wsisforum.awards.project.Submission;
import org.wsisforum.awards.project.Submissions;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;

/** The nominees, for everybody. */
@Path("editions/{edition}/nominees")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Nominees", description = "The projects that the Expert Group has nominated.")
public class NomineeResource {

    @Inject
    Nominations nominations;

    @Inject
    Submissions submissions;

    @Inject
    CategoryList categories;

    @Inject
    EditionRules editions;

    @Inject
    Embargoes embargoes;

    @Inject
    Pages pages;

    @GET
    @PermitAll
    @Operation(operationId = "listNominees", summary = "The nominees of an edition", description = """
                    By category, and in it in no order that means anything. Empty until the edition's `embargo.nomineesAt`, \
                    whether they are chosen or not.""")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<NomineeView> list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @BeanParam @Valid PageRequest page) {
        editions.requireEdition(edition);
        return page(edition, null, page);
    }

    @GET
    @Path("{category}")
    @PermitAll
    @Operation(operationId = "listNomineesOfCategory", summary = "The nominees of a category", description = """
                    In no order that means anything. Empty until the edition's `embargo.nomineesAt`, whether they are chosen or \
                    not.""")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<NomineeView> listOfCategory(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category,
            @BeanParam @Valid PageRequest page) {
        editions.requireEdition(edition);
        categories.requirePresent(edition, category);
        return page(edition, category, page);
    }

    private PageOf<NomineeView> page(String edition, Integer category, PageRequest page) {
        var embargo = editions.of(edition).embargo();
        List<UUID> shown = embargoes.isOver(embargo.nomineesAt()) ? nominations.nominees(edition, category) : List.of();
        var list = Keyset.of(Nominee.class)
                .where("edition = :edition", "edition", edition)
                .where("project in :shown", "shown", shown)
                .orderedBy("category", Integer.class, Nominee::category)
                .orderedBy("project", UUID.class, Nominee::project);
        return pages.readAll(list, page, rows -> views(edition, rows));
    }

    private List<NomineeView> views(String edition, List<Nominee> rows) {
        var projects = submissions
                .find(edition, rows.stream().map(Nominee::project).toList())
                .stream()
                .collect(Collectors.toMap(Submission::id, Function.identity()));
        return rows.stream()
                .map(row -> projects.get(row.project()))
                // Withdrawn between the two queries.
                .filter(project -> project != null)
                .map(NomineeView::of)
                .toList();
    }
}
