package org.wsisforum.awards.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sealed ledger as everybody may see it. */
@Schema(name = "Ledger", description = "A sealed ledger: what its file begins and ends with.")
record LedgerView(
        @Schema(description = "The edition.", examples = "2021")
        String edition,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "When it was sealed.", examples = "2021-03-31T21:05:00Z")
        Instant sealedAt,

        @Schema(description = "How many votes there are, also those that do not count.", examples = "1300000")
        long votes,

        @Schema(
                description = "Where the chain of hashes ends, in base64url.",
                examples = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg")
        String head,

        @Schema(description = "Of the head, Ed25519 in base64url.")
        String signature,

        @Schema(description = "The rules that the votes are counted by.")
        LedgerHeader.Terms rules,

        @Schema(description = "The key of the signature.") LedgerHeader.Key key,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "From when on everybody may read the file; null: never.", nullable = true)
        Instant fileAt,

        @Schema(description = "Where more is to be found.") Links links) {

    /** Where more is to be found. */
    @Schema(name = "LedgerLinks", description = "Where more about a ledger is to be found.")
    record Links(
            @Schema(description = "The file.", examples = "/awards/v1/editions/2021/ledger/file")
            String file,

            @Schema(description = "The keys.", examples = "/awards/v1/ledger-keys")
            String keys,

            @Schema(
                    description = "What the votes came to; null until everybody may read that.",
                    examples = "/awards/v1/editions/2021/tallies/0190b0a2-5c7a-7000-8000-000000000001/document",
                    nullable = true)
            String tally) {}

    /**
     * As everybody sees it.
     *
     * @param tally the one that made the champions; empty while it is not for everybody
     */
    static LedgerView of(Ledger ledger, Instant fileAt, Optional<UUID> tally) {
        var path = "/awards/v1/editions/" + ledger.edition();
        return new LedgerView(
                ledger.edition(),
                ledger.sealedAt(),
                ledger.votes(),
                ledger.footer().head(),
                ledger.footer().signature(),
                ledger.header().rules(),
                ledger.header().key(),
                fileAt,
                new Links(
                        path + "/ledger/file",
                        "/awards/v1/ledger-keys",
                        tally.map(id -> path + "/tallies/" + id + "/document").orElse(null)));
    }
}
