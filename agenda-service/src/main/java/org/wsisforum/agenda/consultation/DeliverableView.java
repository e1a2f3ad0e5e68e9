package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.edition.Consultation.DeliverableKind;
import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.text.Text;

/** Something that the organizer of an accepted workshop hands in. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Deliverable", description = "Something that the organizer of an accepted workshop hands in.")
public record DeliverableView(
        @Schema(
                description = "The request and the session, which have one id.",
                examples = "0190b0a2-5c7a-7000-8000-000000000311")
        UUID workshop,

        @Schema(description = "The title of the request.") Text title,

        @Schema(description = "Who holds the workshop.", examples = "Digital Villages Network")
        String organizer,

        DeliverableKind kind,

        @Schema(description = "What it is called.") Text name,

        @JsonIgnore long version,
        State state,

        @Schema(
                description =
                        "Until when, in UTC; it moves along with the session, leaves some days after a late acceptance, and is"
                                + " absent while the session is postponed.",
                examples = "2021-03-25T08:00:00Z")
        Instant dueAt,

        @Schema(description = "When it was first handed in, in UTC.", examples = "2021-03-20T09:00:00Z")
        Instant deliveredAt,

        @Schema(
                description = "When it was waived, in UTC: it need not be handed in, and can be.",
                examples = "2021-03-20T09:00:00Z")
        Instant waivedAt,

        @Schema(
                description = "Why it was waived; for whoever asked for the workshop as well.",
                examples = "The organizer has no logo.")
        String waiver,

        @Schema(description = "The reminders of it, also of times at which it is not due any more.")
        List<ReminderView> reminders)
        implements Versioned {

    /** How it stands. */
    @Schema(
            name = "DeliverableState",
            description = "How it stands.",
            enumeration = {"open", "overdue", "waived", "delivered"})
    public enum State {
        OPEN,
        OVERDUE,
        /** It need not be handed in. */
        WAIVED,
        DELIVERED;

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** As it stands in an address. */
        public static State fromString(String json) {
            return valueOf(json.toUpperCase(Locale.ROOT));
        }
    }

    /** A reminder of something that is due. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DeliverableReminder", description = "A reminder of something that is due.")
    public record ReminderView(
            @Schema(description = "How many days before it was due.", examples = "14")
            int days,

            @Schema(description = "For when it was due then, in UTC.", examples = "2021-03-25T08:00:00Z")
            Instant dueAt,

            @Schema(description = "When the mail server took it, in UTC.", examples = "2021-03-11T08:00:30Z")
            Instant sentAt,

            @Schema(
                    description =
                            "When its sending failed, in UTC; it is tried again, for two days at most. With neither, it is being sent, or nobody"
                                    + " knows whether it went out, and it is not sent again.",
                    examples = "2021-03-11T08:00:30Z")
            Instant failedAt) {}

    static DeliverableView of(Due due, Instant now) {
        var said = due.request().input();
        return new DeliverableView(
                due.request().id(),
                said.title(),
                said.organizer().entity(),
                due.deliverable().kind(),
                due.deliverable().name(),
                due.session().version(),
                due.state(now),
                due.at().orElse(null),
                due.deliveredAt(),
                due.waiver() == null ? null : due.waiver().waivedAt(),
                due.waiver() == null ? null : due.waiver().reason(),
                due.reminders().stream()
                        .map(reminder -> new ReminderView(
                                reminder.days(), reminder.dueAt(), reminder.sentAt(), reminder.failedAt()))
                        .toList());
    }
}
