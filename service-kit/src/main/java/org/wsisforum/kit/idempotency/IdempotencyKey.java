package org.wsisforum.kit.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/** A caller's key: finds the stored answer, and opens it. */
final class IdempotencyKey {

    private static final Pattern FORM = Pattern.compile("\"?([\\x21\\x23-\\x7e]{1,255})\"?");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;

    private final String key;
    private final String subject;

    private IdempotencyKey(String key, String subject) {
        this.key = key;
        this.subject = subject;
    }

    static IdempotencyKey read(String header, String subject) {
        var matcher = header == null ? null : FORM.matcher(header.strip());
        if (matcher == null || !matcher.matches()) {
            throw IdempotencyProblem.IDEMPOTENCY_KEY_REQUIRED.because(
                    "Send Idempotency-Key with a fresh UUID, and the same one when you send the request again.");
        }
        return new IdempotencyKey(matcher.group(1), subject);
    }

    /** Keys of different callers never meet: the hash holds the caller. */
    byte[] hash() {
        return sha256((subject + '\n' + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The number under which PostgreSQL locks this key while its request is at work. */
    long lock() {
        return java.nio.ByteBuffer.wrap(hash()).getLong();
    }

    byte[] seal(byte[] answer) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, answer);
        var stored = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, stored, NONCE, sealed.length);
        return stored;
    }

    byte[] open(byte[] stored) {
        return crypt(
                Cipher.DECRYPT_MODE, Arrays.copyOf(stored, NONCE), Arrays.copyOfRange(stored, NONCE, stored.length));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, secret(), new GCMParameterSpec(128, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored answer cannot be sealed or opened", e);
        }
    }

    private SecretKey secret() throws GeneralSecurityException {
        var parameters = HKDFParameterSpec.ofExtract()
                .addIKM(key.getBytes(StandardCharsets.UTF_8))
                .addSalt(subject.getBytes(StandardCharsets.UTF_8))
                .thenExpand("stored answer".getBytes(StandardCharsets.UTF_8), 32);
        return KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
