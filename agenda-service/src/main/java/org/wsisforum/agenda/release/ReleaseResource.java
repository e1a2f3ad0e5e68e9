package org.wsisforum.agenda.release;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;

/** The versions of the public programme. */
@Path("editions/{edition}/releases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Releases")
public class ReleaseResource {

    /** The name of what will be the next release. */
    public static final String DRAFT = "draft";

    /** What the parameter {@code release} of whatever is released means. */
    public static final String WHICH =
            "The number of a release, or `draft` for what the next one will show; without it the newest.";

    @Inject
    Editions editions;

    @Inject
    Releases releases;

    @Inject
    Publisher publisher;

    @Inject
    Pages pages;

    @Inject
    Caller caller;

    /** The releases of an edition. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listReleases",
            summary = "The releases of the programme",
            description =
                    "The newest first. What a release shows is read with `release=` at sessions, rooms and people.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<ReleaseView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        var list = Keyset.of(Release.class)
                .where("edition = :edition", "edition", edition)
                .orderedBy("number", Integer.class, Release::number)
                .lastFirst();
        return pages.read(list, page, ReleaseView::inList);
    }

    /** One release, and in what it differs from the one before. */
    @GET
    @Path("{release}")
    @PermitAll
    @Operation(
            operationId = "readRelease",
            summary = "A release",
            description = "What there is to say of it, and in what it differs from the one before.")
    @Fails({"edition-not-found", "release-not-found"})
    public ReleaseView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Its number.", example = "3") String release) {
        editions.require(edition);
        return Releases.number(release)
                .flatMap(number -> releases.find(edition, number))
                .map(ReleaseView::of)
                .orElseThrow(() -> Releases.none(edition, release));
    }

    /** In what the next release would differ. */
    @GET
    @Path(DRAFT)
    @Transactional
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "previewRelease",
            summary = "What a release would change",
            description =
                    "In what the draft differs from the newest release: what everybody would be told. The `outcome` of a"
                            + " session that is not over is released as well, and is no difference before everybody sees it.")
    @Fails("edition-not-found")
    public Preview preview(@RestPath @Parameter(description = "The edition.", example = "2021") String edition) {
        editions.require(edition);
        return new Preview(publisher.differences(edition));
    }

    /**
     * What a release would change.
     *
     * @param differences none where there is nothing to release that anybody would be told of
     */
    @Schema(name = "ReleasePreview", description = "In what the draft differs from the newest release.")
    public record Preview(
            @Schema(description = "None where there is nothing to release that anybody would be told of.")
            List<Difference> differences) {}

    /** Everybody sees the draft from now on. */
    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "publishRelease",
            summary = "Release the programme",
            description =
                    "Everybody sees the sessions that are no drafts, their rooms and their people as they stand at this moment,"
                            + " and is told of each difference from the release before by a change of its own.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReleaseInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "With a note",
                                            value = "{\"note\": {\"en\": {\"value\": \"Rooms of the final week.\"}}}")))
    @APIResponse(
            responseCode = "201",
            description = "The programme came out.",
            content = @Content(schema = @Schema(implementation = ReleaseView.class)))
    @Fails({"edition-not-found", "language-not-of-edition", "nothing-to-release"})
    public RestResponse<ReleaseView> publish(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @Valid @NotNull ReleaseInput input) {
        editions.require(edition).requireLanguages(input.note(), "/note");
        var release = publisher
                .publish(edition, input.note(), caller.subject())
                .orElseThrow(() -> ReleaseProblem.NOTHING_TO_RELEASE.because("Change something first."));
        return RestResponse.ResponseBuilder.<ReleaseView>create(201, null)
                .header(HttpHeaders.LOCATION, "/agenda/v1/editions/" + edition + "/releases/" + release.number())
                .entity(ReleaseView.of(release))
                .build();
    }
}
