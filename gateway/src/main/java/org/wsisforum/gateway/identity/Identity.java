package org.wsisforum.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

import org.wsisforum.gateway.problem.GatewayProblem;

/** Checks tokens. */
@Singleton
public class Identity {

    /** With keys of which everybody may know the half that checks. */
    private static final AlgorithmConstraints ASYMMETRIC = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
            AlgorithmIdentifiers.EDDSA);

    private final IdentityConfig config;
    private final Keys keys;
    private final Revocations revocations;
    private final WorkerExecutor workers;
    private final Cache<String, Remembered> good;

    /** A token that was found good with these keys. */
    private record Remembered(Token token, Keyring with) {}

    @Inject
    Identity(Vertx vertx, IdentityConfig config, Keys keys, Revocations revocations) {
        this.config = config;
        this.keys = keys;
        this.revocations = revocations;
        // As many as there are processors: however many tokens are to be checked, none is checked faster by more.
        this.workers =
                vertx.createSharedWorkerExecutor("tokens", Runtime.getRuntime().availableProcessors());
        this.good = Caffeine.newBuilder().maximumSize(config.remembered()).build();
    }

    /**
     * Looks at a token that was shown.
     *
     * @param audiences of which it must name one
     * @return what it is; the refusal as a failure, if it is not good
     */
    public Future<Credential> check(String shown, Set<String> audiences) {
        var hash = hash(shown);
        return checkSignature(shown, hash).compose(credential -> {
            if (!(credential instanceof Credential.Verified known)) {
                return Future.succeededFuture(credential);
            }
            if (known.token().audiences().stream().noneMatch(audiences::contains)) {
                return Future.failedFuture(refusal());
            }
            return revocations
                    .isEnded(known.token(), shown, hash)
                    .compose(isEnded -> isEnded ? Future.failedFuture(refusal()) : Future.succeededFuture(credential));
        });
    }

    private Future<Credential> checkSignature(String shown, String hash) {
        var ring = keys.ring();
        if (ring.isEmpty()) {
            return Future.succeededFuture(new Credential.Unchecked());
        }
        var remembered = good.getIfPresent(hash);
        if (remembered != null && remembered.with() == ring.get()) {
            if (isOver(remembered.token())) {
                good.invalidate(hash);
                return Future.failedFuture(refusal());
            }
            return Future.succeededFuture(new Credential.Verified(remembered.token()));
        }
        return verify(shown, hash, ring.get())
                .recover(failure -> failure.getCause() instanceof UnresolvableKeyException
                        ? keys.lookAgain().compose(read -> {
                            var now = keys.ring().orElseThrow();
                            return now == ring.get() ? Future.failedFuture(failure) : verify(shown, hash, now);
                        })
                        : Future.failedFuture(failure))
                .recover(failure -> Future.failedFuture(isOfTheToken(failure) ? refusal() : failure));
    }

    private Future<Credential> verify(String shown, String hash, Keyring ring) {
        var consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ASYMMETRIC)
                .setVerificationKeyResolver(ring)
                .setExpectedIssuer(config.issuer().orElseThrow())
                // By the service that is asked.
                .setSkipDefaultAudienceValidation()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds((int) config.leeway().toSeconds())
                .build();
        return workers.executeBlocking(
                (Callable<Credential>) () -> {
                    var token = Token.of(consumer.processToClaims(shown));
                    good.put(hash, new Remembered(token, ring));
                    return new Credential.Verified(token);
                },
                false);
    }

    /** Whether the fault lies with who made the token; everything else is the gateway's own. */
    private static boolean isOfTheToken(Throwable failure) {
        return failure instanceof InvalidJwtException || failure instanceof MalformedClaimException;
    }

    private boolean isOver(Token token) {
        return !Instant.now().isBefore(token.expiresAt().plus(config.leeway()));
    }

    private static String hash(String shown) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static RuntimeException refusal() {
        return GatewayProblem.UNAUTHENTICATED.because("The credential is not valid, or no longer.");
    }
}
