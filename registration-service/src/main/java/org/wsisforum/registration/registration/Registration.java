package org.wsisforum.registration.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.registration.delegation.Attendance;
import org.wsisforum.registration.delegation.Places;
import org.wsisforum.registration.edition.RegistrationRules;

import static org.wsisforum.registration.registration.RegistrationProblem.NOT_AT_THIS_STEP;
import static org.wsisforum.registration.registration.RegistrationProblem.OWN_REGISTRATION;
import static org.wsisforum.registration.registration.RegistrationProblem.REGISTRATION_CLOSED;
import static org.wsisforum.registration.registration.RegistrationProblem.VISA_SUPPORT_CLOSED;
import static org.wsisforum.registration.registration.RegistrationState.ACCREDITED;
import static org.wsisforum.registration.registration.RegistrationState.DRAFT;
import static org.wsisforum.registration.registration.RegistrationState.FOCAL_POINT_APPROVED;
import static org.wsisforum.registration.registration.RegistrationState.REJECTED;
import static org.wsisforum.registration.registration.RegistrationState.SUBMITTED;
import static org.wsisforum.registration.registration.RegistrationState.WAITLISTED;
import static org.wsisforum.registration.registration.RegistrationState.WITHDRAWN;

/** One person's registration for an edition. */
@Entity
class Registration {

    private static final Collator NAMES = Collator.getInstance(ULocale.ROOT).freeze();

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String edition;
    private String person;
    private String enteredBy;

    @Enumerated(EnumType.STRING)
    private RegistrationState state;

    private String category;

    @Enumerated(EnumType.STRING)
    private Attendance attendance;

    private String country;
    private UUID delegation;

    @Enumerated(EnumType.STRING)
    private Attendance place;

    @JdbcTypeCode(SqlTypes.JSON)
    private RegistrationInput content;

    @JdbcTypeCode(SqlTypes.JSON)
    private VisaSupport visa;

    private String accessibility;
    private boolean listed;
    private String nameKey;
    private String matchEmail;
    private String matchName;
    private LocalDate birthDate;
    private UUID invitation;
    private String reason;
    private Instant createdAt;
    private Instant submittedAt;
    private Instant approvedAt;
    private String approvedBy;
    private Instant decidedAt;
    private String decidedBy;
    private Instant visaApprovedAt;
    private Instant withdrawnAt;

    protected Registration() {}

    /**
     * A draft.
     *
     * @param person whose it is; null for somebody whom a focal point enters
     */
    Registration(
            String edition,
            String person,
            String enteredBy,
            RegistrationInput input,
            RegistrationRules rules,
            Instant now) {
        this.edition = edition;
        this.person = person;
        this.enteredBy = enteredBy;
        this.createdAt = now;
        this.state = DRAFT;
        requireVisaInTime(input.visa(), rules, now);
        write(input);
    }

    /**
     * Replaces what the person says, and names the fields that are new. What was approved and does not hold for them any more
     * is open again.
     */
    List<String> rewrite(RegistrationInput input, RegistrationRules rules, Places places, Instant now) {
        if (state == REJECTED) {
            throw NOT_AT_THIS_STEP.because("It was rejected. Write to the secretariat.");
        }
        var fields = Change.differences(input(), input);
        if (fields.contains("visa") && visa == null) {
            requireVisaInTime(input.visa(), rules, now);
        }
        if (touches(fields, rules.focalPointReopens())) {
            freePlace(places);
            // Who waits goes on waiting, unless it is the focal point's approval that is open again.
            if (isUnderWay() && (state != WAITLISTED || approvedAt != null || fields.contains("category"))) {
                state = SUBMITTED;
                approvedAt = null;
                approvedBy = null;
                undecide();
            }
        } else if (touches(fields, rules.accreditationReopens()) && state == ACCREDITED) {
            state = approvedAt == null ? SUBMITTED : FOCAL_POINT_APPROVED;
            if (state == SUBMITTED) {
                freePlace(places);
            }
            undecide();
        }
        if (touches(fields, rules.visaLetterReopens())) {
            visaApprovedAt = null;
        }
        write(input);
        return fields;
    }

