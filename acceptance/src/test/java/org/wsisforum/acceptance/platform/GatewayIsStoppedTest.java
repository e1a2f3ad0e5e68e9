package org.wsisforum.acceptance.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The gateway's process, asked to end (SIGTERM) while a request is on its way. */
class GatewayIsStoppedTest {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer service;
    private Process gateway;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("PUT")) {
                arrived.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            var answer = "taken".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
        var port = freePort();
        var upstream = "http://127.0.0.1:" + service.getAddress().getPort();
        address = URI.create("http://127.0.0.1:" + port);
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-jar",
                        Path.of(System.getProperty("wsis.checkout"))
                                .resolve("gateway/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        for (var name : new String[] {"REGISTRATION", "AGENDA", "AWARDS"}) {
            builder.environment().put("WSIS_" + name + "_URLS", upstream);
        }
        builder.environment().put("WSIS_OIDC_URL", upstream + "/realms/wsis");
        builder.environment().put("WSIS_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_PROFILE", "local");
        gateway = builder.start();
        await().atMost(Duration.ofMinutes(2)).until(this::answers);
    }

    @AfterEach
    void stop() throws InterruptedException {
        goOn.countDown();
        gateway.destroyForcibly().waitFor();
        service.stop(0);
        client.close();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(address.resolve("/awards/v1/editions/2021/ballot/1"));
    }

    private boolean answers() throws InterruptedException {
        try {
            return client.send(request().build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Who asks now is answered, and told to take another connection for the next request. */
    private boolean keepsNoConnection() throws IOException, InterruptedException {
        var answer = client.send(request().build(), BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().allValues("Connection").contains("close");
    }

    @Test
    void it_answers_what_it_took_keeps_no_connection_and_ends() throws Exception {
        var vote = client.sendAsync(
                request().PUT(HttpRequest.BodyPublishers.ofString("{}")).build(), BodyHandlers.ofString());
        assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();

        gateway.destroy();
        await().until(this::keepsNoConnection);
        assertThat(gateway.isAlive()).isTrue();

        goOn.countDown();
        assertThat(vote.get(30, TimeUnit.SECONDS).body()).isEqualTo("taken");
        assertThat(gateway.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
}
