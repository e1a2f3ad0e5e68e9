package org.wsisforum.awards.edition;

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

import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.time.ForumClock;

/** The editions of the WSIS Prizes. */
@Path("editions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Editions", description = "The years of the WSIS Prizes, their phases and rules.")
public class EditionResource {

    @Inject
    Editions editions;

    @Inject
    Pages pages;

    @Inject
    ForumClock clock;

    @GET
    @PermitAll
    @Operation(
            operationId = "listAwardsEditions",
            summary = "The editions of the WSIS Prizes",
            description = "All editions by code, each with its phases and rules.")
    @Fails("cursor-not-valid")
    public PageOf<EditionView> list(@BeanParam @Valid PageRequest page) {
        var now = clock.instant();
        var list = Keyset.of(Edition.class).orderedBy("code", String.class, Edition::code);
        return pages.read(list, page, edition -> EditionView.of(edition, now));
    }

    @GET
    @Path("{edition}")
    @PermitAll
    @Operation(
            operationId = "readAwardsEdition",
            summary = "An edition of the WSIS Prizes",
            description =
                    "Its phases with their instants, the phase it is in now by the Forum's time, and its rules: how many"
                            + " projects are nominated, become champions and win, how long a description is, which ballots count."
                            + " `confirmed` says whether a published source stands behind a date or rule.")
    @Fails("edition-not-found")
    public EditionView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition) {
        return EditionView.of(editions.require(edition), clock.instant());
    }
}
