package org.wsisforum.awards.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The last line of the ledger's file.
 *
 * @param head where the chain of hashes ends, in base64url
 * @param signature over {@code wsis-ledger/1}, the edition and the head, a line each, in base64url
 */
record LedgerFooter(String head, String signature) {

    static LedgerFooter of(String edition, byte[] head, LedgerKey key) {
        var written = LedgerLine.base64(head);
        var signed = "wsis-ledger/1\n" + edition + "\n" + written + "\n";
        return new LedgerFooter(written, LedgerLine.base64(key.sign(signed.getBytes(StandardCharsets.UTF_8))));
    }

    byte[] headBytes() {
        return Base64.getUrlDecoder().decode(head);
    }

    /** The line, without its end. */
    String json() {
        return LedgerHeader.write(this);
    }

    static LedgerFooter read(String line) {
        return LedgerHeader.read(line, LedgerFooter.class);
    }
}
