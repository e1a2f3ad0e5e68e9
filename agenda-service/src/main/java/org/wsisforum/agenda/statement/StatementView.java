package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.Text;

/** A statement as a caller sees it: as part of the programme, or all of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Statement", description = "A policy statement.")
public record StatementView(
        @Schema(description = "Stable id.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
        UUID id,

        @JsonIgnore long version,

        @Schema(
                description = "The invitation behind it; not part of the programme.",
                examples = "0190b0a2-5c7a-7000-8000-000000000002")
        UUID invitation,

        @Schema(description = "ISO 3166-1 alpha-2 of the delegation.", examples = "CH")
        String country,

        @Schema(description = "The name of the country.") Text countryName,

        @Schema(description = "What programs call a delegation that is of no State.", examples = "unesco")
        String entity,

        @Schema(description = "The name of such a delegation.")
        Text entityName,

        StatementSpeaker speaker,

        @Schema(description = "The speaker's rank, of the edition's ladder.", examples = "minister")
        String rank,

        StatementState state,
        SlotView slot,

        @Schema(description = "What is asked for; not part of the programme.")
        Wish request,

        @Schema(
                description = "When a slot was asked for, which decides who is first; not part of the programme.",
                examples = "2021-02-15T09:30:00Z")
        Instant requestedAt,

        @Schema(
                description = "Until when an offered slot is held; not part of the programme.",
                examples = "2021-02-18T09:30:00Z")
        Instant offerExpiresAt,

        @Schema(description = "The exchange of slots that this delegation proposes; not part of the programme.")
        Exchange exchange,

        Delivery delivery,

        @Schema(
                description =
                        "What is said. Everybody sees it once the statement is delivered, the office and the secretariat"
                                + " before. It is plain text: whoever shows it must not take anything in it for markup.")
        Text text,

        @Schema(
                description =
                        "\"Check against delivery\": the text was handed in before it was said, and may differ from what"
                                + " was said. Absent without a text.")
        Boolean checkAgainstDelivery,

        @Schema(
                description = "When the acceptance opened it; not part of the programme.",
                examples = "2021-02-15T09:00:00Z")
        Instant openedAt,

        @Schema(description = "When it was changed last; not part of the programme.", examples = "2021-02-16T09:00:00Z")
        Instant changedAt,

        @Schema(
                description = "Why the secretariat withdrew it, where it did; for staff.",
                examples = "It was opened for the wrong country.")
        String withdrawalReason)
        implements Versioned {

    /** A slot that is booked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StatementSlot", description = "The slot that is booked.")
    public record SlotView(
            @Schema(description = "The session.", examples = "0190b0a2-5c7a-7000-8000-000000000003")
            UUID session,

            @Schema(description = "When the speaker takes the floor, in UTC.", examples = "2021-03-22T09:03:00Z")
            Instant startsAt,

            @Schema(description = "When the time is up, in UTC.", examples = "2021-03-22T09:06:00Z")
            Instant endsAt) {}

    /**
     * All of it.
     *
     * @param forStaff whether it also says what staff say to each other
     */
    static StatementView whole(Statement statement, Edition edition, Instant now, boolean forStaff) {
        return new StatementView(
                statement.id(),
                statement.version(),
                statement.invitation(),
                statement.country(),
                countryName(statement),
                statement.entity(),
                statement.entityName(),
                statement.speaker(),
                statement.rank(),
                statement.state(now),
                slot(statement.slot(now), edition),
                statement.wish(),
                statement.requestedAt(),
                statement.state(now) == StatementState.OFFERED ? statement.offerExpiresAt() : null,
                statement.exchange(),
                statement.delivery(),
                statement.text(),
                statement.text() == null ? null : statement.isToBeCheckedAgainstDelivery(),
                statement.openedAt(),
                statement.changedAt(),
                forStaff ? statement.withdrawalReason() : null);
    }

    /**
     * What the programme shows: the text only when it has been delivered, and nothing that becomes another while the text is
     * being written, such as the version of the row.
     */
    static StatementView inProgramme(Statement statement, Edition edition) {
        var text = statement.state() == StatementState.DELIVERED ? statement.text() : null;
        return new StatementView(
                statement.id(),
                Versioned.NONE,
                null,
                statement.country(),
                countryName(statement),
                statement.entity(),
                statement.entityName(),
                statement.speaker(),
                statement.rank(),
                statement.state(),
                slot(statement.slot(), edition),
                null,
                null,
                null,
                null,
                statement.delivery(),
                text,
                text == null ? null : statement.isToBeCheckedAgainstDelivery(),
                null,
                null,
                null);
    }

    private static Text countryName(Statement statement) {
        return Country.of(statement.country()).map(Country::name).orElse(null);
    }

    private static SlotView slot(Slot slot, Edition edition) {
        return slot == null
                ? null
                : new SlotView(
                        slot.session(),
                        slot.startsAt(),
                        slot.startsAt().plus(edition.rules().slotLength()));
    }
}
