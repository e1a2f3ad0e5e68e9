package org.wsisforum.registration.partner;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.wsisforum.kit.conditional.Tagged;
import org.wsisforum.kit.picture.Image;

/** The logo of a partner. */
@Entity
@Table(name = "partner_logo")
class Logo {

    @Id
    private UUID partner;

    private String mediaType;
    private byte[] bytes;
    private String digest;

    protected Logo() {}

    Logo(UUID partner) {
        this.partner = partner;
    }

    void show(Image image) {
        mediaType = image.mediaType();
        bytes = image.bytes();
        digest = image.digest();
    }

    String mediaType() {
        return mediaType;
    }

    /** Its bytes as they are answered. */
    Tagged answer() {
        return new Shown(digest, bytes);
    }

    private record Shown(String digest, byte[] bytes) implements Tagged {

        @Override
        public String determinedBy() {
            return digest;
        }

        @Override
        public Optional<byte[]> atHand() {
            return Optional.of(bytes);
        }

        @Override
        public void write(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }
}
