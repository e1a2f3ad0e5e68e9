package org.wsisforum.gateway.identity;

import java.security.Key;
import java.util.List;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** The keys with which the sign-in signs, as it told them at one time. */
final class Keyring implements VerificationKeyResolver {

    private final List<JsonWebKey> keys;
    private final String text;

    private Keyring(List<JsonWebKey> keys) {
        this.keys = keys;
        this.text = new JsonWebKeySet(keys).toJson();
    }

    /** Reads a key set; one that has no key that anybody could check a signature with is none. */
    static Keyring read(String json) throws JoseException {
        var keys = new JsonWebKeySet(json)
                .getJsonWebKeys().stream()
                        // A secret that both sides know must never be among what everybody may read.
                        .filter(PublicJsonWebKey.class::isInstance)
                        .filter(key -> key.getUse() == null || key.getUse().equals("sig"))
                        .toList();
        if (keys.isEmpty()) {
            throw new JoseException("There is no key for signatures in it.");
        }
        return new Keyring(keys);
    }

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> around) throws UnresolvableKeyException {
        JsonWebKey key;
        try {
            key = new VerificationJwkSelector().select(signature, keys);
        } catch (JoseException e) {
            throw new UnresolvableKeyException("The key cannot be chosen.", e);
        }
        if (key == null) {
            throw new UnresolvableKeyException("The key is not known.");
        }
        return key.getKey();
    }

    boolean isSameAs(Keyring other) {
        return other != null && text.equals(other.text);
    }
}
