package org.wsisforum.awards.project;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
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

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.picture.Image;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.time.ForumClock;

/** Logos and pictures of projects. */
@Path("editions/{edition}/projects/{id}/pictures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Projects")
public class PictureResource {

    /** Besides the logo. */
    private static final int MOST = 5;

    @Inject
    Projects projects;

    @Inject
    Deadline deadline;

    @Inject
    EditionRules editions;

    @Inject
    EntityManager database;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    /** The pictures of a project. */
    @Schema(name = "PictureList", description = "The pictures of a project, its logo first.")
    public record PictureList(List<PictureView> items) {}

    /** One picture, without its bytes. */
    @Schema(name = "Picture", description = "A picture of a project.")
    public record PictureView(
            UUID id,
            @Schema(description = "Whether it is the logo.") boolean logo,

            @Schema(description = "`image/png` or `image/jpeg`.", examples = "image/png")
            String mediaType,

            @Schema(description = "Points across.", examples = "1200")
            int width,

            @Schema(description = "Points down.", examples = "800")
            int height,

            @Schema(description = "Where it is.") String href) {}

    @GET
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT, Role.AWARDS_MANAGER})
    @RequiresScope("awards:submit")
    @Operation(
            operationId = "listPictures",
            summary = "The pictures of a project",
            description = "The logo first, then the others in the order in which they were sent.")
    @Fails("edition-not-found")
    public PictureList list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        editions.requireEdition(edition);
        projects.requireReadable(edition, id);
        return new PictureList(database.createQuery(
                        "select id, logo, mediaType, width, height, '/awards/v1/editions/' || :edition || '/projects/'"
                                + " || cast(project as string) || '/pictures/' || cast(id as string)"
                                + " from Picture where project = :project order by logo desc, storedAt, id",
                        PictureView.class)
                .setParameter("edition", edition)
                .setParameter("project", id)
                .getResultList());
    }

    @POST
    @Consumes({"image/png", "image/jpeg"})
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("awards:submit")
    @Operation(operationId = "addPicture", summary = "Add a picture to a project", description = """
                    A PNG or JPEG of at most 5 MB and 12 million points; its bytes are the body. It is drawn anew, so that nothing \
                    hidden in it is kept. One logo, which replaces the one before it, and five other pictures. Possible until the \
                    submission phase ends: an upload that is still on its way then is late.""")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "image/png",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "Its bytes", value = "‰PNG…")),
                @Content(
                        mediaType = "image/jpeg",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "Its bytes", value = "ÿØÿà…"))
            })
    @APIResponse(
            responseCode = "201",
            description = "The picture was added.",
            content = @Content(schema = @Schema(implementation = PictureView.class)))
    @Fails({"edition-not-found", "submission-closed", "no-picture", "too-many-pictures", "content-too-large"})
    public RestResponse<PictureView> add(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @RestQuery @DefaultValue("false") @Parameter(description = "Whether it is the logo.", example = "true")
                    boolean logo,
            byte[] sent)
            throws InterruptedException {
        editions.requireEdition(edition);
        // Late or not is decided before the work is done, and who may before that.
        var now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> projects.requireOwn(edition, id));
        deadline.requireWritable(edition, now);
        var image = Image.read(sent)
                .orElseThrow(() -> ProjectProblem.NO_PICTURE.because(
                        "Send a PNG or a JPEG that is whole and has at most 12 million points."));
        var picture = QuarkusTransaction.requiringNew().call(() -> {
            var project = projects.requireOwn(edition, id);
            makeRoom(id, logo);
            var stored = new Picture(id, logo, image, now);
            database.persist(stored);
            record(project);
            return stored;
        });
        var path = "/awards/v1/editions/" + edition + "/projects/" + id + "/pictures/" + picture.id();
        return RestResponse.ResponseBuilder.<PictureView>create(201, null)
                .header(HttpHeaders.LOCATION, path)
                .entity(new PictureView(picture.id(), logo, image.mediaType(), image.width(), image.height(), path))
                .build();
    }

    private void makeRoom(UUID project, boolean logo) {
        if (logo) {
            database.createQuery("delete from Picture where project = :project and logo")
                    .setParameter("project", project)
                    .executeUpdate();
            return;
        }
        var others = database.createQuery(
                        "select count(*) from Picture where project = :project and not logo", Long.class)
                .setParameter("project", project)
                .getSingleResult();
        if (others >= MOST) {
            throw ProjectProblem.TOO_MANY_PICTURES.because(
                    "No more than " + MOST + " besides the logo. Remove one first.");
        }
    }

    @GET
    @Path("{picture}")
    @Produces({"image/png", "image/jpeg"})
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT, Role.AWARDS_MANAGER})
    @RequiresScope("awards:submit")
    @Operation(
            operationId = "readPicture",
            summary = "A picture",
            description = "Its bytes. A picture never changes; another one has another address.")
    @APIResponse(
            responseCode = "200",
            description = "The picture.",
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Fails("edition-not-found")
    public Response read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @RestPath @Parameter(description = "The picture.", example = "0190b0a2-5c7a-7000-8000-0000000000a1")
                    UUID picture) {
        editions.requireEdition(edition);
        projects.requireReadable(edition, id);
        var found = database.createQuery("from Picture where id = :picture and project = :project", Picture.class)
                .setParameter("picture", picture)
                .setParameter("project", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("There is no picture " + picture + "."));
        return Response.ok(found.bytes(), found.mediaType())
                .header(HttpHeaders.ETAG, "\"" + found.digest() + "\"")
                // A browser takes it for what it is said to be, and for nothing that could run.
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    @DELETE
    @Path("{picture}")
    @Transactional
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT})
    @RequiresScope("awards:submit")
    @Operation(
            operationId = "deletePicture",
            summary = "Remove a picture",
            description = "Possible until the submission phase ends.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Fails({"edition-not-found", "submission-closed"})
    public void delete(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @RestPath @Parameter(description = "The picture.", example = "0190b0a2-5c7a-7000-8000-0000000000a1")
                    UUID picture) {
        editions.requireEdition(edition);
        var project = projects.requireOwn(edition, id);
        deadline.requireWritable(edition, clock.instant());
        var gone = database.createQuery("delete from Picture where id = :picture and project = :project")
                .setParameter("picture", picture)
                .setParameter("project", id)
                .executeUpdate();
        if (gone == 0) {
            throw RequestProblem.NOT_FOUND.because("There is no picture " + picture + ".");
        }
        record(project);
    }

    private void record(Project project) {
        changes.record(Change.of(ProjectChange.PICTURED, project.edition(), "projects/" + project.id(), "pictures")
                .alsoFor(Audience.person(project.owner())));
    }
}
