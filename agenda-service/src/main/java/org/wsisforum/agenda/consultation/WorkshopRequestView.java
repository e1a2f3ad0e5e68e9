package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.session.Attendance;
import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.text.Text;

/** A request for a workshop as whoever made it and those who handle it see it; nobody else sees any of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WorkshopRequest", description = "A request for a thematic workshop, and what became of it.")
public record WorkshopRequestView(
        @Schema(
                description = "The request, and the session once it is accepted.",
                examples = "0190b0a2-5c7a-7000-8000-000000000311")
        UUID id,

        @JsonIgnore long version,
        RequestState state,

        @Schema(description = "Who would hold it.") Stakeholder organizer,

        WorkshopRequestInput.Contact contact,

        @Schema(description = "The title.") Text title,
        @Schema(description = "What it is about.") Text description,

        @Schema(description = "The Action Lines it would serve.", examples = "[\"C2\"]")
        List<String> actionLines,

        @Schema(description = "The goals it would serve.", examples = "[9]")
        List<Integer> goals,

        @Schema(description = "Who is expected to take part.")
        List<PanellistInput> panellists,

        @Schema(description = "The code of the form in which it would be held.", examples = "panel")
        String format,

        Attendance attendance,

        @Schema(description = "Days on which it would best take place, the best first.", examples = "[\"2021-04-08\"]")
        List<LocalDate> preferredDates,

        @Schema(description = "How long it would take, in minutes.", examples = "60")
        Integer minutes,

        @Schema(
                description =
                        "Why it is to be changed, is waiting or was rejected; of one that was handed in again, what it was to be"
                                + " changed for.",
                examples = "Another request has the same subject.")
        String reason,

        @Schema(description = "When it was begun, in UTC.", examples = "2021-02-15T09:00:00Z")
        Instant madeAt,

        @Schema(description = "When it was first handed in, in UTC.", examples = "2021-02-15T09:30:00Z")
        Instant submittedAt,

        @Schema(
                description = "When it was last handed in, in UTC: later than first where it was to be changed.",
                examples = "2021-02-17T09:30:00Z")
        Instant lastSubmittedAt,

        @Schema(description = "When it was decided, in UTC.", examples = "2021-02-20T09:00:00Z")
        Instant decidedAt,

        @Schema(description = "What reviewers say of it; for those who handle requests, but not for an own one.")
        List<ReviewView> reviews,

        @Schema(
                description = "The session that it has become, in the draft of the programme.",
                examples = "/agenda/v1/editions/2021/sessions/0190b0a2-5c7a-7000-8000-000000000311")
        String session)
        implements Versioned {

    /** What a reviewer says of a request. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WorkshopReview", description = "What a reviewer says of a request.")
    public record ReviewView(
            @Schema(
                    description = "The subject of the reviewer's account.",
                    examples = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
            String reviewer,

            WorkshopReview.Recommendation recommendation,

            @Schema(description = "Why.", examples = "Close to the theme, and a region that we hear little of.")
            String comment,

            @Schema(description = "When, in UTC.", examples = "2021-02-18T09:00:00Z")
            Instant reviewedAt) {

        static ReviewView of(WorkshopReview review) {
            return new ReviewView(review.reviewer(), review.recommendation(), review.comment(), review.reviewedAt());
        }
    }

    /** @param reviews null for whoever made it */
    static WorkshopRequestView of(WorkshopRequest request, List<WorkshopReview> reviews) {
        var said = request.input();
        return new WorkshopRequestView(
                request.id(),
                request.version(),
                request.state(),
                said.organizer().counted(),
                said.contact(),
                said.title(),
                said.description(),
                said.actionLines(),
                said.goals(),
                said.panellists(),
                said.format(),
                said.attendance(),
                said.preferredDates(),
                said.minutes(),
                request.reason(),
                request.madeAt(),
                request.submittedAt(),
                request.lastSubmittedAt(),
                request.decidedAt(),
                reviews == null ? null : reviews.stream().map(ReviewView::of).toList(),
                request.state() == RequestState.ACCEPTED
                        ? "/agenda/v1/editions/" + request.edition() + "/sessions/" + request.id()
                        : null);
    }
}
