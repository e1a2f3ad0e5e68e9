package org.wsisforum.registration.letter;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.registration.edition.EditionRules;
import org.wsisforum.registration.edition.Editions;

@Path("editions/{edition}/letters")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Letters", description = "Circular letters of the Secretary-General.")
public class LetterResource {

    private static final String EXAMPLE = """
            {"reference":"CL-21/4","date":"2021-02-03",
             "place":{"en":{"value":"Geneva","status":"official"}},
             "signatory":{"name":{"en":{"value":"Houlin Zhao","status":"official"}},
                          "title":{"en":{"value":"Secretary-General","status":"official"}}},
             "subject":{"en":{"value":"Invitation to the WSIS Forum 2021","status":"official"}},
             "salutation":{"en":{"value":"Excellency,","status":"official"}},
             "body":{"en":{"value":"I would be pleased to receive a policy statement.","status":"official"}},
             "closing":{"en":{"value":"Please accept, Excellency, the assurances of my highest consideration.",\
            "status":"official"}}}""";

    @Inject
    Editions editions;

    @Inject
    Letters letters;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    @GET
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "listLetters",
            summary = "The circular letters of an edition",
            description = "In the order in which they were written.")
    @Fails("edition-not-found")
    public PageOf<LetterView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        var list = Keyset.of(CircularLetter.class)
                .where("edition = :edition", "edition", edition)
                .orderedBy("id", UUID.class, CircularLetter::id);
        return pages.read(list, page, LetterView::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readLetter",
            summary = "A circular letter",
            description = "The letter in all its languages.")
    @Fails("letter-not-found")
    public LetterView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The letter's id.") UUID id) {
        return letters.read(edition, id);
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "writeLetter",
            summary = "Write a circular letter",
            description = "Stores the letter; it is sent by issuing invitations with it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "CL-21/4", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The letter was stored; `Location` says where.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LetterView.class)))
    @Fails({"edition-not-found", "reference-taken", "language-not-of-edition"})
    public RestResponse<LetterView> write(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @NotNull @Valid LetterInput input) {
        requireLanguages(editions.require(edition), input);
        var letter = new CircularLetter(edition, input);
        letters.persistAndFlush(letter);
        changes.record(Change.of(LetterChange.WRITTEN, edition, "letters/" + letter.id()));
        return ResponseBuilder.<LetterView>create(201, null)
                .header(HttpHeaders.LOCATION, "/registration/v1/editions/" + edition + "/letters/" + letter.id())
                .entity(LetterView.of(letter))
                .build();
    }

    @PUT
    @Path("{id}")
    @Transactional
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "rewriteLetter",
            summary = "Rewrite a circular letter",
            description = "Only as long as no invitation was issued with it: what a minister received stays as it was.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "CL-21/4", value = EXAMPLE)))
    @Fails({
        "letter-not-found",
        "edition-not-found",
        "reference-taken",
        "letter-is-out",
        "stale-version",
        "language-not-of-edition"
    })
    public LetterView rewrite(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The letter's id.") UUID id,
            @NotNull @Valid LetterInput input) {
        requireLanguages(editions.require(edition), input);
        var letter = letters.require(edition, id);
        preconditions.requireSeen(letter.version());
        letter.rewrite(input);
        letters.flush();
        changes.record(Change.of(LetterChange.REWRITTEN, edition, "letters/" + id));
        return LetterView.of(letter);
    }

    /** What happened to one letter. */
    @GET
    @Path("{id}/history")
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readLetterHistory",
            summary = "What happened to a letter",
            description = "Every change of it, by whom and when, oldest first; also of one that is gone.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The letter's id.") UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "letters/" + id, page);
    }

    private static void requireLanguages(EditionRules edition, LetterInput letter) {
        Editions.requireLanguages(edition, letter.place(), "/place");
        Editions.requireLanguages(edition, letter.signatory().name(), "/signatory/name");
        Editions.requireLanguages(edition, letter.signatory().title(), "/signatory/title");
        Editions.requireLanguages(edition, letter.subject(), "/subject");
        Editions.requireLanguages(edition, letter.salutation(), "/salutation");
        Editions.requireLanguages(edition, letter.body(), "/body");
        Editions.requireLanguages(edition, letter.closing(), "/closing");
    }
}
