package org.wsisforum.registration.accreditation;

import java.time.Duration;
import java.time.Instant;
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

import org.wsisforum.kit.changes.Change;
import org.wsisforum.registration.edition.RegistrationRules;

import static org.wsisforum.registration.accreditation.AccreditationProblem.ACCREDITATION_NOT_AT_THIS_STEP;
import static org.wsisforum.registration.accreditation.AccreditationProblem.APPEAL_TOO_LATE;
import static org.wsisforum.registration.accreditation.AccreditationProblem.OWN_INTEREST;
import static org.wsisforum.registration.accreditation.AccreditationProblem.SAME_OFFICER;
import static org.wsisforum.registration.accreditation.AccreditationState.ACCREDITED;
import static org.wsisforum.registration.accreditation.AccreditationState.APPEALED;
import static org.wsisforum.registration.accreditation.AccreditationState.DRAFT;
import static org.wsisforum.registration.accreditation.AccreditationState.OVERTURNED;
import static org.wsisforum.registration.accreditation.AccreditationState.REFUSED;
import static org.wsisforum.registration.accreditation.AccreditationState.SUBMITTED;
import static org.wsisforum.registration.accreditation.AccreditationState.UNDER_REVIEW;
import static org.wsisforum.registration.accreditation.AccreditationState.UPHELD;

/** One person's expression of interest in an edition, and what became of it. */
@Entity
class Accreditation {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String edition;
    private String person;

    @Enumerated(EnumType.STRING)
    private AccreditationState state;

    private String entityType;
    private String country;

    @JdbcTypeCode(SqlTypes.JSON)
    private AccreditationInput content;

    private UUID carriedFrom;
    private Instant createdAt;
    private Instant submittedAt;
    private String reviewer;
    private Instant decidedAt;
    private String decidedBy;
    private String reason;
    private Instant appealedAt;
    private String appeal;
    private Instant appealDecidedAt;
    private String appealDecidedBy;
    private String appealReason;

    protected Accreditation() {}

    /** A draft. */
    Accreditation(String edition, String person, AccreditationInput input, Instant now) {
        this.edition = edition;
        this.person = person;
        this.state = DRAFT;
        this.createdAt = now;
        write(input);
    }

    /** What held for an edition before holds for this one, since nothing has changed. */
    static Accreditation carriedOver(String edition, Accreditation before, Instant now) {
        var carried = new Accreditation(edition, before.person, before.content, now);
        carried.carriedFrom = before.id;
        carried.state = ACCREDITED;
        carried.submittedAt = now;
        carried.decidedAt = now;
        return carried;
    }

    /** Replaces what a draft says, and names the fields that are new. */
    List<String> rewrite(AccreditationInput input) {
        requireDraft();
        var fields = Change.differences(content, input);
        write(input);
        return fields;
    }

    private void write(AccreditationInput input) {
        content = input;
        entityType = input.entityType();
        country = input.country();
    }

    /** Refuses to change what was handed in: an officer must not read another text than the one that was sent. */
    void requireDraft() {
        requireIn(Set.of(DRAFT));
    }

    /** Hands it in. */
    void submit(Instant now) {
        requireDraft();
        state = SUBMITTED;
        submittedAt = now;
    }

    /** An officer takes it up. */
    void review(String officer) {
        requireIn(Set.of(SUBMITTED));
        requireOther(officer);
        state = UNDER_REVIEW;
        reviewer = officer;
    }

    /** An officer who has taken it up decides. */
    void decide(boolean accredited, String why, String officer, Instant now) {
        requireIn(Set.of(UNDER_REVIEW));
        requireOther(officer);
        state = accredited ? ACCREDITED : REFUSED;
        reason = why;
        decidedBy = officer;
        decidedAt = now;
    }

    /** The person asks for another look at a refusal, once and in time. */
    void appeal(String why, RegistrationRules rules, Instant now) {
        requireIn(Set.of(REFUSED));
        var until = decidedAt.plus(Duration.ofDays(rules.appealDays()));
        if (!now.isBefore(until)) {
            throw APPEAL_TOO_LATE.because("It was to be appealed before " + until + ".");
        }
        state = APPEALED;
        appeal = why;
        appealedAt = now;
    }

    /** Another officer than the one who refused takes that look. */
    void decideAppeal(boolean overturned, String why, String officer, Instant now) {
        requireIn(Set.of(APPEALED));
        requireOther(officer);
        if (officer.equals(decidedBy)) {
            throw SAME_OFFICER.because("You refused it; somebody else looks at it now.");
        }
        state = overturned ? OVERTURNED : UPHELD;
        appealReason = why;
        appealDecidedBy = officer;
        appealDecidedAt = now;
    }

    private void requireOther(String officer) {
        if (isOf(officer)) {
            throw OWN_INTEREST.because("Ask another officer.");
        }
    }

    private void requireIn(Set<AccreditationState> states) {
        if (!states.contains(state)) {
            throw ACCREDITATION_NOT_AT_THIS_STEP.because("It is " + state.json() + ".");
        }
    }

    /** Whether the person is accredited. */
    boolean holds() {
        return state == ACCREDITED || state == OVERTURNED;
    }

    boolean isOf(String subject) {
        return person.equals(subject);
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

    String person() {
        return person;
    }

    AccreditationState state() {
        return state;
    }

    AccreditationInput input() {
        return content;
    }

    UUID carriedFrom() {
        return carriedFrom;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    String reason() {
        return reason;
    }

    Instant appealedAt() {
        return appealedAt;
    }

    String appeal() {
        return appeal;
    }

    Instant appealDecidedAt() {
        return appealDecidedAt;
    }

    String appealReason() {
        return appealReason;
    }
}
