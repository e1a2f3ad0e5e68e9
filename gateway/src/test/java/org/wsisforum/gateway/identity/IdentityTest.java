package org.wsisforum.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubIssuer;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/** What a token must be to get past the gateway. */
@QuarkusTest
@WithTestResource(Services.class)
@WithTestResource(StubIssuer.class)
class IdentityTest {

    private static final String PATH = "/awards/v1/editions/2031/projects";

    @BeforeEach
    void reset() {
        Services.reset();
        StubIssuer.works();
        Services.AWARDS.at(PATH, exchange -> {
            exchange.getRequestBody().readAllBytes();
            StubService.send(exchange, 200, "{}");
        });
        // From here on the key is known: until then the gateway leaves all tokens to the services.
        await().until(() -> ask("Bearer known.to.nobody").extract().statusCode() == 401);
        Services.AWARDS.received().clear();
    }

    private static ValidatableResponse ask(String authorization) {
        return given().header("Authorization", authorization).get(PATH).then();
    }

    private static void isRefused(String authorization) {
        ask(authorization)
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"wsis\", error=\"invalid_token\"")
                .header("Cache-Control", "no-store")
                .body("type", is("https://forum.example/problems/unauthenticated"))
                .body("title", is("The request carries no valid credential."))
                .body("status", is(401))
                .body("detail", is("The credential is not valid, or no longer."))
                .body("instance", is(PATH))
                .body("code", is("unauthenticated"));
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @Test
    void a_good_token_passes_and_reaches_the_service_as_it_is() {
        var token = StubIssuer.person("somebody");

        ask(token).statusCode(200);
        ask(token).statusCode(200);
        given().header("Authorization", token).body("{}").post(PATH).then().statusCode(200);

        assertThat(Services.AWARDS.received()).hasSize(3).allSatisfy(request -> assertThat(
                        request.headers().get("Authorization"))
                .containsExactly(token));
    }

