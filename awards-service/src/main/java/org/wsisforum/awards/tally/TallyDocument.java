package org.wsisforum.awards.tally;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.awards.ledger.LedgerHeader;

/**
 * What the votes of an edition come to, and everything that it was made of. It holds nothing of when, where and how often it
 * was counted, and has one spelling, so that the same ledger, rules and decisions give the same bytes.
 *
 * @param format {@code wsis-tally}
 * @param version of the format
 * @param edition the edition
 * @param ledgerHead the head of the ledger that was counted
 * @param rules the rules of that ledger
 * @param quarantine voters whose votes were set apart, and what was decided
 * @param ties what the Expert Group decided
 * @param ballots how many people voted
 * @param votes how many votes they cast
 * @param categories what came out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TallyDocument", description = "What the votes of an edition come to, and everything it was made of.")
record TallyDocument(
        @Schema(examples = "wsis-tally") String format,
        @Schema(examples = "1") int version,
        @Schema(examples = "2021") String edition,

        @Schema(description = "The head of the ledger that was counted.")
        String ledgerHead,

        @Schema(description = "The rules of that ledger.") LedgerHeader.Terms rules,

        @Schema(description = "Voters whose votes were set apart, and what was decided.")
        List<SetApart> quarantine,

        @Schema(description = "What the Expert Group decided between those with as many votes.")
        List<Ruling> ties,

        @Schema(description = "How many people voted.") Ballots ballots,
        @Schema(description = "How many votes they cast.") Votes votes,

        @Schema(description = "What came out, by category.") List<OfCategory> categories) {

    /** A mapper of its own: how answers look over HTTP must not change what has a digest. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /**
     * A voter whose votes were set apart; they count only if somebody has decided so.
     *
     * @param voter as in the ledger
     * @param decision {@code counted}, {@code excluded} or {@code undecided}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "VoterSetApart", description = "A voter whose votes were set apart.")
    record SetApart(
            @Schema(description = "As in the ledger.") String voter,

            @Schema(description = "`counted`, `excluded` or `undecided`; without a decision they do not count.")
            String decision,

            @Schema(description = "Why.") String reason,

            @Schema(description = "The subject of who decided.")
            String by) {}

    /** Whom of those with as many votes the Expert Group made champions. */
    @Schema(name = "TieRuling", description = "Whom of those with as many votes the Expert Group made champions.")
    record Ruling(
            @Schema(examples = "10") int category,
            @Schema(description = "The champions.") List<UUID> projects,
            @Schema(description = "Why.") String reason,

            @Schema(description = "The subject of who recorded it.")
            String by) {}

    /**
     * How many people voted.
     *
     * @param setApart those in quarantine, unless it was decided that they count
     * @param incomplete the others whose ballots do not count because a category is missing
     */
    @Schema(name = "BallotCount", description = "How many people voted, and the ballots of how many count.")
    record Ballots(
            @Schema(examples = "72000") long cast,
            @Schema(examples = "120") long setApart,
            @Schema(examples = "1800") long incomplete,
            @Schema(examples = "70080") long counted) {}

    /**
     * How many votes they cast. Each is one of the others.
     *
     * @param superseded another vote took their place
     * @param notNominated for projects that are no nominees, since they were taken out
     */
    @Schema(name = "VoteCount", description = "How many votes were cast, and why those do not count that do not.")
    record Votes(
            @Schema(examples = "1296000") long cast,
            @Schema(examples = "0") long superseded,
            @Schema(examples = "2160") long setApart,
            @Schema(examples = "16000") long incomplete,
            @Schema(examples = "0") long notNominated,
            @Schema(examples = "1277840") long counted) {}

    /** What came out in a category. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CategoryTally", description = "What came out in a category.")
    record OfCategory(
            @Schema(description = "The category.", examples = "10")
            int category,

            @Schema(description = "All nominees by their votes, then by id.")
            List<Line> nominees,

            @Schema(description = "Projects that votes were cast for and that are no nominees.")
            List<Line> notNominated,

            @Schema(description = "Those who share the last champion's rank; absent where nobody does.")
            Tie tie,

            @Schema(
                    description =
                            "The champions, those with the most votes first; without those who are tied while nobody"
                                    + " has decided.")
            List<UUID> champions) {}

    /** A project and its votes. */
    @Schema(name = "TallyLine", description = "A project and its votes.")
    record Line(UUID project, @Schema(examples = "4211") long votes) {}

    /** Projects with as many votes, of which not all can be champions. */
    @Schema(name = "Tie", description = "Projects with as many votes, of which not all can be champions.")
    record Tie(
            @Schema(description = "The projects.") List<UUID> projects,

            @Schema(description = "How many of them become champions.", examples = "1")
            int places,

            @Schema(description = "How many votes each has.", examples = "4100")
            long votes,

            @Schema(description = "Whether the Expert Group has decided.")
            boolean decided) {

        /** Whether so many of these projects were chosen as there are places. */
        boolean isSettledBy(List<UUID> chosen) {
            return chosen.size() == places && projects.containsAll(chosen);
        }
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tally is no JSON", e);
        }
    }

    static TallyDocument read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, TallyDocument.class);
        } catch (IOException e) {
            throw new IllegalStateException("A tally is not what was written", e);
        }
    }

    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Those who share the last champion's rank in a category, if any do. */
    Optional<Tie> tie(int category) {
        return categories.stream()
                .filter(result -> result.category() == category && result.tie() != null)
                .map(OfCategory::tie)
                .findFirst();
    }

    /** The categories in which nobody has decided between those with as many votes. */
    Integer[] openTies() {
        return categories.stream()
                .filter(category -> category.tie() != null && !category.tie().decided())
                .map(OfCategory::category)
                .toArray(Integer[]::new);
    }
}
