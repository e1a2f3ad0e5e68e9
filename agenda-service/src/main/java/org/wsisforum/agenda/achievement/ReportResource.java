package org.wsisforum.agenda.achievement;

import java.util.function.BiFunction;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.reference.Goal;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.WantedLanguage;

/** What was done about each Action Line and goal, as data and as pages. */
@Path("editions/{edition}")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
@RunOnVirtualThread
@Tag(name = "Achievements")
public class ReportResource {

    private static final String FORMS =
            " As JSON, or as a page for `Accept: text/html`; the page is in the language that `lang` or `Accept-Language` asks"
                    + " for, else in English.";

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Inject
    Editions editions;

    @Inject
    Reports reports;

    @Inject
    Held held;

    @Context
    UriInfo uri;

    /** What was done about an Action Line. */
    @GET
    @Path("action-lines/{code}/report")
    @PermitAll
    @Operation(
            operationId = "readActionLineReport",
            summary = "What was done about an Action Line",
            description =
                    "The sessions of the newest release that serve it, the policy statements delivered in them, what came of"
                            + " those that are over, and the contributions about it that everybody may read." + FORMS)
    @APIResponse(
            responseCode = "200",
            description = "The report.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReportView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    @Fails({"edition-not-found", "language-not-available"})
    public RestResponse<?> ofActionLine(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "An Action Line, in any usual spelling.", example = "C2") String code,
            @Context Request request,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        var year = editions.require(edition);
        var line = ActionLine.of(code)
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("There is no Action Line " + code + "."));
        return answer(reports.of(year, line), request, acceptLanguage, (view, in) -> ReportPage.of(year, view, in));
    }

    /** What was done about a goal. */
    @GET
    @Path("sdgs/{number}/report")
    @PermitAll
    @Operation(
            operationId = "readGoalReport",
            summary = "What was done about a Sustainable Development Goal",
            description =
                    "The sessions of the newest release that serve it, the policy statements delivered in them, what came of"
                            + " those that are over, and the contributions about it that everybody may read." + FORMS)
    @APIResponse(
            responseCode = "200",
            description = "The report.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReportView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    @Fails({"edition-not-found", "language-not-available"})
    public RestResponse<?> ofGoal(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "A goal, 1 to 17, in any usual spelling.", example = "9") String number,
            @Context Request request,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        var year = editions.require(edition);
        var goal =
                Goal.of(number).orElseThrow(() -> RequestProblem.NOT_FOUND.because("There is no goal " + number + "."));
        return answer(reports.of(year, goal), request, acceptLanguage, (view, in) -> ReportPage.of(year, view, in));
    }

    /** The matrix with counts. */
    @GET
    @Path("wsis-sdg-matrix")
    @PermitAll
    @Operation(
            operationId = "readAchievementMatrix",
            summary = "The WSIS–SDG Matrix with the sessions of an edition",
            description =
                    "For each Action Line and goal, how many sessions of the newest release serve both, and whether the matrix"
                            + " links the two." + FORMS)
    @APIResponse(
            responseCode = "200",
            description = "The matrix.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MatrixView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    @Fails({"edition-not-found", "language-not-available"})
    public RestResponse<?> matrix(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @Context Request request,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        var year = editions.require(edition);
        return answer(
                MatrixView.of(edition, held.sessions(year)),
                request,
                acceptLanguage,
                (view, in) -> ReportPage.of(year, view, in));
    }

    private <V> RestResponse<?> answer(
            V view, Request request, String acceptLanguage, BiFunction<V, Language, ReportPage> page) {
        var wanted = request.selectVariant(Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
                .build());
        if (wanted == null || !MediaType.TEXT_HTML_TYPE.isCompatible(wanted.getMediaType())) {
            return RestResponse.ResponseBuilder.ok(view, MediaType.APPLICATION_JSON)
                    .build();
        }
        var language = WantedLanguage.of(uri.getQueryParameters().getFirst("lang"), acceptLanguage)
                .orElse(Language.EN);
        return RestResponse.ResponseBuilder.ok(page.apply(view, language), "text/html;charset=UTF-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
