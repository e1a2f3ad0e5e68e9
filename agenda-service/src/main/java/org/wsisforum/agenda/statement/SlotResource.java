package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.session.Floors;
import org.wsisforum.agenda.session.Programmes;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.time.ForumClock;

/** The slots of a session, for those who choose one. */
@Path("editions/{edition}/sessions/{session}/slots")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Statements")
public class SlotResource {

    @Inject
    Editions editions;

    @Inject
    Floors floors;

    @Inject
    Programmes programmes;

    @Inject
    Statements statements;

    @Inject
    StatementAccess access;

    @Inject
    ForumClock clock;

    /** The slots of a session. */
    @Schema(description = "The slots of a session.")
    public record SlotList(
            @Schema(description = "The slots, in the order of their beginning.")
            List<SlotOffer> items) {}

    /** A slot, without the name of who has it. */
    @Schema(description = "A slot for a policy statement.")
    public record SlotOffer(
            @Schema(description = "Its beginning, in UTC.", examples = "2021-03-22T09:03:00Z")
            Instant startsAt,

            @Schema(description = "Its end, in UTC.", examples = "2021-03-22T09:06:00Z")
            Instant endsAt,

            @Schema(
                    description =
                            "Whether it can be booked: given to nobody, not begun, and in a session that has a time.")
            boolean free) {}

    /** The slots of a session. */
    @GET
    @RolesAllowed({Role.LINK_HOLDER, Role.FOCAL_POINT, Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "listSlots",
            summary = "The slots of a session",
            description =
                    "For whoever has a statement to give, or looks after them: which slots there are and which are free."
                            + " A session that takes no statements has none. Offices ask of the sessions of the newest release.")
    @Fails("edition-not-found")
    public SlotList list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The session.", example = "0190b0a2-5c7a-7000-8000-000000000003")
                    UUID session) {
        var year = editions.require(edition);
        var floor = floors.require(edition, session);
        access.requireInterestInSlots(edition);
        if (!access.isStaff() && !programmes.released(year, null).shown().contains(session)) {
            throw RequestProblem.NOT_FOUND.because("There is no session " + session + " in " + edition + ".");
        }
        var grid = SlotGrid.of(floor, year);
        var now = clock.instant();
        var taken = statements.takenIn(session, now);
        return new SlotList(grid.starts().stream()
                .map(start -> new SlotOffer(
                        start,
                        start.plus(grid.length()),
                        !floor.postponed() && !taken.contains(start) && now.isBefore(start)))
                .toList());
    }
}
