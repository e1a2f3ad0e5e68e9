package org.wsisforum.awards.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The Ed25519 key (RFC 8032) under which the Forum signs receipts and ledgers. It is made of a configured secret, so that all
 * copies of the service have the same one and none has to be kept in a file. Its signatures of the same bytes are the same.
 */
@ApplicationScoped
public class LedgerKey {

    private final KeyPair pair;
    private final String id;

    LedgerKey(@ConfigProperty(name = "wsis.ledger.secret") String secret) {
        try {
            var seed = KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                            .thenExpand("ledger key".getBytes(StandardCharsets.UTF_8), 32));
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The ledger's key cannot be made", e);
        }
        // The thumbprint of RFC 7638: members in the order of their names.
        var thumbprint = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + publicKey() + "\"}";
        id = LedgerLine.base64(LedgerLine.sha256().digest(thumbprint.getBytes(StandardCharsets.UTF_8)));
    }

    /** Its name: the SHA-256 thumbprint of the public key (RFC 7638). */
    public String id() {
        return id;
    }

    /** The public key as JWKs spell it in {@code x} (RFC 8037): 32 bytes in base64url. */
    public String publicKey() {
        var point = ((EdECPublicKey) pair.getPublic()).getPoint();
        var bytes = new byte[32];
        var y = reversed(point.getY().toByteArray());
        System.arraycopy(y, 0, bytes, 0, Math.min(y.length, bytes.length));
        if (point.isXOdd()) {
            bytes[31] |= (byte) 0x80;
        }
        return LedgerLine.base64(bytes);
    }

    /** Signs; 64 bytes. */
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The ledger's key does not sign", e);
        }
    }

    /** Whether it has signed these bytes. */
    public boolean hasSigned(byte[] message, byte[] signed) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(pair.getPublic());
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // Of a wrong length, or no point of the curve.
            return false;
        }
    }

    private static byte[] reversed(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (var i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    /** The private key of Ed25519 is any 32 bytes; the generator takes those that it is given here. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] seed;

        private Given(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
