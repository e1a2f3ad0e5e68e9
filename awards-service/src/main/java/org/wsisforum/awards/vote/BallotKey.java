package org.wsisforum.awards.vote;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Names for voters and networks: HMAC-SHA256 over edition, purpose and what is named, under a secret that is not in the
 * database. So nothing can be told from a list of addresses, and nobody followed from one edition to the next.
 */
@Singleton
class BallotKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    BallotKey(@ConfigProperty(name = "wsis.ballot.secret") String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The voter in the ledger. */
    byte[] mailbox(String edition, Mailbox mailbox) {
        return name(edition, "mailbox", mailbox.address().getBytes(StandardCharsets.UTF_8));
    }

    /** The account, by its opaque subject. */
    byte[] account(String edition, String subject) {
        return name(edition, "account", subject.getBytes(StandardCharsets.UTF_8));
    }

    /** The block of addresses that one is of: /24 of IPv4, /48 of IPv6, which a household or an office has. */
    byte[] network(String edition, String address) {
        return name(edition, "network", block(address));
    }

    /** Signs what a client brings back. */
    byte[] seal(String edition, String what) {
        return name(edition, "work", what.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] block(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 6);
        } catch (IllegalArgumentException e) {
            // Not an address of IP: all such are one network.
            return new byte[0];
        }
    }

    private byte[] name(String edition, String purpose, byte[] of) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // The code of an edition has no line feed, so nothing reads as something else.
            mac.update((edition + "\n" + purpose + "\n").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", e);
        }
    }
}
