package org.wsisforum.awards.winner;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.awards.category.CategoryList;
import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.edition.Embargoes;
import org.wsisforum.awards.tally.ChampionList;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.conditional.Tagged;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.time.ForumClock;

/** The winners, for everybody; and where they are decided. */
@Path("editions/{edition}/winners")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Winners", description = "The projects that have won a WSIS Prize.")
public class WinnerResource {

    @Inject
    WinnerDecisions decisions;

    @Inject
    Laureates laureates;

    @Inject
    Certificates certificates;

    @Inject
    SelectionTime time;

    @Inject
    ChampionList champions;

    @Inject
    CategoryList categories;

    @Inject
    EditionRules editions;

    @Inject
    Embargoes embargoes;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    @GET
    @PermitAll
    @Operation(operationId = "listWinners", summary = "The winners of an edition", description = """
                    By category, and in it in no order that means anything; a category may have several. Empty for everybody until \
                    the edition's `embargo.winnersAt`, whether they are decided or not.""")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<WinnerView> list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @BeanParam @Valid PageRequest page) {
        return page(edition, winners(edition), page);
    }

    @GET
    @Path("{category}")
    @PermitAll
    @Operation(operationId = "listWinnersOfCategory", summary = "The winners of a category", description = """
                    Empty for everybody until the edition's `embargo.winnersAt`, whether they are decided or not.""")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<WinnerView> listOfCategory(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category,
            @BeanParam @Valid PageRequest page) {
        editions.requireEdition(edition);
        categories.requirePresent(edition, category);
        return page(edition, winners(edition).where("category = :category", "category", category), page);
    }

    @PUT
    @Path("{category}")
    @Transactional
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "decideWinners", summary = "Record what the Expert Group has decided", description = """
                    Champions of the category, as many as the edition's `winnersPerCategory` allows. First with \
                    `If-None-Match: *` from the beginning of the selection phase on, also after its end; corrected with \
                    `If-Match`. Both until `embargo.winnersAt`, when they become public. Whoever decides reads them at \
                    `winner-decisions` until then.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionInput.class),
                            examples = @ExampleObject(name = "One winner", value = """
                                    {
                                      "projects": ["0190b0a2-5c7a-7000-8000-000000000001"],
                                      "reason": "Preferred by eleven of fourteen experts."
                                    }""")))
    @APIResponse(
            responseCode = "200",
            description = "What is decided now.",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Nothing was decided before.",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @Fails({"edition-not-found", "stale-version", "already-exists", "selection-closed", "winners-announced"})
    public RestResponse<DecisionView> decide(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category,
            @Valid @NotNull DecisionInput input) {
        var bounds = editions.of(edition).winnersPerCategory();
        categories.requirePresent(edition, category);
        var present = decisions.take(edition, category);
        // They may have been announced while this request waited for another.
        var now = clock.instant();
        time.requireUnannounced(edition, now);
        var candidates = champions.of(edition, category);
        var subject = "winner-decisions/" + category;
        if (present.isEmpty()) {
            time.requireBegun(edition, now);
            preconditions.requireToCreate();
            var decision = new WinnerDecision(edition, category, input, bounds, candidates, now);
            decisions.persist(decision);
            changes.record(Change.of(WinnerChange.DECIDED, edition, subject, "projects", "reason"));
            return RestResponse.status(RestResponse.Status.CREATED, DecisionView.of(decision, candidates));
        }
        preconditions.requireAbsent();
        preconditions.requireSeen(present.get().version());
        var changed = present.get().replaceBy(input, bounds, candidates, now);
        if (!changed.isEmpty()) {
            changes.record(Change.of(WinnerChange.DECIDED, edition, subject, changed.toArray(String[]::new)));
        }
        return RestResponse.ok(DecisionView.of(present.get(), candidates));
    }

    @GET
    @Path("{project}/certificate")
    @PermitAll
    @Produces(Certificates.PDF)
    @Operation(operationId = "readWinnerCertificate", summary = "The certificate of a winner", description = """
                    A page to print and sign, in the language that `lang` asks for if the edition speaks it, else in English. Not \
                    found for anybody until the edition's `embargo.winnersAt`.""")
    @APIResponse(
            responseCode = "200",
            description = "The certificate.",
            content =
                    @Content(
                            mediaType = Certificates.PDF,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Fails({"edition-not-found", "language-not-available"})
    public RestResponse<Tagged> certificate(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID project,
            @RestQuery @Parameter(description = "The language: ar, zh, en, fr, ru or es.", example = "en")
                    String lang) {
        var language = certificates.language(edition, lang);
        if (!embargoes.isOver(editions.of(edition).embargo().winnersAt())) {
            throw noWinner(edition, project);
        }
        var winner = laureates.winner(edition, project).orElseThrow(() -> noWinner(edition, project));
        return certificates.print(Kind.WINNER, winner, language);
    }

    private Keyset<Laureate> winners(String edition) {
        return Laureates.of(
                        edition, embargoes.isOver(editions.of(edition).embargo().winnersAt()))
                .where("won");
    }

    private PageOf<WinnerView> page(String edition, Keyset<Laureate> list, PageRequest page) {
        var ceremony = editions.ceremony(edition).orElse(null);
        return pages.read(list, page, winner -> WinnerView.of(winner, ceremony));
    }

    private static RuntimeException noWinner(String edition, UUID project) {
        return RequestProblem.NOT_FOUND.because("The edition " + edition + " has no winner " + project + ".");
    }
}
