package org.wsisforum.awards.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Binds each line of a file to all before it. It begins with the SHA-256 of the first line; each line turns it into the SHA-256
 * of itself and of the line's own SHA-256. So the digest that a receipt names is all that is needed of a line.
 */
final class HashChain {

    private final MessageDigest sha256 = LedgerLine.sha256();
    private byte[] head;

    HashChain(String firstLine) {
        head = sha256.digest(firstLine.getBytes(StandardCharsets.UTF_8));
    }

    void add(String line) {
        var digest = sha256.digest(line.getBytes(StandardCharsets.UTF_8));
        sha256.update(head);
        head = sha256.digest(digest);
    }

    byte[] head() {
        return head.clone();
    }
}
