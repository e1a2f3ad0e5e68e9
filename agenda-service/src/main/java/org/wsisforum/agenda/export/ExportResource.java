package org.wsisforum.agenda.export;

import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

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
import org.wsisforum.agenda.release.Releases;
import org.wsisforum.agenda.session.Programme;
import org.wsisforum.agenda.session.Programmes;
import org.wsisforum.kit.conditional.Tagged;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.time.ForumClock;

/** The programme as a file. */
@Path("editions/{edition}")
@RunOnVirtualThread
@Tag(name = "Exports", description = "The programme in the forms that other programs take.")
public class ExportResource {

    private static final String EDITION = "The edition.";

    /** How many releases the feed shows. */
    private static final int FEED = 50;

    @Inject
    Editions editions;

    @Inject
    Programmes programmes;

    @Inject
    Releases releases;

    @Inject
    Exports exports;

    @Inject
    Calendar calendar;

    @Inject
    ScheduleXml scheduleXml;

    @Inject
    ScheduleJson scheduleJson;

    @Inject
    Table table;

    @Inject
    LinkedData linkedData;

    @Inject
    ReleaseFeed releaseFeed;

    @Inject
    ForumClock clock;

    @GET
    @Path("calendar.ics")
    @PermitAll
    @Produces("text/calendar")
    @Operation(operationId = "exportCalendar", summary = "The programme as a calendar", description = """
                    The sessions of a release, or of a part of it, in the form of iCalendar (RFC 5545), for a program to subscribe \
                    to. A session keeps its `UID`; its `SEQUENCE` goes up with each release that shows it otherwise. What is \
                    postponed is `TENTATIVE`, what is cancelled stays as `CANCELLED`. Times are in UTC.""")
    @APIResponse(
            responseCode = "200",
            description = "The calendar.",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
    @Fails({"edition-not-found", "release-not-found", "language-not-available"})
    public RestResponse<Tagged> calendar(
            @RestPath @Parameter(description = EDITION, example = "2021") String edition,
            @BeanParam @Valid ExportFilter filter,
            @BeanParam @Valid ExportRequest request) {
        var programme = part(edition, request, filter);
        return exports.answer(
                Form.CALENDAR,
                programme,
                filter,
                request.language(),
                out -> calendar.write(programme, programme.entries(now()), request.language(), out));
    }

    @GET
    @Path("people/{id}/calendar.ics")
    @PermitAll
    @Produces("text/calendar")
    @Operation(
            operationId = "exportCalendarOfPerson",
            summary = "The sessions of a person as a calendar",
            description =
                    "As `calendar.ics`, of the sessions in which the person takes part; it bears the person's name.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar.",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
    @Fails({"edition-not-found", "release-not-found", "language-not-available"})
    public RestResponse<Tagged> calendarOfPerson(
            @RestPath @Parameter(description = EDITION, example = "2021") String edition,
            @RestPath @Parameter(description = "The person.", example = "0190b0a2-5c7a-7000-8000-000000000021") UUID id,
            @BeanParam @Valid ExportRequest request) {
        var programme = part(edition, request, ExportFilter.of(id));
        var name = nameOf(id, programme);
        return exports.answer(
                Form.CALENDAR,
                programme,
                id,
                request.language(),
                out -> calendar.write(programme, programme.entries(now()), request.language(), name, out));
    }

    private String nameOf(UUID id, Programme programme) {
        return programme.entries(now()).stream()
                .flatMap(entry -> entry.session().people().stream())
                .filter(person -> person.person().equals(id))
                .findFirst()
                .map(Wording::addressed)
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("Nobody of this id takes part in a session."));
    }

    @GET
    @Path("schedule.xml")
    @PermitAll
    @Produces("application/xml")
    @Operation(operationId = "exportScheduleXml", summary = "The programme as schedule.xml", description = """
                    The format of frab, for the apps that read the programmes of conferences. It has no word for a session that \
                    does not take place: what is postponed or cancelled is not in it.""")
    @APIResponse(
            responseCode = "200",
            description = "The schedule.",
            content = @Content(mediaType = "application/xml", schema = @Schema(type = SchemaType.STRING)))
    @Fails({"edition-not-found", "release-not-found", "language-not-available"})
    public RestResponse<Tagged> scheduleXml(
            @RestPath @Parameter(description = EDITION, example = "2021") String edition,
            @BeanParam @Valid ExportRequest request) {
        var programme = whole(edition, request);
        return exports.answer(
                Form.SCHEDULE_XML,
                programme,
                "",
                request.language(),
                out -> scheduleXml.write(frab(programme, request), out));
    }

    @GET
    @Path("schedule.json")
    @PermitAll
    @Produces("application/json")
    @Operation(
            operationId = "exportScheduleJson",
            summary = "The programme as schedule.json",
            description = "The same as `schedule.xml`, as JSON.")
    @APIResponse(
            responseCode = "200",
            description = "The schedule.",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    @Fails({"edition-not-found", "release-not-found", "language-not-available"})
    public RestResponse<Tagged> scheduleJson(
            @RestPath @Parameter(description = EDITION, example = "2021") String edition,
            @BeanParam @Valid ExportRequest request) {
        var programme = whole(edition, request);
        return exports.answer(
                Form.SCHEDULE_JSON,
                programme,
                "",
                request.language(),
                out -> scheduleJson.write(frab(programme, request), out));
    }

    @GET
    @Path("sessions.csv")
    @PermitAll
    @Produces("text/csv")
    @Operation(operationId = "exportTable", summary = "The programme as a table", description = """
                    One row a session, for spreadsheet programs: RFC 4180 in UTF-8 with a byte order mark; an apostrophe stands \
                    before what would be taken for a formula. Times are those of the edition's zone, with offset.""")
    @APIResponse(
            responseCode = "200",
            description = "The table.",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @Fails({"edition-not-found", "release-not-found", "language-not-available"})
    public RestResponse<Tagged> table(
            @RestPath @Parameter(description = EDITION, example = "2021") String edition,
            @BeanParam @Valid ExportFilter filter,
            @BeanParam @Valid ExportRequest request) {
        var programme = part(edition, request, filter);
        return exports.answer(
                Form.TABLE,
                programme,
                filter,
                request.language(),
                out -> table.write(programme.entries(now()), wording(programme, request), out));
    }

    @GET
    @Path("sessions.jsonld")
    @PermitAll
    @Produces("application/ld+json")
    @Operation(operationId = "exportLinkedData", summary = "The programme as linked data", description = """
                    JSON-LD in the words of schema.org: the edition is an `Event`, and the sessions are its `subEvent`s. To be put \
                    into a page as it is: no text in it can end a script element.""")
    @APIResponse(
            responseCode = "200",
            description = "The events.",
            content = @Content(mediaType = "application/ld+json", schema = @Schema(type = SchemaType.OBJECT)))
    @Fails({"edition-not-found", "release-not-found", "language-not-available"})
    public RestResponse<Tagged> linkedData(
            @RestPath @Parameter(description = EDITION, example = "2021") String edition,
            @BeanParam @Valid ExportFilter filter,
            @BeanParam @Valid ExportRequest request) {
        var programme = part(edition, request, filter);
        return exports.answer(
                Form.LINKED_DATA,
                programme,
                filter,
                request.language(),
                out -> linkedData.write(programme, programme.entries(now()), wording(programme, request), out));
    }

    @GET
    @Path("releases.atom")
    @PermitAll
    @Produces("application/atom+xml")
    @Operation(
            operationId = "readReleaseFeed",
            summary = "The releases as a feed",
            description =
                    "The newest releases of the programme as a feed of RFC 4287: what is said of each, and what it changed.")
    @APIResponse(
            responseCode = "200",
            description = "The feed.",
            content = @Content(mediaType = "application/atom+xml", schema = @Schema(type = SchemaType.STRING)))
    @Fails({"edition-not-found", "language-not-available"})
    public RestResponse<Tagged> feed(
            @RestPath @Parameter(description = EDITION, example = "2021") String edition,
            @BeanParam @Valid FeedRequest language) {
        var request = language.ofNewest();
        var programme = whole(edition, request);
        return exports.answer(Form.FEED, programme, "", request.language(), out -> {
            var wording = wording(programme, request);
            var titles = new HashMap<String, String>();
            programme
                    .entries(now())
                    .forEach(entry -> titles.put(
                            "sessions/" + entry.session().id(),
                            wording.of(entry.session().title())));
            releaseFeed.write(
                    programme.edition(),
                    releases.upTo(edition, programme.release().number(), FEED),
                    titles,
                    wording,
                    out);
        });
    }

    private Programme whole(String edition, ExportRequest request) {
        return programmes.released(editions.require(edition), request.release());
    }

    private Programme part(String edition, ExportRequest request, ExportFilter filter) {
        var programme = whole(edition, request);
        return filter.isEmpty() ? programme : programme.only(filter.ofSessions(), now());
    }

    private Frab frab(Programme programme, ExportRequest request) {
        var edition = programme.edition().code();
        return Frab.of(
                programme,
                programme.entries(now()),
                wording(programme, request),
                releases.numbers(edition, "sessions"),
                releases.numbers(edition, "people"));
    }

    private static Wording wording(Programme programme, ExportRequest request) {
        return new Wording(programme.edition(), request.language());
    }

    private Instant now() {
        return clock.instant();
    }
}
