package org.wsisforum.gateway.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A sign-in that gives tokens to whomever a test says, and a gateway that checks them by its keys. */
public final class StubIssuer implements QuarkusTestResourceLifecycleManager {

    public static final String ISSUER = "https://sign-in.example/realms/wsis";
    public static final String AWAY_AT_FIRST = "away-at-first";
    private static final String KEYS = "/certs";

    /** Where it is asked whether a token was ended. */
    public static final String QUESTIONS = "/introspect";

    /** Where the keys are read. */
    public static final StubService SERVER = new StubService();

    private static volatile PublicJsonWebKey key = newKey();

    private boolean isAwayAtFirst;

    @Override
    public void init(Map<String, String> arguments) {
        isAwayAtFirst = arguments.containsKey(AWAY_AT_FIRST);
    }

    @Override
    public Map<String, String> start() {
        works();
        if (isAwayAtFirst) {
            SERVER.stop();
        }
        return Map.of(
                "wsis.gateway.identity.check",
                "true",
                "wsis.gateway.identity.keys",
                SERVER.address() + KEYS,
                "wsis.gateway.identity.issuer",
                ISSUER,
                "wsis.gateway.identity.revocation.questions",
                SERVER.address() + QUESTIONS,
                // A test that names a key that is not known is not the first.
                "wsis.gateway.identity.pause",
                "100MS");
    }

    @Override
    public void stop() {
        SERVER.stop();
    }

    /** It runs, and tells the key that it signs with. */
    public static void works() {
        SERVER.reset();
        tells(key);
    }

    /** From now on it signs with another key, and tells that one alone. */
    public static void rotate() {
        key = newKey();
        tells(key);
    }

    /** The key that it signs with. */
    public static PublicJsonWebKey key() {
        return key;
    }

    private static void tells(PublicJsonWebKey told) {
        SERVER.json(KEYS, new JsonWebKeySet(List.of(told)).toJson(OutputControlLevel.PUBLIC_ONLY));
    }

    /** A key of the kind that it signs with, which nobody knows. */
    public static PublicJsonWebKey newKey() {
        try {
            var made = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            made.setKeyId(UUID.randomUUID().toString());
            made.setUse("sig");
            return made;
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    /** The header value for a person. */
    public static String person(String subject) {
        return bearer(claims -> claims.setSubject(subject));
    }

    /** The header value for a program with a role. */
    public static String program(String client, String role) {
        return bearer(claims -> {
            claims.setClaim("azp", client);
            claims.setClaim("realm_access", Map.of("roles", List.of(role)));
        });
    }

    /** The header value for a token of a participant in whom one thing is different. */
    public static String bearer(Consumer<JwtClaims> different) {
        return bearer(key, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256, different);
    }

    /** The same, signed otherwise. */
    public static String bearer(PublicJsonWebKey with, String algorithm, Consumer<JwtClaims> different) {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(UUID.randomUUID().toString());
        claims.setAudience("gateway", "registration-service", "agenda-service", "awards-service");
        claims.setClaim("azp", "app");
        claims.setClaim("realm_access", Map.of("roles", List.of("participant")));
        claims.setIssuedAt(in(Duration.ofMinutes(-1)));
        claims.setExpirationTime(in(Duration.ofMinutes(5)));
        different.accept(claims);
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(with.getPrivateKey());
        signature.setKeyIdHeaderValue(with.getKeyId());
        signature.setAlgorithmHeaderValue(algorithm);
        try {
            return "Bearer " + signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    /** So long from now. */
    public static NumericDate in(Duration time) {
        return NumericDate.fromSeconds(NumericDate.now().getValue() + time.toSeconds());
    }
}
