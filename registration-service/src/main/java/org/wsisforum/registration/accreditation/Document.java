package org.wsisforum.registration.accreditation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** A document that proves who somebody is. */
@Entity
@Immutable
@Table(name = "accreditation_document")
class Document {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID accreditation;
    private int position;
    private String name;
    private String mediaType;
    private int size;
    private String digest;
    private byte[] bytes;
    private Instant storedAt;

    protected Document() {}

    Document(UUID accreditation, int position, String name, String mediaType, byte[] bytes, Instant now) {
        this.accreditation = accreditation;
        this.position = position;
        this.name = name;
        this.mediaType = mediaType;
        this.size = bytes.length;
        this.digest = digest(bytes);
        this.bytes = bytes;
        this.storedAt = now;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    DocumentView view() {
        return new DocumentView(id, name, mediaType, size, digest, storedAt);
    }

    String mediaType() {
        return mediaType;
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }
}
