package org.wsisforum.registration.delegation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.UuidGenerator;

import static org.wsisforum.registration.delegation.DelegationProblem.FOCAL_POINT_ENDED;

/** Who acts for a delegation, or did. */
@Entity
class FocalPoint {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private UUID delegation;
    private String subject;
    private String name;
    private String email;
    private boolean deputy;
    private Instant appointedAt;
    private String appointedBy;
    private String appointmentLetter;
    private Instant endedAt;
    private String endedBy;
    private String endingLetter;

    protected FocalPoint() {}

    FocalPoint(UUID delegation, FocalPointInput.Person person, boolean deputy, String letter, String by, Instant now) {
        this.delegation = delegation;
        this.subject = person.subject();
        this.name = person.name().strip();
        this.email = person.email();
        this.deputy = deputy;
        this.appointmentLetter = letter.strip();
        this.appointedBy = by;
        this.appointedAt = now;
    }

    /** From now on the person acts for the delegation no more; 409 for one that was ended already. */
    void end(String letter, String by, Instant now) {
        if (endedAt != null) {
            throw FOCAL_POINT_ENDED.because("The appointment ended at " + endedAt + ".");
        }
        endedAt = now.isBefore(appointedAt) ? appointedAt : now;
        endedBy = by;
        endingLetter = letter.strip();
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String subject() {
        return subject;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    boolean isDeputy() {
        return deputy;
    }

    Instant appointedAt() {
        return appointedAt;
    }

    String appointmentLetter() {
        return appointmentLetter;
    }

    Instant endedAt() {
        return endedAt;
    }

    String endingLetter() {
        return endingLetter;
    }
}
