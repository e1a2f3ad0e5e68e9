package org.wsisforum.awards.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * A vote as it stands in the ledger.
 *
 * @param vote its id, which the voter's receipt names
 * @param category the number of the category
 * @param project the nominee
 * @param voter the voter's mailbox as an HMAC, the same in all of the voter's lines
 * @param castAt when it was cast, to the microsecond, as the database keeps it
 * @param supersedes the vote whose place it takes; null for the voter's first in the category
 */
public record LedgerLine(UUID vote, int category, UUID project, byte[] voter, Instant castAt, UUID supersedes) {

    /** What the time of a vote is cut to when it is cast, so that what is signed is what is stored. */
    public static final ChronoUnit PRECISION = ChronoUnit.MICROS;

    /** The line without its end: these bytes, and no other spelling of the same, are what digests are made of. */
    public String json() {
        return "{\"vote\":\"" + vote + "\",\"category\":" + category + ",\"project\":\"" + project + "\",\"voter\":\""
                + base64(voter) + "\",\"castAt\":\"" + castAt + "\""
                + (supersedes == null ? "" : ",\"supersedes\":\"" + supersedes + "\"") + "}";
    }

    /** The SHA-256 of the line. */
    public byte[] digest() {
        return sha256().digest(json().getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
