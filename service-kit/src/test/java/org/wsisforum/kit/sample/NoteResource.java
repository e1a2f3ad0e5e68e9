package org.wsisforum.kit.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.ChangeType;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.MergePatch;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.conditional.Tagged;
import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/** A service of notes that keeps every convention of the kit; the tests of the kit speak to it. */
@Path("editions/{edition}/notes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Notes")
public class NoteResource {

    public enum NoteProblem implements ProblemType {
        PLACE_TAKEN(409, "The place is taken.");

        private final int status;
        private final String title;

        NoteProblem(int status, String title) {
            this.status = status;
            this.title = title;
        }

        @Override
        public int status() {
            return status;
        }

        @Override
        public String title() {
            return title;
        }
    }

    @Singleton
    static class NoteProblems implements ProblemCatalogue {
        @Override
        public List<? extends ProblemType> types() {
            return List.of(NoteProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of("note_place_is_free", NoteProblem.PLACE_TAKEN);
        }
    }

    @Singleton
    static class NoteChanges implements ChangeCatalogue {
        @Override
        public List<? extends ChangeType> types() {
            return List.of(NoteChange.values());
        }
    }

    enum NoteChange implements ChangeType {
        CREATED("note.created", Set.of(Audience.PUBLIC)),
        CHANGED("note.changed", Set.of(Audience.role(Role.SECRETARIAT))),
        DELETED("note.deleted", Set.of(Audience.PUBLIC));

        private final String what;
        private final Set<Audience> audiences;

        NoteChange(String what, Set<Audience> audiences) {
            this.what = what;
            this.audiences = audiences;
        }

        @Override
        public String what() {
            return what;
        }

        @Override
        public String subject() {
            return "notes/{id}";
        }

        @Override
        public Set<String> fields() {
            return Set.of("title", "place");
        }

        @Override
        public Set<Audience> audiences() {
            return audiences;
        }

        @Override
        public String meaning() {
            return "A note was " + name().toLowerCase(java.util.Locale.ROOT) + ".";
        }
    }

    public record NoteInput(
            @NotNull @Valid @TextSize(max = 20) Text title,
            @Min(0) int place,
            @Valid Inner inner) {
        public record Inner(@NotNull String name) {}
    }

    public record NoteView(UUID id, @JsonIgnore long version, Text title, int place) implements Versioned {
        static NoteView of(Note note) {
            return new NoteView(note.id, note.version, note.title, note.place);
        }
    }

    @Inject
    EntityManager database;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    @Inject
    Caller caller;

    @GET
    @PermitAll
    @Operation(operationId = "listNotes", summary = "Notes")
    public PageOf<NoteView> list(
            @RestPath String edition, @RestQuery Integer atLeast, @BeanParam @Valid PageRequest page) {
        var list = Keyset.of(Note.class)
                .where("edition = :edition", "edition", edition)
                .whereIfGiven("place >= :atLeast", "atLeast", atLeast)
                .orderedBy("place", Integer.class, (Note n) -> n.place)
                .orderedBy("id", UUID.class, (Note n) -> n.id);
        return pages.read(list, page, NoteView::of);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "readNote", summary = "A note")
    public NoteView read(@RestPath String edition, @RestPath UUID id) {
        return NoteView.of(require(id));
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("sample:read")
    @Operation(operationId = "readNoteHistory", summary = "What happened to a note")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(@RestPath String edition, @RestPath UUID id, @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "notes/" + id, page);
    }

    /** How often {@link #file} was written. */
    static final AtomicInteger WRITTEN = new AtomicInteger();

    @GET
    @Path("file")
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "readNoteFile",
            summary = "A file",
            description = "A file that is known before it is written.")
    public Tagged file(@RestPath String edition) {
        return new Tagged() {
            @Override
            public String determinedBy() {
                return edition;
            }

            @Override
            public void write(OutputStream out) throws IOException {
                WRITTEN.incrementAndGet();
                out.write(("The notes of " + edition).getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    @GET
    @Path("whoami")
    @RolesAllowed({Role.LINK_HOLDER, Role.FOCAL_POINT})
    @Operation(operationId = "whoAmI", summary = "The caller")
    public Map<String, String> whoAmI(@RestPath String edition) {
        return Map.of("subject", caller.subject(), "link", caller.linkHash().orElse("none"));
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("sample:write")
    @Operation(operationId = "createNote", summary = "Write a note")
    @Fails("place-taken")
    public RestResponse<NoteView> create(@RestPath String edition, @Valid NoteInput input) {
        var note = new Note(edition, input.title(), input.place());
        database.persist(note);
        changes.record(Change.of(NoteChange.CREATED, edition, "notes/" + note.id, "title", "place"));
        // Relative: which origin the client knows is not this service's to say.
        return RestResponse.ResponseBuilder.<NoteView>create(201, null)
                .header("Location", "/sample/v1/editions/" + edition + "/notes/" + note.id)
                .entity(NoteView.of(note))
                .build();
    }

    @PUT
    @Path("{id}")
    @Transactional
    @RolesAllowed(Role.SECRETARIAT)
    @Operation(operationId = "replaceNote", summary = "Replace a note")
    @Fails({"stale-version", "place-taken"})
    public NoteView replace(@RestPath String edition, @RestPath UUID id, @Valid NoteInput input) {
        var note = require(id);
        preconditions.requireSeen(note.version);
        note.title = input.title();
        note.place = input.place();
        changes.record(Change.of(NoteChange.CHANGED, edition, "notes/" + id, "title", "place"));
        return NoteView.of(note);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RolesAllowed(Role.SECRETARIAT)
    @Operation(operationId = "patchNote", summary = "Change a note")
    @Fails({"stale-version", "invalid-patch"})
    public NoteView change(@RestPath String edition, @RestPath UUID id, MergePatch patch) {
        var note = require(id);
        return replace(edition, id, patch.applyTo(new NoteInput(note.title, note.place, null)));
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @RolesAllowed(Role.SECRETARIAT)
    @Operation(operationId = "deleteNote", summary = "Remove a note")
    @Fails("stale-version")
    public void delete(@RestPath String edition, @RestPath UUID id) {
        var note = require(id);
        preconditions.requireSeen(note.version);
        database.remove(note);
        changes.record(Change.of(NoteChange.DELETED, edition, "notes/" + id));
    }

    @GET
    @Path("broken")
    @PermitAll
    @Operation(operationId = "fail", summary = "Fails")
    public NoteView fail(@RestPath String edition) {
        throw new IllegalStateException("the secret statement");
    }

    @GET
    @Path("clash")
    @PermitAll
    @Transactional
    @Operation(operationId = "clash", summary = "Stands in another transaction's way")
    public NoteView clash(@RestPath String edition) {
        database.createNativeQuery("do 'begin raise exception sqlstate ''40P01''; end'")
                .executeUpdate();
        return null;
    }

    @GET
    @Path("forgotten")
    @Operation(operationId = "forgotten", summary = "Has no security annotation")
    public String forgotten(@RestPath String edition) {
        return "open";
    }

    private Note require(UUID id) {
        var note = database.find(Note.class, id);
        if (note == null) {
            throw org.wsisforum.kit.problem.RequestProblem.NOT_FOUND.because("No note " + id + ".");
        }
        return note;
    }
}
