package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.session.Attendance;
import org.wsisforum.agenda.session.DraftSession;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.Text;

import static org.wsisforum.agenda.consultation.RequestState.ACCEPTED;
import static org.wsisforum.agenda.consultation.RequestState.CHANGE_REQUESTED;
import static org.wsisforum.agenda.consultation.RequestState.DRAFT;
import static org.wsisforum.agenda.consultation.RequestState.REJECTED;
import static org.wsisforum.agenda.consultation.RequestState.SUBMITTED;
import static org.wsisforum.agenda.consultation.RequestState.UNDER_REVIEW;
import static org.wsisforum.agenda.consultation.RequestState.WAITLISTED;
import static org.wsisforum.agenda.consultation.RequestState.WITHDRAWN;

/** A request for a thematic workshop. */
@Entity
class WorkshopRequest {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String edition;
    private String owner;

    @Enumerated(EnumType.STRING)
    private RequestState state;

    private String stakeholderType;
    private String region;

    @JdbcTypeCode(SqlTypes.JSON)
    private WorkshopRequestInput.Contact contact;

    @JdbcTypeCode(SqlTypes.JSON)
    private Said said;

    private String reason;
    private Instant madeAt;
    private Instant submittedAt;
    private Instant decidedAt;
    private String decidedBy;

    /** What the request says besides its contact, which stands apart so that it can be erased. */
    record Said(
            Stakeholder organizer,
            Text title,
            Text description,
            List<String> actionLines,
            List<Integer> goals,
            List<PanellistInput> panellists,
            String format,
            Attendance attendance,
            List<String> preferredDates,
            Integer minutes) {}

    protected WorkshopRequest() {}

    WorkshopRequest(String edition, WorkshopRequestInput input, String owner, Instant now) {
        this.edition = edition;
        this.owner = owner;
        this.state = DRAFT;
        this.madeAt = now;
        write(input);
    }

    /** Replaces what the request says, before it is handed in or when it is to be changed; names the fields that are new. */
    List<String> rewrite(WorkshopRequestInput input) {
        require(Set.of(DRAFT, CHANGE_REQUESTED), "It is changed before it is handed in, or when reviewers ask for it.");
        var fields = Change.differences(input(), input);
        write(input);
        return fields;
    }

    private void write(WorkshopRequestInput input) {
        contact = input.contact();
        stakeholderType = input.organizer().stakeholderType();
        region = input.organizer().region();
        said = new Said(
                input.organizer(),
                input.title(),
                input.description(),
                input.actionLines(),
                input.goals(),
                input.panellists(),
                input.format(),
                input.attendance(),
                input.preferredDates().stream().map(Object::toString).toList(),
                input.minutes());
    }

    /** Hands the request in while the edition takes it, or again when reviewers asked for a change, which has no deadline. */
    void submit(Edition edition, Instant now) {
        require(Set.of(DRAFT, CHANGE_REQUESTED), "It is handed in already.");
        var phases = edition.phases(edition.consultation().workshops().phases());
        if (state == DRAFT && phases.stream().noneMatch(phase -> phase.isAt(now))) {
            throw ConsultationProblem.closed(phases);
        }
        RequestProblem.requireNone(input().missing());
        state = SUBMITTED;
        reason = null;
        submittedAt = submittedAt == null ? now : submittedAt;
    }

    /** A reviewer other than who made it has said what to do with it. */
    void review(String reviewer) {
        requireReviewable(reviewer);
        if (state == SUBMITTED) {
            state = UNDER_REVIEW;
        }
    }

    /** Sends it back to be changed. */
    void requestChange(String why, String by) {
        requireReviewable(by);
        state = CHANGE_REQUESTED;
        reason = why;
    }

    void waitlist(String why, String by, Instant now) {
        decide(WAITLISTED, why, by, now);
    }

    void reject(String why, String by, Instant now) {
        decide(REJECTED, why, by, now);
    }

    /** The request becomes a session; see {@link #session}. */
    void accept(String why, String by, Instant now) {
        decide(ACCEPTED, why, by, now);
    }

    private void decide(RequestState decided, String why, String by, Instant now) {
        requireReviewable(by);
        state = decided;
        reason = why;
        decidedBy = by;
        decidedAt = now;
    }

    /** Takes it back, before it is accepted: then others count on it. */
    void withdraw() {
        require(
                Set.of(DRAFT, SUBMITTED, UNDER_REVIEW, CHANGE_REQUESTED, WAITLISTED),
                "A request is taken back before it is decided. Whoever makes the programme cancels an accepted workshop.");
        state = WITHDRAWN;
        // What was told of a decision is no longer one.
        decidedAt = null;
        decidedBy = null;
    }

    private void requireReviewable(String by) {
        if (owner.equals(by)) {
            throw ConsultationProblem.OWN_REQUEST.because("Another reviewer does this.");
        }
        require(
                Set.of(SUBMITTED, UNDER_REVIEW, WAITLISTED),
                "It is reviewed once it is handed in, until it is decided.");
    }

    /** Refuses to hand something in for what is no session. */
    void requireAccepted() {
        if (state != ACCEPTED) {
            throw ConsultationProblem.WORKSHOP_NOT_ACCEPTED.because("The request is " + state.json() + ".");
        }
    }

    private void require(Set<RequestState> states, String rule) {
        if (!states.contains(state)) {
            throw ConsultationProblem.REQUEST_NOT_OPEN.because("The request is " + state.json() + ". " + rule);
        }
    }

    /** The session that an accepted request becomes, if it begins at this time. */
    DraftSession session(Edition edition, Instant startsAt) {
        var workshops = edition.consultation().workshops();
        return new DraftSession(
                // The beginning of the id is a time, which others share.
                "workshop-" + id.toString().substring(24),
                workshops.type(),
                workshops.track(),
                said.title(),
                said.description(),
                startsAt,
                startsAt.plusSeconds(said.minutes() * 60L),
                said.attendance(),
                said.actionLines(),
                said.goals(),
                said.organizer().entity(),
                owner);
    }

    /** The request as it would be written anew. */
    WorkshopRequestInput input() {
        return new WorkshopRequestInput(
                said.organizer(),
                contact,
                said.title(),
                said.description(),
                said.actionLines(),
                said.goals(),
                said.panellists(),
                said.format(),
                said.attendance(),
                said.preferredDates().stream().map(LocalDate::parse).toList(),
                said.minutes());
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String edition() {
        return edition;
    }

    String owner() {
        return owner;
    }

    RequestState state() {
        return state;
    }

    String reason() {
        return reason;
    }

    Instant madeAt() {
        return madeAt;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
