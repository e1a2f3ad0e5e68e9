package org.wsisforum.agenda.appointment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonFormat;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.MergePatch;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.OneLine;
import org.wsisforum.kit.time.ForumClock;

/** Who was appointed to what: the Chair of the high-level track, and the others. */
@Path("editions/{edition}/appointments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Appointments")
public class AppointmentResource {

    private static final String EXAMPLE = """
            {
              "function": "chair",
              "honorific": "H.E. Mr",
              "name": "Maxim Parshin",
              "title": "Deputy Minister of Digital Development, Communications and Mass Media",
              "country": "RU",
              "appointedOn": "2021-03-22",
              "instrument": "Opening of the high-level track, announced by letter CL-21/4"
            }""";

    @Inject
    Editions editions;

    @Inject
    Appointments appointments;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    /** How an appointment ends. */
    @Schema(name = "AppointmentEnd", description = "How an appointment ends.")
    record End(
            @NotNull
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(description = "The day on which it ends.", examples = "2021-04-30")
            LocalDate endedOn,

            @NotBlank @OneLine @Size(max = 300) @Schema(description = "What it is ended by.", examples = "DM-21/1012")
            String instrument) {

        End {
            instrument = OneLine.Kept.of(instrument);
        }
    }

    /** All appointments. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listAppointments",
            summary = "Appointments of an edition",
            description =
                    "In the order of their days, those that have ended as well: who held a function when stays known."
                            + " `current=true` asks who holds one today, on the Forum's clock where people meet: from the day of the"
                            + " appointment until the day before it ends.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<AppointmentView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestQuery @Parameter(description = "Only appointments to this function.", example = "chair")
                    String function,
            @RestQuery @Parameter(description = "`true` for those alone that hold today.", example = "true")
                    boolean current,
            @BeanParam @Valid PageRequest page) {
        var year = editions.require(edition);
        var list = Keyset.of(Appointment.class)
                .where("edition = :edition", "edition", edition)
                .whereIfGiven("function = :function", "function", function);
        if (current) {
            list.whereAsOf(
                    "appointedOn <= :today and (endedOn is null or endedOn > :today)",
                    "today",
                    LocalDate.ofInstant(clock.instant(), year.zone()));
        }
        list.orderedBy("appointedOn", LocalDate.class, Appointment::appointedOn)
                .orderedBy("id", UUID.class, Appointment::id);
        return pages.read(list, page, appointment -> AppointmentView.of(appointment, year));
    }

    /** One appointment. */
    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "readAppointment",
            summary = "An appointment",
            description = "Its `ETag` is what a change of it must send in `If-Match`.")
    @Fails("edition-not-found")
    public AppointmentView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The appointment.", example = "0190b0a2-5c7a-7000-8000-000000000031")
                    UUID id) {
        var year = editions.require(edition);
        return AppointmentView.of(appointments.require(edition, id, LockModeType.NONE), year);
    }

    /** Records an appointment. */
    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "makeAppointment",
            summary = "Record an appointment",
            description =
                    "With the day and the instrument. A function that as many hold from that day on as the edition gives it is"
                            + " not held by one more: name in `replaces` whose appointment to the same function ends by this one, on the"
                            + " same day and by the same instrument.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AppointmentInput.class),
                            examples = @ExampleObject(name = "The Chair of 2021", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The appointment is recorded.",
            content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    @Fails({"edition-not-found", "function-is-held", "appointment-ended", "conflict"})
    public RestResponse<AppointmentView> make(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestQuery
                    @Parameter(
                            description = "The appointment that ends by this one.",
                            example = "0190b0a2-5c7a-7000-8000-000000000031")
                    UUID replaces,
            @Valid @NotNull AppointmentInput input) {
        var year = editions.require(edition);
        input.requireFit(year);
        if (input.endedOn() != null || input.endingInstrument() != null) {
            RequestProblem.requireNone(
                    List.of(FieldError.at("/endedOn", "fixed", "An appointment is made first, and ends at /end.")));
        }
        appointments.takeTurn(edition);
        var former = replaces == null ? null : appointments.require(edition, replaces, LockModeType.PESSIMISTIC_WRITE);
        if (former != null && !former.function().equals(input.function())) {
            throw RequestProblem.VALIDATION_FAILED.because(
                    "Nobody is replaced in another function.",
                    List.of(FieldError.of(
                            "replaces", "other-function", "It is an appointment to \"" + former.function() + "\".")));
        }
        if (former != null) {
            former.end(input.appointedOn(), input.instrument(), "/appointedOn");
            appointments.flush();
        }
        var appointment = new Appointment(edition, appointments.requireSeat(year, input), input);
        appointments.persistAndFlush(appointment);
        changes.record(AppointmentChange.MADE.to(appointment));
        if (former != null) {
            former.replacedBy(appointment);
            changes.record(AppointmentChange.ENDED.to(former, "endedOn", "endingInstrument", "replacedBy"));
        }
        return RestResponse.ResponseBuilder.<AppointmentView>create(201, null)
                .header(HttpHeaders.LOCATION, "/agenda/v1/editions/" + edition + "/appointments/" + appointment.id())
                .entity(AppointmentView.of(appointment, year))
                .build();
    }

    /** Corrects an appointment. */
    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "correctAppointment",
            summary = "Correct what is recorded of an appointment",
            description =
                    "A merge patch (RFC 7396): what is given replaces, `null` removes, what is absent stays. The day and the"
                            + " instrument of an end are corrected, as long as nobody else held the function then; the end itself is"
                            + " not taken back. The function is no correction; appoint anew for another.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = AppointmentInput.class),
                            examples = @ExampleObject(name = "The letter", value = "{\"instrument\": \"DM-21/1004\"}")))
    @Fails({"edition-not-found", "stale-version", "invalid-patch", "function-is-held"})
    public AppointmentView correct(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The appointment.", example = "0190b0a2-5c7a-7000-8000-000000000031")
                    UUID id,
            MergePatch patch) {
        var year = editions.require(edition);
        appointments.takeTurn(edition);
        var appointment = appointments.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(appointment.version());
        var input = patch.applyTo(appointment.input());
        input.requireFit(year);
        appointment.requireCorrectable(input);
        appointments.requireAlone(appointment, input);
        var fields = appointment.correct(input);
        if (!fields.isEmpty()) {
            appointments.flush();
            changes.record(AppointmentChange.CORRECTED.to(appointment, fields.toArray(String[]::new)));
        }
        return AppointmentView.of(appointment, year);
    }

    /** Ends an appointment. */
    @PUT
    @Path("{id}/end")
    @Transactional
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "endAppointment",
            summary = "Revoke an appointment",
            description =
                    "It stays on record with the day and the instrument that ended it, and holds until that day. An end is"
                            + " corrected, not taken back.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = End.class),
                            examples =
                                    @ExampleObject(
                                            name = "By letter",
                                            value = "{\"endedOn\": \"2021-04-30\", \"instrument\": \"DM-21/1012\"}")))
    @Fails({"edition-not-found", "stale-version", "appointment-ended"})
    public AppointmentView end(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The appointment.", example = "0190b0a2-5c7a-7000-8000-000000000031")
                    UUID id,
            @Valid @NotNull End end) {
        var year = editions.require(edition);
        var appointment = appointments.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(appointment.version());
        appointment.end(end.endedOn(), end.instrument(), "/endedOn");
        changes.record(AppointmentChange.ENDED.to(appointment, "endedOn", "endingInstrument"));
        return AppointmentView.of(appointment, year);
    }

    /** What happened to one appointment. */
    @GET
    @Path("{id}/history")
    @RolesAllowed({Role.PROGRAMME_MANAGER, Role.SECRETARIAT})
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "readAppointmentHistory",
            summary = "What happened to an appointment",
            description = "Every change of it, by whom and when, oldest first.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The appointment.", example = "0190b0a2-5c7a-7000-8000-000000000031")
                    UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "appointments/" + id, page);
    }
}
