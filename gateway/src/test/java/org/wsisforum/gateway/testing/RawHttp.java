package org.wsisforum.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP/1.1 letter by letter, for what a well-behaved client would never send or never show. */
public final class RawHttp {

    private RawHttp() {}

    /** Sends the lines, with an empty one behind them, and reads until the gateway closes the connection. */
    public static String exchange(URI gateway, String... lines) {
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            var text = String.join("\r\n", lines) + "\r\nHost: gateway\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
