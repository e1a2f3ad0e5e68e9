package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
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

import org.wsisforum.agenda.edition.Consultation.RequestPart;
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
    private Instant lastSubmittedAt;
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

    /**
     * Replaces what the request says, before it is handed in or when it is to be changed; who answers for it may be somebody else
     * as long as anything is to be answered. Names the fields that are new.
     */
    List<String> rewrite(WorkshopRequestInput input) {
        var fields = Change.differences(input(), input);
        if (List.of("contact").containsAll(fields)) {
            require(
                    EnumSet.complementOf(EnumSet.of(REJECTED, WITHDRAWN)),
                    "Nobody is written to of a request that is rejected or was taken back.");
        } else {
            require(
                    Set.of(DRAFT, CHANGE_REQUESTED),
                    "It is changed before it is handed in, or when reviewers ask for it; its contact at any time.");
        }
        write(input);
        return fields;
    }

    private void write(WorkshopRequestInput input) {
        contact = input.contact();
        stakeholderType = input.organizer().stakeholderType();
        region = input.organizer().countedUnder();
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
        RequestProblem.requireNone(
                input().missing(edition.consultation().workshops().required()));
        // The reason stays: whoever decides next sees what was asked for.
        state = SUBMITTED;
        submittedAt = submittedAt == null ? now : submittedAt;
        lastSubmittedAt = now;
    }

    /** A reviewer other than who made it has said what to do with it. */
    void review(String reviewer) {
        requireOfOthers(reviewer);
        require(
                Set.of(SUBMITTED, UNDER_REVIEW, WAITLISTED),
                "It is reviewed once it is handed in, until it is decided.");
        if (state == SUBMITTED) {
            state = UNDER_REVIEW;
        }
    }

    /** Sends it back to be changed. */
    void requestChange(String why, String by) {
        requireOfOthers(by);
        requireUndecided();
        state = CHANGE_REQUESTED;
        reason = why;
        forgetDecision();
    }

    /** @param hasSession whether the session that it may have become is there */
    void waitlist(String why, String by, Instant now, boolean hasSession) {
        decide(WAITLISTED, why, by, now, hasSession);
    }

    /** @param hasSession whether the session that it may have become is there */
    void reject(String why, String by, Instant now, boolean hasSession) {
        decide(REJECTED, why, by, now, hasSession);
    }

    /**
     * The request becomes a session; see {@link #session}.
     *
     * @param hasSession whether the session that it may have become is there
     */
    void accept(String why, String by, Instant now, boolean hasSession) {
        if (!input().missing(RequestPart.NEEDED).isEmpty()) {
            throw ConsultationProblem.REQUEST_NOT_OPEN.because(
                    "It is being changed, and leaves open what a session cannot be without.");
        }
        decide(ACCEPTED, why, by, now, hasSession);
    }

    private void decide(RequestState decided, String why, String by, Instant now, boolean hasSession) {
        requireOfOthers(by);
        // An accepted one whose session was taken out would be stuck.
        if (state != ACCEPTED || hasSession) {
            requireUndecided();
        }
        state = decided;
        reason = why;
        decidedBy = by;
        decidedAt = now;
    }

    /** Takes back what was handed in, before it is accepted: then others count on it. */
    void withdraw() {
        require(
                Set.of(SUBMITTED, UNDER_REVIEW, CHANGE_REQUESTED, WAITLISTED),
                "A request is taken back before it is decided. Whoever makes the programme cancels an accepted workshop.");
        state = WITHDRAWN;
        forgetDecision();
    }

    /** What was told of a decision is no longer one. */
    private void forgetDecision() {
        decidedAt = null;
        decidedBy = null;
    }

    private void requireOfOthers(String by) {
        if (owner.equals(by)) {
            throw ConsultationProblem.OWN_REQUEST.because("Another reviewer does this.");
        }
    }

    private void requireUndecided() {
        require(
                Set.of(SUBMITTED, UNDER_REVIEW, CHANGE_REQUESTED, WAITLISTED),
                "It is decided on once it is handed in, and again if it waits or its session was taken out.");
    }

    /** Whether it was ever handed in: before that it is nobody's business but its owner's. */
    boolean wasSubmitted() {
        return submittedAt != null;
    }

    boolean isAccepted() {
        return state == ACCEPTED;
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
                owner,
                said.panellists().stream().map(PanellistInput::panellist).toList());
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

    Instant lastSubmittedAt() {
        return lastSubmittedAt;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
