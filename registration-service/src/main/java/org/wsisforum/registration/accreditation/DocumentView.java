package org.wsisforum.registration.accreditation;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document, without its bytes. */
@Schema(name = "AccreditationDocument", description = "A document that proves who somebody is, without its bytes.")
public record DocumentView(
        @Schema(description = "The document.", examples = "0190b0a2-5c7a-7000-8000-000000000701")
        UUID id,

        @Schema(description = "What whoever sent it calls it.", examples = "Certificate of registration")
        String name,

        @Schema(description = "In what form it is.", examples = "application/pdf")
        String mediaType,

        @Schema(description = "Its length in bytes.", examples = "48213")
        int size,

        @Schema(description = "SHA-256 of its bytes, in hexadecimal digits.")
        String digest,

        @Schema(description = "When it was stored.") Instant storedAt) {}
