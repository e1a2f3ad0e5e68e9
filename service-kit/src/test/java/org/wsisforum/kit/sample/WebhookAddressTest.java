package org.wsisforum.kit.sample;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.kit.testing.Names;
import org.wsisforum.kit.testing.RealPostgres;
import org.wsisforum.kit.testing.TestCredentials;
import org.wsisforum.kit.testing.WebhookReceiver;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/** Where webhooks go in production: over https, to who the certificate says it is, at public addresses. */
class WebhookAddressTest {

    private static RequestSpecification partner() {
        return given().header("Authorization", TestCredentials.of("partner", "partner", "webhooks:manage"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    private static ValidatableResponse challenge(String url) {
        var created = partner()
                .body("{\"url\":\"" + url + "\"}")
                .post("/sample/v1/editions/" + Notes.freshEdition() + "/webhooks");
        created.then().statusCode(201);
        return partner().post(created.header("Location") + "/verify").then();
    }

    /** As in production. */
    public static class OutsideOnly implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("wsis.webhooks.inside-allowed", "false");
        }
    }

    @QuarkusTest
    @QuarkusTestResource(RealPostgres.class)
    @TestProfile(OutsideOnly.class)
    static class OnThePublicInternet {

        @Test
        void plain_http_is_refused() {
            partner()
                    .body("{\"url\":\"http://partner.example/hook\"}")
                    .post("/sample/v1/editions/2021/webhooks")
                    .then()
                    .statusCode(422)
                    .body("errors.code", hasItem("https"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://localhost/",
                    "https://127.0.0.1/",
                    "https://2130706433/",
                    "https://[::1]/",
                    "https://[::ffff:127.0.0.1]/",
                    "https://10.0.0.1/",
                    "https://169.254.169.254/latest/meta-data/",
                    "https://inside.192-168-0-1.names.test/",
                    // One of its addresses is public.
                    "https://both.8-8-8-8.and.127-0-0-1.names.test/"
                })
        void what_is_not_public_is_not_connected_to(String url) {
            challenge(url)
                    .statusCode(409)
                    .body("code", is("webhook-not-verified"))
                    .body("detail", containsString("no-public-address"));
        }

        @Test
        void not_even_to_say_so() throws Exception {
            try (var inside = new Listener()) {
                challenge("https://inside.127-0-0-1.names.test:" + inside.port() + "/")
                        .statusCode(409)
                        .body("detail", containsString("no-public-address"));
                assertThat(inside.wasCalled()).isFalse();
            }
        }

        @Test
        void a_name_that_leads_nowhere_is_said_to() {
            challenge("https://nobody.invalid/").statusCode(409).body("detail", containsString("no-public-address"));
        }
    }

    /** Notices whether anybody connects. */
    private static final class Listener implements AutoCloseable {
        private final java.net.ServerSocket socket;
        private volatile boolean called;

        Listener() throws IOException {
            socket = new java.net.ServerSocket(0, 10, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> {
                try {
                    socket.accept().close();
                    called = true;
                } catch (IOException closed) {
                    // The test is over.
                }
            });
        }

        int port() {
            return socket.getLocalPort();
        }

        boolean wasCalled() {
            return called;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** With one certificate more than the platform trusts: for {@code localhost}, and for nothing else. */
    public static class WithACertificate implements QuarkusTestProfile {

        static final Path STORE = Path.of("target", "webhook-certificate.p12").toAbsolutePath();

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Files.deleteIfExists(STORE);
                var keytool = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "hook",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=dns:localhost",
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "changeit",
                                "-keystore",
                                STORE.toString())
                        .redirectErrorStream(true)
                        .start();
                var said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(keytool.waitFor()).as(said).isZero();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("No certificate can be made", e);
            }
            return Map.of(
                    // The first handshake of a process takes its time.
                    "wsis.webhooks.timeout",
                    "12S",
                    "quarkus.tls.webhooks.trust-store.p12.path",
                    STORE.toString(),
                    "quarkus.tls.webhooks.trust-store.p12.password",
                    "changeit");
        }
    }

    @QuarkusTest
    @QuarkusTestResource(RealPostgres.class)
    @TestProfile(WithACertificate.class)
    static class ByNameAndCertificate {

        private HttpsServer receiver() throws Exception {
            var store = KeyStore.getInstance("PKCS12");
            try (var file = new FileInputStream(WithACertificate.STORE.toFile())) {
                store.load(file, "changeit".toCharArray());
            }
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, "changeit".toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            var server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            server.createContext("/", exchange -> {
                try (exchange) {
                    var word = JsonPath.from(exchange.getRequestBody()).getString("data.challenge");
                    var answer = ("{\"challenge\":\"" + word + "\"}").getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                }
            });
            server.start();
            return server;
        }

        /** The check of an address is worth nothing if the connection looks the name up again. */
        @Test
        void the_connection_goes_to_the_address_that_was_checked_though_the_name_leads_elsewhere_a_moment_later() {
            try (var receiver = new WebhookReceiver()) {
                var host = "rebinds.127-0-0-1.then.127-0-0-2.names.test";
                challenge(receiver.url().replace("127.0.0.1", host))
                        .statusCode(200)
                        .body("state", is("active"));
                assertThat(Names.lookUpsOf(host)).isEqualTo(1);
                assertThat(receiver.challenges().getFirst().header("Host")).startsWith(host);
            }
        }

        @Test
        void whoever_does_not_answer_the_handshake_is_not_said_to_be_untrusted() throws Exception {
            try (var silent = new java.net.ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
                challenge("https://localhost:" + silent.getLocalPort() + "/")
                        .statusCode(409)
                        .body("detail", containsString("timed-out"));
            }
        }

        @Test
        void the_certificate_must_be_for_the_name() throws Exception {
            var server = receiver();
            try {
                var port = server.getAddress().getPort();
                challenge("https://localhost:" + port + "/").statusCode(200).body("state", is("active"));
                challenge("https://127.0.0.1:" + port + "/")
                        .statusCode(409)
                        .body("detail", containsString("not-trusted"));
                challenge("https://other.127-0-0-1.names.test:" + port + "/")
                        .statusCode(409)
                        .body("detail", containsString("not-trusted"));
            } finally {
                server.stop(0);
            }
        }
    }
}