    static Stream<Consumer<JwtClaims>> faults() {
        return Stream.of(
                claims -> claims.setIssuer("https://sign-in.example/realms/other"),
                claims -> claims.unsetClaim("iss"),
                claims -> claims.setAudience("agenda-service"),
                claims -> claims.setAudience("account"),
                claims -> claims.unsetClaim("aud"),
                claims -> claims.setExpirationTime(StubIssuer.in(Duration.ofSeconds(-10))),
                claims -> claims.unsetClaim("exp"),
                claims -> claims.setClaim("exp", "tomorrow"),
                claims -> claims.setNotBefore(StubIssuer.in(Duration.ofMinutes(1))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_token_that_is_not_for_this_service_at_this_time_is_refused(Consumer<JwtClaims> fault) {
        isRefused(StubIssuer.bearer(fault));
    }

    @Test
    void clocks_may_differ_by_a_little() {
        ask(StubIssuer.bearer(claims -> claims.setExpirationTime(StubIssuer.in(Duration.ofSeconds(-2)))))
                .statusCode(200);
    }

    @Test
    void a_token_that_was_good_is_refused_when_it_is_over() {
        var token = StubIssuer.bearer(claims -> claims.setExpirationTime(StubIssuer.in(Duration.ofSeconds(-3))));
        ask(token).statusCode(200);

        await().until(() -> ask(token).extract().statusCode() == 401);
        Services.AWARDS.received().clear();
        isRefused(token);
    }

    @Test
    void the_token_of_another_service_is_good_there() {
        var token = StubIssuer.bearer(claims -> claims.setAudience("registration-service"));
        Services.REGISTRATION.json("/registration/v1/me", "{}");

        given().header("Authorization", token).get("/registration/v1/me").then().statusCode(200);
        isRefused(token);
    }

    @Test
    void what_somebody_else_signed_is_refused() {
        var other = StubIssuer.newKey();
        isRefused(StubIssuer.bearer(other, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256, claims -> {}));
        other.setKeyId(StubIssuer.key().getKeyId());
        isRefused(StubIssuer.bearer(other, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256, claims -> {}));
    }

    @Test
    void what_was_changed_after_it_was_signed_is_refused() {
        var good = StubIssuer.person("somebody").split("\\.");
        var payload = new String(Base64.getUrlDecoder().decode(good[1]), StandardCharsets.UTF_8);

        isRefused(good[0] + "." + encoded(payload.replace("participant", "secretariat")) + "." + good[2]);
        isRefused(good[0] + "." + good[1] + ".");
        isRefused(good[0] + "." + good[1] + "." + good[2] + "A");
        isRefused("Bearer " + encoded("{\"alg\":\"none\"}") + "." + good[1] + ".");
    }

    /** The mistake that lets anybody sign: the public key taken for a secret that both sides share. */
    @Test
    void what_is_signed_with_the_public_key_as_a_secret_is_refused() throws JoseException {
        var signature = new JsonWebSignature();
        signature.setPayload(new String(
                Base64.getUrlDecoder().decode(StubIssuer.person("somebody").split("\\.")[1]), StandardCharsets.UTF_8));
        signature.setKey(new HmacKey(StubIssuer.key().getPublicKey().getEncoded()));
        signature.setKeyIdHeaderValue(StubIssuer.key().getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);

        isRefused("Bearer " + signature.getCompactSerialization());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer x", "bearer a.b.c", "Bearer ..", "Bearer e30.e30.x", "Bearer a.b.c.d.e", "Bearer a b"})
    void what_is_no_token_is_refused(String authorization) {
        isRefused(authorization);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Link abc", "Basic YTpi", "Bearer", "Negotiate x"})
    void other_credentials_are_for_the_service_to_judge(String authorization) {
        ask(authorization).statusCode(200);
    }

    @Test
    void who_shows_none_passes() {
        given().get(PATH).then().statusCode(200);
        given().get(PATH + "?key=of-a-letter").then().statusCode(200);
    }

    @Test
    void who_shows_two_is_refused_since_nobody_knows_which_is_meant() {
        given().header("Authorization", StubIssuer.person("one"), StubIssuer.person("other"))
                .get(PATH)
                .then()
                .statusCode(400)
                .body("code", is("malformed-request"));
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @Test
    void a_body_behind_a_bad_token_reaches_nobody() {
        given().header("Authorization", "Bearer x")
                .body(new byte[100_000])
                .post(PATH)
                .then()
                .statusCode(401);
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @Test
    void when_the_keys_change_tokens_of_the_new_one_are_good_at_once_and_those_of_the_old_one_no_longer() {
        var old = StubIssuer.person("old");
        ask(old).statusCode(200);
        StubIssuer.rotate();

        await().until(() -> ask(StubIssuer.person("new")).extract().statusCode() == 200);
        Services.AWARDS.received().clear();
        isRefused(old);
    }

    @Test
    void while_the_sign_in_is_away_known_keys_go_on_being_used() {
        StubIssuer.SERVER.stop();

        isRefused(StubIssuer.bearer(
                StubIssuer.newKey(), AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256, claims -> {}));
        ask(StubIssuer.person("new")).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}"})
    void rubbish_in_place_of_keys_changes_nothing(String rubbish) {
        StubIssuer.SERVER.json("/certs", rubbish);

        isRefused(StubIssuer.bearer(
                StubIssuer.newKey(), AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256, claims -> {}));
        ask(StubIssuer.person("new")).statusCode(200);
    }

    @Test
    void tokens_that_name_keys_that_nobody_knows_do_not_make_the_sign_in_work() throws Exception {
        var before = StubIssuer.SERVER.received().size();
        var began = System.nanoTime();
        try (var clients = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = Stream.generate(() -> clients.submit(() -> ask(StubIssuer.bearer(
                                    StubIssuer.newKey(),
                                    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                                    claims -> {}))
                            .extract()
                            .statusCode()))
                    .limit(100)
                    .toList();
            for (var answer : List.copyOf(answers)) {
                assertThat(answer.get()).isEqualTo(401);
            }
        }
        var pauses = Duration.ofNanos(System.nanoTime() - began).toMillis() / 100;

        assertThat(StubIssuer.SERVER.received().size() - before).isLessThanOrEqualTo((int) pauses + 1);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
