package org.wsisforum.gateway.route;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.gateway.testing.Certificate;
import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A gateway that clients reach without a proxy before it. */
@QuarkusTest
@WithTestResource(Services.class)
@WithTestResource(Certificate.class)
class TlsTest {

    private static final String PATH = "/awards/v1/editions";

    @TestHTTPResource(value = "/", tls = true)
    URI gateway;

    @BeforeEach
    void reset() {
        Services.reset();
        Services.AWARDS.at(PATH, exchange -> {
            var length = exchange.getRequestBody().readAllBytes().length;
            StubService.send(exchange, 200, "got " + length);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpClient.Version.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void what_a_client_speaks_is_agreed_on_in_the_handshake(HttpClient.Version version) throws Exception {
        try (var client = HttpClient.newBuilder()
                .sslContext(Certificate.trusted())
                .version(version)
                .build()) {
            var read = client.send(HttpRequest.newBuilder(gateway.resolve(PATH)).build(), BodyHandlers.ofString());
            var written = client.send(
                    HttpRequest.newBuilder(gateway.resolve(PATH))
                            .POST(BodyPublishers.ofByteArray(new byte[100_000]))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(read.version()).isEqualTo(version);
            assertThat(read.body()).isEqualTo("got 0");
            assertThat(written.body()).isEqualTo("got 100000");
        }
        assertThat(Services.AWARDS.received())
                .allSatisfy(request -> assertThat(request.headers().getFirst("X-Forwarded-Host"))
                        .isEqualTo("localhost:" + gateway.getPort()))
                .last()
                .satisfies(request -> assertThat(request.headers().getFirst("X-Forwarded-Proto"))
                        .isEqualTo("https"));
    }

    @Test
    void without_tls_it_answers_at_its_other_port() {
        given().get(PATH).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void todays_versions_of_tls_are_spoken(String version) throws Exception {
        assertThat(speak(version, "GET " + PATH + " HTTP/1.1")).startsWith("HTTP/1.1 200");
    }

    @Test
    void a_websocket_is_refused_there_too() throws Exception {
        assertThat(speak("TLSv1.3", "GET " + PATH + " HTTP/1.1", "Upgrade: websocket", "Connection: Upgrade"))
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":\"upgrade-refused\"");
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    private String speak(String version, String... lines) throws Exception {
        try (var socket = (SSLSocket)
                Certificate.trusted().getSocketFactory().createSocket(gateway.getHost(), gateway.getPort())) {
            socket.setEnabledProtocols(new String[] {version});
            var text = String.join("\r\n", lines) + "\r\nHost: gateway\r\n"
                    + (lines.length == 1 ? "Connection: close\r\n" : "") + "\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var answer = new StringBuilder();
            var buffer = new byte[10_000];
            for (int read; (read = socket.getInputStream().read(buffer)) > 0; ) {
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                if (answer.indexOf("}") > 0) {
                    break;
                }
            }
            return answer.toString();
        }
    }
}
