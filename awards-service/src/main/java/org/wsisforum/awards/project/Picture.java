package org.wsisforum.awards.project;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

import org.wsisforum.kit.picture.Image;

/** The logo of a project, or a picture of it. */
@Entity
@Immutable
class Picture {

    @Id
    private UUID id;

    private UUID project;
    private boolean logo;
    private String mediaType;
    private int width;
    private int height;
    private byte[] bytes;
    private String digest;
    private Instant storedAt;

    protected Picture() {}

    Picture(UUID project, boolean logo, Image image, Instant now) {
        this.id = UUID.randomUUID();
        this.project = project;
        this.logo = logo;
        this.mediaType = image.mediaType();
        this.width = image.width();
        this.height = image.height();
        this.bytes = image.bytes();
        this.digest = image.digest();
        this.storedAt = now;
    }

    UUID id() {
        return id;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] bytes() {
        return bytes;
    }

    String digest() {
        return digest;
    }
}
