package org.wsisforum.kit.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret part of a link: 256 random bits, so that it can neither be guessed nor found by trying. It is shown once, to
 * whoever sends the letter; only its hash is ever stored. A plain SHA-256 is enough for that, since there is nothing to
 * guess that a slow hash would have to protect.
 *
 * @param secret what the link carries, 43 characters of URL-safe base64
 */
public record LinkKey(String secret) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new key. */
    public static LinkKey random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new LinkKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<LinkKey> read(String presented) {
        return presented != null && FORM.matcher(presented).matches()
                ? Optional.of(new LinkKey(presented))
                : Optional.empty();
    }

    /** What is stored and compared: the key's SHA-256 in hexadecimal. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Never the secret: keys must not reach a log by accident. */
    @Override
    public String toString() {
        return "LinkKey[…]";
    }
}
