package org.wsisforum.awards.vote;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.awards.ledger.Receipt;

/** A vote as its voter sees it. */
@Schema(name = "Vote", description = "A vote, for the one who has cast it.")
record VoteView(
        @Schema(description = "The number of its category.", examples = "10")
        int category,

        @Schema(description = "The project that it is for.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
        UUID project,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "When it was cast.", examples = "2021-03-05T10:15:30.123456Z")
        Instant castAt,

        @Schema(description = "What proves that it was stored, without saying for whom.")
        Receipt receipt) {

    static VoteView of(Vote vote, Receipt receipt) {
        return new VoteView(vote.category(), vote.project(), vote.castAt(), receipt);
    }
}
