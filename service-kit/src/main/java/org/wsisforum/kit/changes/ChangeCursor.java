package org.wsisforum.kit.changes;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A place in the feed: after this change.
 *
 * @param transaction the 64-bit id of the transaction that recorded it; those never come round
 * @param position its place within the transaction
 */
public record ChangeCursor(long transaction, long position) {

    /** Before the first change. */
    static final ChangeCursor BEGINNING = new ChangeCursor(0, 0);

    private static final Pattern FORM = Pattern.compile("c(\\d{1,18})\\.(\\d{1,19})");

    /** After all changes of transactions below this one. */
    static ChangeCursor before(long transaction) {
        return new ChangeCursor(transaction - 1, Long.MAX_VALUE);
    }

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
        try {
            var matcher = FORM.matcher(new String(Base64.getUrlDecoder().decode(written), StandardCharsets.US_ASCII));
            if (matcher.matches()) {
                return new ChangeCursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
            }
        } catch (IllegalArgumentException notBase64OrNotLong) {
            // Refused below like any other text that is no cursor.
        }
        throw ChangeProblem.CHANGE_CURSOR_NOT_VALID.because("Take cursors from this feed's answers, or say since=now.");
    }

    /** Opaque to readers, and safe in an address. */
    public String write() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("c" + transaction + "." + position).getBytes(StandardCharsets.US_ASCII));
    }
}
