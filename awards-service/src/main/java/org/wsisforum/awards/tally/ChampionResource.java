package org.wsisforum.awards.tally;

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

/** The champions, for everybody. */
@Path("editions/{edition}/champions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Champions", description = "The nominees that the public's votes have made champions.")
public class ChampionResource {

    @Inject
    Embargoes embargoes;

    @Inject
    Submissions submissions;

    @Inject
    CategoryList categories;

    @Inject
    EditionRules editions;

    @Inject
    Pages pages;

    @GET
    @PermitAll
    @Operation(operationId = "listChampions", summary = "The champions of an edition", description = """
                    By category, and in it in no order that means anything. Empty until the edition's `embargo.championsAt`, \
                    whether they are known or not; with numbers of votes from `embargo.countsAt` on.""")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<ChampionView> list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @BeanParam @Valid PageRequest page) {
        editions.requireEdition(edition);
        return page(edition, null, page);
    }

    @GET
    @Path("{category}")
    @PermitAll
    @Operation(operationId = "listChampionsOfCategory", summary = "The champions of a category", description = """
                    In no order that means anything. Empty until the edition's `embargo.championsAt`, whether they are known or \
                    not; with numbers of votes from `embargo.countsAt` on.""")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<ChampionView> listOfCategory(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category,
            @BeanParam @Valid PageRequest page) {
        editions.requireEdition(edition);
        categories.requirePresent(edition, category);
        return page(edition, category, page);
    }

    private PageOf<ChampionView> page(String edition, Integer category, PageRequest page) {
        var embargo = editions.of(edition).embargo();
        var names = embargoes.isOver(embargo.championsAt());
        var counts = embargo.countsAt() != null && embargoes.isOver(embargo.countsAt());
        var list = Keyset.of(Champion.class)
                .where("edition = :edition", "edition", edition)
                .where(":public = true", "public", names)
                .whereIfGiven("category = :category", "category", category)
                .orderedBy("category", Integer.class, Champion::category)
                .orderedBy("project", UUID.class, Champion::project);
        return pages.readAll(list, page, rows -> views(edition, rows, counts));
    }

    private List<ChampionView> views(String edition, List<Champion> rows, boolean counts) {
        var projects = submissions
                .find(edition, rows.stream().map(Champion::project).toList())
                .stream()
                .collect(Collectors.toMap(Submission::id, Function.identity()));
        return rows.stream()
                .map(row -> ChampionView.of(projects.get(row.project()), counts ? row.votes() : null))
                .toList();
    }
}
