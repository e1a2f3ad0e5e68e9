package org.wsisforum.awards.pastwinner;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;

/** The past winners that an edition knows of. */
@Path("editions/{edition}/past-winners")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Past winners", description = "Projects that won in earlier editions and may not take part again.")
public class PastWinnerResource {

    @Inject
    PastWinners winners;

    @Inject
    EditionRules editions;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    /** Which past winners to list. */
    record Filter(
            @RestQuery @Parameter(description = "Only winners of this year.", example = "2019")
            Integer year) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "listPastWinners",
            summary = "The past winners",
            description = "Projects that won in earlier editions, the latest year first.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<PastWinnerView> list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @BeanParam @Valid Filter filter,
            @BeanParam @Valid PageRequest page) {
        editions.requireEdition(edition);
        var list = Keyset.of(PastWinner.class)
                .where("edition = :edition", "edition", edition)
                .whereIfGiven("year = :year", "year", filter.year())
                .orderedBy("year", Integer.class, PastWinner::year)
                .orderedBy("id", UUID.class, PastWinner::id)
                .lastFirst();
        return pages.read(list, page, PastWinnerView::of);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "readPastWinner",
            summary = "A past winner",
            description = "Its `ETag` is what a change of it must send in `If-Match`.")
    @Fails("edition-not-found")
    public PastWinnerView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The past winner.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        editions.requireEdition(edition);
        return PastWinnerView.of(winners.require(edition, id));
    }

    @PUT
    @Path("{id}")
    @Transactional
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "putPastWinner", summary = "Enter or replace a past winner", description = """
                    Under a UUID that the client makes up: creates with `If-None-Match: *`, replaces with `If-Match`; one of \
                    them is needed.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PastWinnerInput.class),
                            examples = @ExampleObject(name = "A winner of 2019", value = """
                                    {
                                      "year": 2019,
                                      "actionLine": "C7-e-health",
                                      "title": "Telemedicine for islands",
                                      "entity": "Ministry of Health",
                                      "country": "KI"
                                    }""")))
    @APIResponse(
            responseCode = "200",
            description = "The past winner as it is now.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PastWinnerView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The past winner was not there before.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Its address.",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PastWinnerView.class)))
    @Fails({"edition-not-found", "stale-version", "already-exists"})
    public RestResponse<PastWinnerView> put(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The past winner.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @Valid @NotNull PastWinnerInput input,
            UriInfo uri) {
        editions.requireEdition(edition);
        input.requireKnownCodes();
        var present = winners.find(edition, id);
        if (present.isEmpty()) {
            preconditions.requireToCreate();
            var winner = new PastWinner(edition, id, input);
            winners.persist(winner);
            record(PastWinnerChange.ADDED, winner, PastWinnerChange.FIELDS.toArray(String[]::new));
            return ResponseBuilder.create(RestResponse.Status.CREATED, PastWinnerView.of(winner))
                    .header(HttpHeaders.LOCATION, uri.getRequestUri().getRawPath())
                    .build();
        }
        preconditions.requireAbsent();
        preconditions.requireSeen(present.get().version());
        var changed = present.get().replaceBy(input);
        if (!changed.isEmpty()) {
            record(PastWinnerChange.CHANGED, present.get(), changed.toArray(String[]::new));
        }
        return RestResponse.ok(PastWinnerView.of(present.get()));
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "deletePastWinner",
            summary = "Take a past winner off the list",
            description = "For one that was entered by mistake.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Fails({"edition-not-found", "stale-version"})
    public void delete(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The past winner.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        editions.requireEdition(edition);
        var winner = winners.require(edition, id);
        preconditions.requireSeen(winner.version());
        winners.delete(winner);
        record(PastWinnerChange.REMOVED, winner);
    }

    /** What happened to one past winner. */
    @GET
    @Path("{id}/history")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readPastWinnerHistory",
            summary = "What happened to a past winner",
            description = "Every change of it, by whom and when, oldest first; also of one that is gone.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The past winner.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "past-winners/" + id, page);
    }

    private void record(PastWinnerChange what, PastWinner winner, String... fields) {
        changes.record(Change.of(what, winner.edition(), "past-winners/" + winner.id(), fields));
    }
}
