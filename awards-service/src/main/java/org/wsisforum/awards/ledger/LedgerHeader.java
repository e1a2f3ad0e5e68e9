package org.wsisforum.awards.ledger;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.awards.edition.Rules;

/**
 * The first line of the ledger's file: what the votes were cast under. It is kept as it was signed, and counting goes by it.
 *
 * @param format {@code wsis-ledger}
 * @param version of the format
 * @param edition the edition
 * @param rules what counting goes by
 * @param votes how many lines follow before the last
 * @param key under which the last line is signed
 */
@Schema(name = "LedgerHeader", description = "What the votes of a ledger were cast under.")
public record LedgerHeader(String format, int version, String edition, Terms rules, long votes, Key key) {

    /** A mapper of its own: how answers look over HTTP must not change what is signed. */
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * The rules that matter for counting.
     *
     * @param ballot which ballots count
     * @param changeAllowed whether a vote may take another's place
     * @param championsPerCategory how many nominees become champions
     * @param tie who decides between nominees with as many votes
     * @param categories the categories in which there was something to vote for
     */
    @Schema(name = "LedgerTerms", description = "The rules that matter for counting.")
    public record Terms(
            @Schema(description = "Which ballots count.", examples = "all-categories")
            Rules.Completeness ballot,

            @Schema(description = "Whether a vote may take another's place.", examples = "false")
            boolean changeAllowed,

            @Schema(description = "How many nominees become champions.", examples = "5")
            int championsPerCategory,

            @Schema(description = "Who decides between nominees with as many votes.", examples = "expert-group-decides")
            Rules.Decision tie,

            @Schema(description = "The categories in which there was something to vote for.", examples = "[1, 2]")
            List<Integer> categories) {}

    /** A public key as a JWK spells it (RFC 8037). */
    @Schema(name = "LedgerKey", description = "A public key as a JWK spells it (RFC 8037).")
    public record Key(String kty, String crv, String x, String kid) {

        static Key of(LedgerKey key) {
            return new Key("OKP", "Ed25519", key.publicKey(), key.id());
        }
    }

    static LedgerHeader of(String edition, Terms rules, long votes, LedgerKey key) {
        return new LedgerHeader("wsis-ledger", 1, edition, rules, votes, Key.of(key));
    }

    /** The line, without its end. */
    String json() {
        return write(this);
    }

    static LedgerHeader read(String line) {
        return read(line, LedgerHeader.class);
    }

    static String write(Object line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of the ledger is no JSON", e);
        }
    }

    static <T> T read(String line, Class<T> type) {
        try {
            return JSON.readValue(line, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of the ledger is not what was written", e);
        }
    }
}
