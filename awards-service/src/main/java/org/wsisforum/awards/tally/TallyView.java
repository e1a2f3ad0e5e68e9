package org.wsisforum.awards.tally;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tally as the awards manager sees it. */
@Schema(name = "Tally", description = "A counting of the votes: how far it has come.")
record TallyView(
        UUID id,

        @Schema(description = "How far it has come.") TallyState state,

        @Schema(description = "The same in per cent.", examples = "100")
        int progress,

        @Schema(description = "When it was asked for.") Instant requestedAt,

        @Schema(description = "When a copy of the service began with it; null while it waits.", nullable = true)
        Instant startedAt,

        @Schema(description = "When it came to its end; null before.", nullable = true)
        Instant endedAt,

        @Schema(
                description =
                        "The SHA-256 of the document, in base64url: the same votes, rules and decisions give the same."
                                + " Null while it is not done.",
                nullable = true,
                examples = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg")
        String digest,

        @Schema(
                description =
                        "The categories in which the Expert Group has to decide between projects with as many votes;"
                                + " null while it is not done.",
                nullable = true,
                examples = "[10]")
        List<Integer> openTies,

        @Schema(description = "Whether it makes the champions of the edition.")
        boolean published,

        @Schema(description = "Where its document is; null while it is not done.", nullable = true)
        String document) {

    static TallyView of(Tally tally, Publication publication) {
        return new TallyView(
                tally.id(),
                tally.state(),
                tally.progress(),
                tally.requestedAt(),
                tally.startedAt(),
                tally.endedAt(),
                tally.digest() == null
                        ? null
                        : Base64.getUrlEncoder().withoutPadding().encodeToString(tally.digest()),
                tally.openTies(),
                publication != null && publication.isOf(tally.id()),
                tally.state() == TallyState.DONE
                        ? "/awards/v1/editions/" + tally.edition() + "/tallies/" + tally.id() + "/document"
                        : null);
    }
}
