package org.wsisforum.agenda.personal;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.session.Programme;
import org.wsisforum.agenda.session.Programmes;
import org.wsisforum.agenda.session.SessionViews;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.time.ForumClock;

/** The agenda of whoever asks. Open to everybody who signs in as a person, each to the own one. */
@Path("editions/{edition}/me/agenda")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.PERSON)
@Tag(name = "My agenda", description = "The sessions that the caller means to go to.")
public class AgendaResource {

    /** More than the programme of 2021 has sessions. */
    private static final int MOST = 500;

    @Inject
    Editions editions;

    @Inject
    Programmes programmes;

    @Inject
    SessionViews views;

    @Inject
    Bookmarks bookmarks;

    @Inject
    Changes changes;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    @Inject
    Pages pages;

    /** The sessions that the caller means to go to. */
    @GET
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "readMyAgenda",
            summary = "My agenda",
            description =
                    "The sessions that the caller has put on the own agenda, in the order in which they begin, as the newest"
                            + " release shows them: with the others at the same time, and in what each takes place otherwise since"
                            + " it was chosen. One that has left the programme stays, as `gone`.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<BookmarkView> read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid PageRequest page) {
        var programme = programmes.released(editions.require(edition), null);
        var agenda = agenda(programme);
        return pages.readKept(agenda.inOrder(), "", BookmarkView::place, page, null, rows -> rows);
    }

    /** The caller means to go to a session. */
    @PUT
    @Path("{session}")
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "putOnMyAgenda",
            summary = "Put a session on my agenda",
            description =
                    "A session of the newest release; its answer says which others of the agenda are at the same time. One that"
                            + " is on the agenda already stays as it is. An agenda holds 500 sessions of an edition.")
    @APIResponse(
            responseCode = "200",
            description = "It was on the agenda already.",
            content = @Content(schema = @Schema(implementation = BookmarkView.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is on the agenda now.",
            content = @Content(schema = @Schema(implementation = BookmarkView.class)))
    @Fails({"edition-not-found", "agenda-full"})
    public RestResponse<BookmarkView> put(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID session) {
        // Before the transaction: reading it may take a connection of its own, and nobody is to wait for a second one
        // while holding one that others wait for.
        var programme = programmes.released(editions.require(edition), null);
        var isNew = QuarkusTransaction.requiringNew().call(() -> isNew(programme, session));
        var view = agenda(programme).inOrder().stream()
                .filter(one -> one.id().equals(session))
                .findFirst()
                .orElseThrow(() -> none(edition, session));
        return isNew
                ? RestResponse.ResponseBuilder.<BookmarkView>create(201, null)
                        .header(HttpHeaders.LOCATION, "/agenda/v1/editions/" + edition + "/me/agenda/" + session)
                        .entity(view)
                        .build()
                : RestResponse.ok(view);
    }

    private boolean isNew(Programme programme, UUID session) {
        var edition = programme.edition().code();
        var me = caller.subject();
        bookmarks.oneAtATime(me, edition);
        if (bookmarks.find(me, edition, session).isPresent()) {
            return false;
        }
        var chosen =
                views.shown(programme, Set.of(session)).stream().findFirst().orElseThrow(() -> none(edition, session));
        if (bookmarks.count(me, edition) >= MOST) {
            throw AgendaProblem.AGENDA_FULL.because(
                    "There are " + MOST + " sessions on the agenda; take one off it first.");
        }
        bookmarks.persist(new Bookmark(me, edition, chosen, clock.instant()));
        changes.record(AgendaChange.BOOKMARKED.to(session, edition, me));
        return true;
    }

    /** The caller does not mean to go to a session any more. */
    @DELETE
    @Path("{session}")
    @Transactional
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "takeOffMyAgenda",
            summary = "Take a session off my agenda",
            description = "Also one that has left the programme. One that is not on the agenda stays off it.")
    @APIResponse(responseCode = "204", description = "It is not on the agenda.")
    @Fails("edition-not-found")
    public void delete(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID session) {
        editions.require(edition);
        if (bookmarks.remove(caller.subject(), edition, session)) {
            changes.record(AgendaChange.FORGOTTEN.to(session, edition, caller.subject()));
        }
    }

    private Agenda agenda(Programme programme) {
        var mine = bookmarks.of(caller.subject(), programme.edition().code());
        var ids = mine.stream().map(Bookmark::session).collect(Collectors.toSet());
        return Agenda.of(mine, views.shown(programme, ids));
    }

    private static RuntimeException none(String edition, UUID session) {
        return RequestProblem.NOT_FOUND.because("There is no session " + session + " in " + edition + ".");
    }
}
