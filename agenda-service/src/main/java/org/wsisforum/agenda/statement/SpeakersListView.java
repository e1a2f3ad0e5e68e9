package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.session.Floor;
import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.Text;

/** The speakers' list of a session: who speaks when, and why in this order. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SpeakersList", description = "The speakers' list of a session: who speaks when, and why in this order.")
public record SpeakersListView(
        @Schema(description = "The session.", examples = "0190b0a2-5c7a-7000-8000-000000000003")
        UUID session,

        @JsonIgnore long version,

        @Schema(description = "When the session begins, in UTC.", examples = "2021-03-22T14:00:00Z")
        Instant startsAt,

        @Schema(description = "When it ends, in UTC.", examples = "2021-03-22T15:00:00Z")
        Instant endsAt,

        Status state,

        @Schema(
                description = "From when on who comes late stands at the end, in UTC.",
                examples = "2021-03-21T14:00:00Z")
        Instant closesAt,

        @Schema(description = "How many slots the session has.", examples = "20")
        int slots,

        @Schema(description = "The speakers, in the order in which they speak.")
        List<Place> places,

        @Schema(description = "Who asks for a slot of this session, in the order of protocol; for staff.")
        List<StatementView> waiting,

        @Schema(
                description =
                        "Who left the list, the last one last. Everybody sees those who stood in the programme; staff also"
                                + " those who were only offered a slot.")
        List<Left> left)
        implements Versioned {

    /** Whether protocol still moves speakers. */
    @Schema(
            name = "SpeakersListState",
            description = "Whether who comes is put where protocol wants it, or at the end.",
            enumeration = {"open", "closed"})
    public enum Status {
        OPEN,
        CLOSED;

        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** A session that has no time closes its list when it has one again. */
        static Status at(Instant now, Instant closesAt, Floor floor) {
            return floor.postponed() || now.isBefore(closesAt) ? OPEN : CLOSED;
        }
    }

    /** A place of the list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SpeakersListPlace", description = "A place of a speakers' list.")
    public record Place(
            @Schema(description = "Counted from 1.", examples = "1")
            int number,

            @Schema(description = "When the speaker takes the floor, in UTC.", examples = "2021-03-22T14:00:00Z")
            Instant startsAt,

            @Schema(description = "When the time is up, in UTC.", examples = "2021-03-22T14:03:00Z")
            Instant endsAt,

            @Schema(description = "The statement.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
            UUID statement,

            @Schema(description = "ISO 3166-1 alpha-2 of the delegation.", examples = "CH")
            String country,

            @Schema(description = "The name of the delegation.")
            Text delegation,

            StatementSpeaker speaker,

            @Schema(description = "The speaker's rank, of the edition's ladder.", examples = "minister")
            String rank,

            StatementState state,

            @Schema(description = "Why it is here, the last reason last.")
            List<Reason> reasons) {}

    /** Why a statement came to its place. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PlacementReason", description = "Why a statement came to its place, by the values of that moment.")
    public record Reason(
            PlacementRule rule,

            @Schema(description = "When that was, in UTC.", examples = "2021-02-20T10:00:00Z")
            Instant at,

            @Schema(description = "The slot that it came to, in UTC.", examples = "2021-03-22T14:00:00Z")
            Instant startsAt,

            @Schema(description = "The speaker's rank.", examples = "minister")
            String rank,

            @Schema(description = "The rank of the speaker before.", examples = "minister")
            String formerRank,

            @Schema(
                    description = "The delegation's name by which equals are ordered, in the language of that order.",
                    examples = "Émirats arabes unis")
            String name,

            @Schema(
                    description =
                            "The statement that was placed, or exchanged with; for everybody only while this list shows it.",
                    examples = "0190b0a2-5c7a-7000-8000-000000000002")
            UUID because,

            @Schema(description = "When the list had closed, in UTC.", examples = "2021-03-21T14:00:00Z")
            Instant closedAt,

            @Schema(description = "When the slot was asked for, in UTC; for staff.", examples = "2021-02-15T09:30:00Z")
            Instant requestedAt,

            @Schema(
                    description = "Why the Chair or the secretariat wanted it so; for staff.",
                    examples = "The minister flies at noon.")
            String remark,

            @Schema(description = "Opaque subject of who put it so; for staff.")
            String by) {

        /** @param shown the statements that everybody sees on this list; null for staff, who see all */
        static Reason of(Placement placement, Set<UUID> shown) {
            var forStaff = shown == null;
            var grounds = placement.grounds();
            return new Reason(
                    placement.rule(),
                    placement.placedAt(),
                    placement.startsAt(),
                    grounds.rank(),
                    grounds.formerRank(),
                    grounds.name(),
                    forStaff || shown.contains(grounds.because()) ? grounds.because() : null,
                    grounds.closedAt(),
                    forStaff ? grounds.requestedAt() : null,
                    forStaff ? placement.remark() : null,
                    forStaff ? placement.placedBy() : null);
        }
    }

    /** A statement that left a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SpeakersListLeft", description = "A statement that left a list.")
    public record Left(
            @Schema(description = "The statement.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
            UUID statement,

            @Schema(description = "The slot that it had, in UTC.", examples = "2021-03-22T14:03:00Z")
            Instant startsAt,

            PlacementRule rule,

            @Schema(description = "When that was, in UTC.", examples = "2021-03-22T08:00:00Z")
            Instant at,

            @Schema(
                    description = "Why the secretariat wanted it so; for staff.",
                    examples = "It was opened for the wrong country.")
            String remark,

            @Schema(description = "Opaque subject of who took it off; for staff.")
            String by) {

        static Left of(Placement placement, boolean forStaff) {
            return new Left(
                    placement.statement(),
                    placement.startsAt(),
                    placement.rule(),
                    placement.placedAt(),
                    forStaff ? placement.remark() : null,
                    forStaff ? placement.placedBy() : null);
        }
    }

    /** As everybody sees it: who was only offered a slot is not in it, stands for no reason and has not left. */
    static SpeakersListView forEverybody(
            Edition edition, Floor floor, List<Statement> held, List<Placement> placements, Instant now) {
        var booked = held.stream().filter(Statement::isInProgramme).toList();
        var shown = booked.stream().map(Statement::id).collect(Collectors.toSet());
        return of(
                edition,
                floor,
                Versioned.NONE,
                places(edition, booked, placements, shown, now),
                null,
                leaving(placements)
                        .filter(placement ->
                                Boolean.TRUE.equals(placement.grounds().shown()))
                        .map(placement -> Left.of(placement, false))
                        .toList(),
                now);
    }

    /** All of it; its version grows with every reason that is added. */
    static SpeakersListView whole(
            Edition edition,
            Floor floor,
            List<Statement> held,
            List<Placement> placements,
            List<Statement> waiting,
            Instant now) {
        return of(
                edition,
                floor,
                placements.size(),
                places(edition, held, placements, null, now),
                waiting.stream()
                        .map(statement -> StatementView.whole(statement, edition, now, true))
                        .toList(),
                leaving(placements).map(placement -> Left.of(placement, true)).toList(),
                now);
    }

    private static Stream<Placement> leaving(List<Placement> placements) {
        return placements.stream().filter(placement -> PlacementRule.LEAVING.contains(placement.rule()));
    }

    private static SpeakersListView of(
            Edition edition,
            Floor floor,
            long version,
            List<Place> places,
            List<StatementView> waiting,
            List<Left> left,
            Instant now) {
        var closesAt = edition.rules().highLevelTrack().closingOf(floor.startsAt());
        return new SpeakersListView(
                floor.session(),
                version,
                floor.startsAt(),
                floor.endsAt(),
                Status.at(now, closesAt, floor),
                closesAt,
                SlotGrid.of(floor, edition).starts().size(),
                places,
                waiting,
                left);
    }

    private static List<Place> places(
            Edition edition, List<Statement> held, List<Placement> placements, Set<UUID> shown, Instant now) {
        var places = new ArrayList<Place>();
        for (var statement : held) {
            places.add(new Place(
                    places.size() + 1,
                    statement.slot().startsAt(),
                    statement.slot().startsAt().plus(edition.rules().slotLength()),
                    statement.id(),
                    Country.of(statement.country()).map(Country::code).orElse(null),
                    Precedence.name(statement),
                    statement.speaker(),
                    statement.rank(),
                    statement.state(now),
                    reasons(statement, placements, shown)));
        }
        return places;
    }

    /** What happened since it came to the list, not what happened before it left it an earlier time. */
    private static List<Reason> reasons(Statement statement, List<Placement> placements, Set<UUID> shown) {
        var reasons = new ArrayList<Reason>();
        for (var placement : placements) {
            if (!placement.statement().equals(statement.id())) {
                continue;
            }
            if (PlacementRule.LEAVING.contains(placement.rule())) {
                reasons.clear();
            } else {
                reasons.add(Reason.of(placement, shown));
            }
        }
        return reasons;
    }
}
