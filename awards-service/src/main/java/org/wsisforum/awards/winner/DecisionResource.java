package org.wsisforum.awards.winner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.tally.ChampionList;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.Tagged;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;

/** What is decided, for the awards manager, before and after everybody may know. */
@Path("editions/{edition}/winner-decisions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Selection")
public class DecisionResource {

    @Inject
    WinnerDecisions decisions;

    @Inject
    Laureates laureates;

    @Inject
    ChampionList champions;

    @Inject
    Certificates certificates;

    @Inject
    EditionRules editions;

    @Inject
    Pages pages;

    @Inject
    Changes changes;

    @GET
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "listWinnerDecisions",
            summary = "What is decided of all categories",
            description = "By category; those of which nothing is decided yet are absent.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<DecisionView> list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @BeanParam @Valid PageRequest page) {
        editions.requireEdition(edition);
        var list = Keyset.of(WinnerDecision.class)
                .where("edition = :edition", "edition", edition)
                .orderedBy("category", Integer.class, WinnerDecision::category);
        var champions = laureates.all(edition).stream().map(Laureate::project).toList();
        return pages.read(list, page, decision -> DecisionView.of(decision, champions));
    }

    @GET
    @Path("{category}")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readWinnerDecision",
            summary = "What is decided of a category",
            description = "Its `ETag` is what a correction of it must send in `If-Match`.")
    @Fails("edition-not-found")
    public DecisionView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category) {
        editions.requireEdition(edition);
        var decision = decisions.require(edition, category);
        return DecisionView.of(decision, champions.of(edition, category));
    }

    @GET
    @Path("{category}/certificates")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Produces(Certificates.PDF)
    @Operation(
            operationId = "printWinnerCertificates",
            summary = "The certificates of a category's winners",
            description = """
                    A page for each winner, to be printed and signed for the ceremony; the address, which gets into logs, names \
                    none of them.""")
    @APIResponse(
            responseCode = "200",
            description = "The certificates.",
            content =
                    @Content(
                            mediaType = Certificates.PDF,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Fails({"edition-not-found", "language-not-available"})
    public RestResponse<Tagged> certificates(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category,
            @RestQuery @Parameter(description = "The language: ar, zh, en, fr, ru or es.", example = "en")
                    String lang) {
        var language = certificates.language(edition, lang);
        var winners = laureates.champions(edition, category).stream()
                .filter(Laureate::won)
                .toList();
        if (winners.isEmpty()) {
            throw RequestProblem.NOT_FOUND.because(
                    "The category " + category + " of " + edition + " has no winners yet.");
        }
        return certificates.print(Kind.WINNER, winners, language);
    }

    /** What happened to the decision on a category. */
    @GET
    @Path("{category}/history")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readWinnerDecisionHistory",
            summary = "How a decision came about",
            description = "Every time that it was recorded, by whom and when, oldest first.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "winner-decisions/" + category, page);
    }
}
