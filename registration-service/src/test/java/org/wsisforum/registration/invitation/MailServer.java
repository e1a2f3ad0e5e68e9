package org.wsisforum.registration.invitation;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A mail server that speaks SMTP and keeps what it takes. What it does with a mail follows from the address: {@code busy2-…} is
 * put off twice (451), {@code nobody-…} is refused (550), and after {@code breaks-…} it takes the mail and hangs up without a word.
 */
public class MailServer implements QuarkusTestResourceLifecycleManager {

    private static final Pattern BUSY = Pattern.compile("busy(\\d+)-.*");
    private static final Pattern ESCAPED = Pattern.compile("=([0-9A-F]{2})");
    private static final List<Taken> TAKEN = new CopyOnWriteArrayList<>();
    private static final Map<String, Integer> PUT_OFF = new ConcurrentHashMap<>();

    private static final Duration GREETING = Duration.ofMillis(50);

    private ServerSocket server;

    /** A mail that was taken, as it came. */
    record Taken(String to, String raw) {

        /** With what is written in quoted-printable read. */
        String text() {
            var joined = raw.replace("=\r\n", "");
            var bytes = new ByteArrayOutputStream();
            var from = 0;
            var matcher = ESCAPED.matcher(joined);
            while (matcher.find()) {
                bytes.writeBytes(joined.substring(from, matcher.start()).getBytes(StandardCharsets.UTF_8));
                bytes.write(Integer.parseInt(matcher.group(1), 16));
                from = matcher.end();
            }
            bytes.writeBytes(joined.substring(from).getBytes(StandardCharsets.UTF_8));
            return bytes.toString(StandardCharsets.UTF_8);
        }

        String messageId() {
            var matcher = Pattern.compile("(?mi)^Message-ID: (<[^>]+>)").matcher(raw);
            return matcher.find() ? matcher.group(1) : null;
        }

        /** The key in the link. */
        String key() {
            var matcher = Pattern.compile("letter\\?key=([A-Za-z0-9_-]{43})").matcher(text());
            return matcher.find() ? matcher.group(1) : null;
        }
    }

    /** What came for an address. */
    static List<Taken> to(String address) {
        return TAKEN.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /** What came for all addresses of a domain. */
    static List<Taken> toDomain(String domain) {
        return TAKEN.stream().filter(mail -> mail.to().endsWith("@" + domain)).toList();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::listen);
        return Map.of(
                "quarkus.mailer.mock",
                "false",
                "quarkus.mailer.host",
                server.getInetAddress().getHostAddress(),
                "quarkus.mailer.port",
                Integer.toString(server.getLocalPort()),
                "quarkus.mailer.start-tls",
                "DISABLED");
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try {
            while (!server.isClosed()) {
                var caller = server.accept();
                Thread.ofPlatform().daemon().start(() -> talk(caller));
            }
        } catch (SocketException closed) {
            // The tests are over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket caller) {
        try (caller;
                var in = new BufferedReader(
                        new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1))) {
            // As mail servers do, it looks at who calls before it greets. Vert.x misses what is there before it
            // listens.
            Thread.sleep(GREETING);
            say(caller, "220 mail.example ready");
            String to = null;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                switch (command) {
                    case "RCPT" -> {
                        to = line.replaceAll(".*<(.*)>.*", "$1");
                        say(caller, answer(to));
                    }
                    case "DATA" -> {
                        say(caller, "354 go on");
                        TAKEN.add(new Taken(to, message(in)));
                        if (to.startsWith("breaks-")) {
                            return;
                        }
                        say(caller, "250 2.0.0 taken");
                    }
                    case "QUIT" -> {
                        say(caller, "221 bye");
                        return;
                    }
                    default -> say(caller, "250 mail.example");
                }
            }
        } catch (IOException | InterruptedException gone) {
            // Whoever called has hung up.
        }
    }

    private static String answer(String to) {
        var busy = BUSY.matcher(to);
        if (busy.matches() && PUT_OFF.merge(to, 1, Integer::sum) <= Integer.parseInt(busy.group(1))) {
            return "451 4.7.1 <" + to + ">: come back later";
        }
        return to.startsWith("nobody-") ? "550 5.1.1 <" + to + ">: no such mailbox" : "250 2.1.5 ok";
    }

    private static String message(BufferedReader in) throws IOException {
        var message = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return message.toString();
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }
}
