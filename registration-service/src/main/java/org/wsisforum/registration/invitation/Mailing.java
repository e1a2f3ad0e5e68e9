package org.wsisforum.registration.invitation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** That a letter is mailed to those who were cleared for it; how far that is follows from its mails. */
@Entity
@Immutable
class Mailing {
    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String edition;
    private UUID letterId;
    private Instant requestedAt;
    private String requestedBy;

    /** How many of those who were cleared have no address for mail. */
    private int withoutAddress;

    protected Mailing() {}

    Mailing(String edition, UUID letterId, int withoutAddress, String requestedBy, Instant requestedAt) {
        this.edition = edition;
        this.letterId = letterId;
        this.withoutAddress = withoutAddress;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
    }

    UUID id() {
        return id;
    }

    String edition() {
        return edition;
    }

    UUID letterId() {
        return letterId;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    String requestedBy() {
        return requestedBy;
    }

    int withoutAddress() {
        return withoutAddress;
    }
}
