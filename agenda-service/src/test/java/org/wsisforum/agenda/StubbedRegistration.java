package org.wsisforum.agenda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A server in the place of registration-service and of Keycloak; what it answers is up to {@link Offices}. */
public class StubbedRegistration implements QuarkusTestResourceLifecycleManager {

    static volatile HttpServer running;

    private HttpServer server;
    private ExecutorService threads;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("No port for the stub of registration-service", e);
        }
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.start();
        running = server;
        var address = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "wsis.registration.url", address, "quarkus.oidc-client.auth-server-url", address + "/realms/wsis");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            threads.shutdownNow();
        }
    }
}