    private void undecide() {
        decidedAt = null;
        decidedBy = null;
        reason = null;
        visaApprovedAt = null;
    }

    private static boolean touches(List<String> fields, Set<String> reopening) {
        return fields.stream().anyMatch(reopening::contains);
    }

    private static void requireVisaInTime(VisaSupport support, RegistrationRules rules, Instant now) {
        if (support != null && !rules.givesVisaSupport(now)) {
            throw VISA_SUPPORT_CLOSED.because(
                    rules.visaSupportBefore() == null
                            ? "The edition gives no support for visas."
                            : "It was to be asked for before " + rules.visaSupportBefore() + ".");
        }
    }

    private void write(RegistrationInput input) {
        category = input.category();
        attendance = input.attendance();
        country = input.country();
        delegation = input.delegation();
        content = input.withoutRestricted();
        visa = input.visa();
        accessibility = input.accessibilityNeeds();
        listed = input.listed() != null && input.listed();
        nameKey = HexFormat.of()
                .formatHex(NAMES.getCollationKey((input.familyName() == null ? "" : input.familyName() + " ")
                                + (input.givenName() == null ? "" : input.givenName()))
                        .toByteArray());
        matchEmail = WrittenName.matchedAddress(input.email());
        matchName = WrittenName.matched(input.givenName(), input.familyName());
        birthDate = visa == null ? null : visa.birthDate();
    }

    /**
     * Hands it in.
     *
     * @param approved whether the focal point has approved by this very step: its own registration
     */
    void submit(RegistrationRules rules, boolean approved, Places places, String by, Instant now) {
        requireIn(Set.of(DRAFT, WITHDRAWN));
        if (!rules.isOpen(now)) {
            throw REGISTRATION_CLOSED.because(
                    "Registrations are taken from " + rules.opensAt() + " until " + rules.closesAt() + ".");
        }
        state = SUBMITTED;
        submittedAt = now;
        withdrawnAt = null;
        reason = null;
        approvedAt = null;
        approvedBy = null;
        undecide();
        if (approved) {
            approve(rules, places, by, now);
        }
    }

    /** The focal point lets it through. */
    void approve(RegistrationRules rules, Places places, String by, Instant now) {
        requireIn(Set.of(SUBMITTED));
        if (!needsFocalPoint(rules)) {
            throw NOT_AT_THIS_STEP.because("Of this category the accreditation officer decides alone.");
        }
        takePlace(places);
        state = FOCAL_POINT_APPROVED;
        approvedAt = now;
        approvedBy = by;
    }

    /** The focal point does not. */
    void refuse(RegistrationRules rules, String why, Places places, String by, Instant now) {
        requireIn(Set.of(SUBMITTED, FOCAL_POINT_APPROVED));
        if (!needsFocalPoint(rules)) {
            throw NOT_AT_THIS_STEP.because("Of this category the accreditation officer decides alone.");
        }
        decide(REJECTED, why, by, now);
        freePlace(places);
    }

    /** The accreditation officer lets the person in, from the waiting list too. */
    void accredit(RegistrationRules rules, Places places, String by, Instant now) {
        requireReady(rules, Set.of(WAITLISTED));
        takePlace(places);
        decide(ACCREDITED, null, by, now);
        visaApprovedAt = visa == null ? null : now;
    }

    /** The accreditation officer turns the person away, also one who was let in before. */
    void reject(String why, Places places, String by, Instant now) {
        requireIn(Set.of(SUBMITTED, FOCAL_POINT_APPROVED, WAITLISTED, ACCREDITED));
        freePlace(places);
        decide(REJECTED, why, by, now);
        visaApprovedAt = null;
    }

    /** Whoever comes later, if somebody else does not. */
    void waitlist(RegistrationRules rules, String why, Places places, String by, Instant now) {
        requireReady(rules, Set.of());
        freePlace(places);
        decide(WAITLISTED, why, by, now);
    }

