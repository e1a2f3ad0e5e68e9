package org.wsisforum.registration.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.hibernate.annotations.UuidGenerator;

/** A link that an invitation was given; only its hash is kept. */
@Entity
@Table(name = "invitation_link")
class Link {
    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "invitation_id")
    private Invitation invitation;

    private String hash;
    private Instant issuedAt;
    private Instant closedAt;

    protected Link() {}

    Link(Invitation invitation, String hash, Instant issuedAt) {
        this.invitation = invitation;
        this.hash = hash;
        this.issuedAt = issuedAt;
    }

    /** Compared without telling by its duration how much was right. */
    boolean isOpenedBy(String presented) {
        return closedAt == null
                && MessageDigest.isEqual(
                        presented.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    boolean isOpen() {
        return closedAt == null;
    }

    void close(Instant now) {
        if (closedAt == null) {
            closedAt = now;
        }
    }

    String hash() {
        return hash;
    }

    Instant issuedAt() {
        return issuedAt;
    }
}
