package org.wsisforum.awards.winner;

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

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.edition.Embargoes;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;

/** The Success Stories of the Stocktaking: what is published of winners and champions. */
@Path("editions/{edition}/success-stories")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Success Stories", description = "The winners and champions of an edition, to be read and taken away.")
public class StoryResource {

    @Inject
    EditionRules editions;

    @Inject
    Embargoes embargoes;

    @Inject
    Pages pages;

    @GET
    @PermitAll
    @Operation(operationId = "listSuccessStories", summary = "The Success Stories", description = """
                    All winners and champions, by category. Empty for everybody until the edition's `embargo.winnersAt`. The whole \
                    list as a table is at `success-stories.csv`.""")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<StoryView> list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @BeanParam @Valid PageRequest page) {
        var isPublic = embargoes.isOver(editions.of(edition).embargo().winnersAt());
        return pages.read(Laureates.of(edition, isPublic), page, StoryView::of);
    }
}