    /** Takes a rejection back: the registration is where it was when it was handed in. */
    void reconsider() {
        requireIn(Set.of(REJECTED));
        state = SUBMITTED;
        approvedAt = null;
        approvedBy = null;
        undecide();
    }

    private void decide(RegistrationState decided, String why, String by, Instant now) {
        state = decided;
        reason = why;
        decidedBy = by;
        decidedAt = now;
    }

    /** The person does not come. */
    void withdraw(Places places, Instant now) {
        requireIn(Set.of(SUBMITTED, FOCAL_POINT_APPROVED, ACCREDITED, WAITLISTED));
        freePlace(places);
        state = WITHDRAWN;
        withdrawnAt = now;
        visaApprovedAt = null;
    }

    /** Refuses to throw away what was handed in once: it is withdrawn, and what happened stays known. */
    void requireDraft() {
        requireIn(Set.of(DRAFT));
    }

    /** The letter for the visa may be written once more, after something in it was changed. */
    void approveVisa(Instant now) {
        requireIn(Set.of(ACCREDITED));
        if (visa == null) {
            throw NOT_AT_THIS_STEP.because("No support for a visa was asked for.");
        }
        visaApprovedAt = now;
    }

    /** Notes which invitation the person answers by coming; null for none. */
    void answers(UUID invited) {
        invitation = invited;
    }

    private void takePlace(Places places) {
        if (delegation != null && place == null) {
            places.take(delegation, attendance);
            place = attendance;
        }
    }

    private void freePlace(Places places) {
        if (place != null) {
            places.free(delegation, place);
            place = null;
        }
    }

    private boolean isUnderWay() {
        return state != DRAFT && state != WITHDRAWN;
    }

    private boolean needsFocalPoint(RegistrationRules rules) {
        return rules.category(category)
                .filter(RegistrationRules.Category::needsFocalPoint)
                .isPresent();
    }

    /** Refuses where the accreditation officer is not yet, or no longer, to decide. */
    private void requireReady(RegistrationRules rules, Set<RegistrationState> also) {
        if (also.contains(state) || state == FOCAL_POINT_APPROVED || state == SUBMITTED && !needsFocalPoint(rules)) {
            return;
        }
        throw NOT_AT_THIS_STEP.because(
                state == SUBMITTED
                        ? "The focal point of the delegation has not approved yet."
                        : "The registration is " + state.json() + ".");
    }

    /** Refuses where an officer would decide on itself, or on whom it has entered. */
    void requireOfAnother(String officer) {
        if (isOf(officer) || person == null && officer.equals(enteredBy)) {
            throw OWN_REGISTRATION.because("Ask another officer.");
        }
    }

    private void requireIn(Set<RegistrationState> states) {
        if (!states.contains(state)) {
            throw NOT_AT_THIS_STEP.because("The registration is " + state.json() + ".");
        }
    }

    /** Whether everybody sees that the person comes. */
    boolean isShown() {
        return state == ACCREDITED && listed;
    }

    /** Whether a letter for a visa is written. */
    boolean hasVisaLetter() {
        return state == ACCREDITED && visa != null && visaApprovedAt != null;
    }

    /** What was entered, as it would be entered anew. */
    RegistrationInput input() {
        return content.with(visa, accessibility);
    }

    boolean isOf(String subject) {
        return subject.equals(person);
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

    String enteredBy() {
        return enteredBy;
    }

    RegistrationState state() {
        return state;
    }

    String category() {
        return category;
    }

    Attendance attendance() {
        return attendance;
    }

    UUID delegation() {
        return delegation;
    }

    String nameKey() {
        return nameKey;
    }

    String matchEmail() {
        return matchEmail;
    }

    String matchName() {
        return matchName;
    }

    LocalDate birthDate() {
        return birthDate;
    }

    UUID invitation() {
        return invitation;
    }

    String reason() {
        return reason;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    Instant approvedAt() {
        return approvedAt;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    Instant visaApprovedAt() {
        return visaApprovedAt;
    }
}
