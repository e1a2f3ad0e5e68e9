package org.wsisforum.kit.changes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

import org.wsisforum.kit.problem.ProblemException;

/**
 * A place in the feed: after this change.
 *
 * <p>It is written enciphered. The number of a transaction counts what is written in the whole database, whoever writes it: whoever
 * read it twice would know how many transactions lie between, and while people vote that is nearly how many votes. The same place
 * is always written the same, so that a list that has not changed keeps its ETag.
 *
 * @param transaction the 64-bit id of the transaction that recorded it; those never come round
 * @param position its place within the transaction
 */
public record ChangeCursor(long transaction, long position) {

    /** Before the first change. */
    static final ChangeCursor BEGINNING = new ChangeCursor(0, 0);

    /** How places were written in the clear, to which nobody is held any more. */
    private static final Pattern IN_THE_CLEAR = Pattern.compile("c\\d{1,18}\\.\\d{1,19}");

    /** A database comes this far in thousands of years; what claims to be further was written under another key. */
    private static final long TRANSACTIONS = 1L << 48;

    private static final int BYTES = 2 * Long.BYTES;

    /** Of this process alone, until the service's own is read. */
    private static volatile SecretKeySpec key = key(new SecureRandom().generateSeed(BYTES));

    /** The place before the change that this place follows, so that reading on begins with it; nothing has position 0. */
    public ChangeCursor justBefore() {
        return new ChangeCursor(transaction, Math.max(position - 1, 0));
    }

    static ChangeCursor latest(ChangeCursor one, ChangeCursor other) {
        var order = Long.compare(one.transaction, other.transaction);
        return (order != 0 ? order : Long.compare(one.position, other.position)) >= 0 ? one : other;
    }

    /** Whether this place lies behind the other. */
    boolean isAfter(ChangeCursor other) {
        return latest(this, other) == this && !equals(other);
    }

    /** Whether this place cannot have been given out by a database that has come no further than this transaction. */
    boolean isBeyond(long horizon) {
        return transaction >= horizon;
    }

    /** What {@link #write} wrote; refused when it is nothing of the kind. */
    public static ChangeCursor read(String written) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(written);
        } catch (IllegalArgumentException notBase64) {
            throw notValid();
        }
        if (IN_THE_CLEAR.matcher(new String(bytes, StandardCharsets.US_ASCII)).matches()) {
            throw ofAnotherFeed();
        }
        if (bytes.length != BYTES) {
            throw notValid();
        }
        var place = ByteBuffer.wrap(enciphered(Cipher.DECRYPT_MODE, bytes));
        var cursor = new ChangeCursor(place.getLong(), place.getLong());
        if (cursor.transaction < 0 || cursor.transaction >= TRANSACTIONS || cursor.position < 0) {
            throw ofAnotherFeed();
        }
        return cursor;
    }

    /** Opaque to readers, and safe in an address. */
    public String write() {
        var place = ByteBuffer.allocate(BYTES).putLong(transaction).putLong(position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(enciphered(Cipher.ENCRYPT_MODE, place.array()));
    }

    /** From now on cursors are written under this key, and read that were. */
    static void areWrittenUnder(byte[] secret) {
        key = key(secret);
    }

    private static SecretKeySpec key(byte[] secret) {
        return new SecretKeySpec(secret, "AES");
    }

    /** A place is exactly one block, so that no mode, which would need a nonce, has anything to chain. */
    private static byte[] enciphered(int mode, byte[] block) {
        try {
            var cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, key);
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES.", e);
        }
    }

    private static ProblemException notValid() {
        return ChangeProblem.CHANGE_CURSOR_NOT_VALID.because(
                "Take cursors from this feed's answers, or say since=now.");
    }

    /** The cursor was good somewhere or once, so its holder is told how to begin again. */
    static ProblemException ofAnotherFeed() {
        return ChangeProblem.CURSOR_TOO_OLD.because(
                "The cursor comes from before this feed was begun. Read the lists anew, then follow from their cursor.");
    }
}
