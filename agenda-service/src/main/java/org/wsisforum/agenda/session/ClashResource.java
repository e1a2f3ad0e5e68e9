package org.wsisforum.agenda.session;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.person.Participant;
import org.wsisforum.agenda.person.Participants;
import org.wsisforum.agenda.room.Venue;
import org.wsisforum.agenda.room.Venues;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.text.Text;

/** What is booked twice. */
@Path("editions/{edition}/clashes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Sessions")
public class ClashResource {

    @Inject
    Editions editions;

    @Inject
    Clashes clashes;

    @Inject
    Venues venues;

    @Inject
    Participants participants;

    /** All clashes. */
    @Schema(description = "What is booked twice.")
    public record ClashList(
            @Schema(description = "Rooms first, then people; each by the session that begins first.")
            List<DoubleBooking> items) {}

    /** A room or a person that two sessions want at the same time. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "A room or a person that two sessions want at the same time.")
    public record DoubleBooking(
            Clash.Over over,

            @Schema(description = "The room, where it is one.")
            Venue room,

            @Schema(description = "The person, where it is one.", examples = "0190b0a2-5c7a-7000-8000-000000000021")
            UUID person,

            @Schema(description = "The person's name.", examples = "Aline Favre")
            String name,

            @Schema(description = "Since when both want it, in UTC.", examples = "2021-05-18T11:15:00Z")
            Instant from,

            @Schema(description = "Until when, in UTC.", examples = "2021-05-18T11:30:00Z")
            Instant until,

            @Schema(description = "The two sessions, the one that begins first before the other.")
            List<Part> sessions) {}

    /** One of the two sessions. */
    @Schema(name = "ClashingSession", description = "One of two sessions that want the same.")
    public record Part(
            @Schema(description = "The session.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
            UUID id,

            @Schema(description = "What people and programs call it.", examples = "session-348")
            String code,

            @Schema(description = "The title.") Text title,

            @Schema(description = "Whether only those who make it see it yet.")
            boolean draft,

            @Schema(description = "Its beginning, in UTC.", examples = "2021-05-18T11:00:00Z")
            Instant startsAt,

            @Schema(description = "Its end, in UTC.", examples = "2021-05-18T11:30:00Z")
            Instant endsAt) {

        static Part of(Session session) {
            return new Part(
                    session.id(),
                    session.code(),
                    session.title(),
                    session.isDraft(),
                    session.startsAt(),
                    session.endsAt());
        }
    }

    /** All clashes of an edition. */
    @GET
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "listClashes",
            summary = "What is booked twice",
            description =
                    "Every room and every person that two sessions of the edition want at the same time, also where one of"
                            + " them is a draft, and where a programme manager has accepted it.")
    @Fails("edition-not-found")
    public ClashList list(@RestPath @Parameter(description = "The edition.", example = "2021") String edition) {
        editions.require(edition);
        var pairs = clashes.all(edition);
        var rooms = venues.named(wanted(pairs, pair -> pair.over() == Clash.Over.ROOM));
        var people = participants.named(wanted(pairs, pair -> pair.over() == Clash.Over.PERSON));
        return new ClashList(pairs.stream()
                .map(pair -> booking(pair, rooms.get(pair.wanted()), people.get(pair.wanted())))
                .toList());
    }

    private static Set<UUID> wanted(List<Clashes.Pair> pairs, Predicate<Clashes.Pair> kind) {
        return pairs.stream().filter(kind).map(Clashes.Pair::wanted).collect(Collectors.toSet());
    }

    private static DoubleBooking booking(Clashes.Pair pair, Venue room, Participant person) {
        var first = pair.first();
        var second = pair.second();
        return new DoubleBooking(
                pair.over(),
                room,
                person == null ? null : person.id(),
                person == null ? null : person.name(),
                second.startsAt(),
                first.endsAt().isBefore(second.endsAt()) ? first.endsAt() : second.endsAt(),
                List.of(Part.of(first), Part.of(second)));
    }
}
