package org.wsisforum.awards.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a voter keeps: that the Forum has stored a vote, signed, without saying for whom.
 *
 * @param edition the edition
 * @param vote the id of the vote
 * @param category the number of its category
 * @param castAt when it was cast
 * @param digest the SHA-256 of its line in the ledger
 * @param path from the digest to what is signed: each step is the SHA-256 of the byte 1, what is to the left and what is to the
 *     right; empty where the digest itself is signed
 * @param key the name of the key
 * @param signature over {@code wsis-receipt/1}, the edition and where the path ends, a line each
 */
@Schema(
        name = "VoteReceipt",
        description =
                "That a vote was stored, signed, without saying for whom. The digest is the SHA-256 of the vote's line in the ledger."
                        + " To check it, begin with the digest; for each step of the path take the SHA-256 of the byte 1, the"
                        + " left and the right hash, of which the step gives one; the signature (Ed25519) is over the text"
                        + " `wsis-receipt/1`, the edition and the last hash in base64url, each followed by a line feed.")
public record Receipt(
        @NotNull @Size(max = 30) @Schema(description = "The edition.", examples = "2021")
        String edition,

        @NotNull @Schema(description = "The id of the vote.")
        UUID vote,

        @Schema(description = "The number of its category.", examples = "10")
        int category,

        @NotNull
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "When it was cast.", examples = "2021-03-05T10:15:30.123456Z")
        Instant castAt,

        @NotNull @Pattern(regexp = HASH) @Schema(description = "The SHA-256 of its line in the ledger, in base64url.")
        String digest,

        @NotNull @Size(max = 32) @Schema(description = "The way from the digest to what is signed.")
        List<@NotNull @Valid Step> path,

        @NotNull @Pattern(regexp = HASH) @Schema(description = "The name of the key, its RFC 7638 thumbprint.")
        String key,

        @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{86}") @Schema(description = "The signature, in base64url.")
        String signature) {

    private static final String HASH = "[A-Za-z0-9_-]{43}";

    /**
     * A step of the path; the one of both that is not there is what the steps before have led to.
     *
     * @param left the hash to the left, or null
     * @param right the hash to the right, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReceiptStep", description = "A step of the path: the hash that stands beside the one so far.")
    public record Step(
            @Pattern(regexp = HASH) @Schema(description = "The hash to the left.")
            String left,

            @Pattern(regexp = HASH) @Schema(description = "The hash to the right.")
            String right) {}
}
