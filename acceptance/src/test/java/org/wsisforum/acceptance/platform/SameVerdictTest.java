package org.wsisforum.acceptance.platform;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.wsisforum.acceptance.Forum;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests by which an attacker makes two programs in a row believe different things. Letter for letter the same, sent to the
 * gateway and to a service, they get the same verdict.
 */
class SameVerdictTest {

    private static final String SESSIONS = "/agenda/v1/editions/2021/sessions";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    /** An answer may come in chunks, one of which ends between the two. */
    private static final Pattern CODE = Pattern.compile("\"status\":[0-9]+.*?\"code\":\"([a-z-]+)\"", Pattern.DOTALL);

    private static final Map<String, String> AT_THE_GATEWAY = new ConcurrentHashMap<>();
    private static final Map<String, String> AT_THE_SERVICE = new ConcurrentHashMap<>();

    /** What comes back: the status of each answer, and the code of each problem among them. */
    private static String verdict(String base, String letters) throws IOException {
        var address = URI.create(base);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(3_000);
            var answer = new StringBuilder();
            try {
                socket.getOutputStream().write(letters.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                for (int letter; (letter = socket.getInputStream().read()) >= 0; ) {
                    answer.append((char) letter);
                }
            } catch (SocketTimeoutException silence) {
                // It waits for more.
            } catch (IOException torn) {
                // It did not want to read it all.
            }
            var statuses = STATUS.matcher(answer)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            var codes =
                    CODE.matcher(answer).results().map(found -> found.group(1)).toList();
            return statuses + " " + codes;
        }
    }

    private static Stream<String> paths() {
        return Stream.of(
                        SESSIONS,
                        SESSIONS + "/",
                        SESSIONS + ".",
                        SESSIONS + "%20",
                        SESSIONS + ";a=b",
                        SESSIONS + "/%41",
                        SESSIONS + "/..",
                        SESSIONS + "/../sessions",
                        SESSIONS + "/.%2e/sessions",
                        SESSIONS + "/%2e%2e/sessions",
                        SESSIONS + "/..;/sessions",
                        SESSIONS + "/./",
                        SESSIONS + "//",
                        "/" + SESSIONS,
                        "/agenda/v1/editions/2021%2fsessions",
                        "/agenda/v1/editions/2021%2Fsessions",
                        "/agenda/v1/editions/2021%5csessions",
                        "/agenda/v1/editions/2021\\sessions",
                        "/agenda/v1/editions/2021%252fsessions",
                        "/agenda/v1/%252e%252e/v1/editions",
                        SESSIONS + "%00",
                        SESSIONS + "%0a",
                        SESSIONS + "%7f",
                        SESSIONS + "/%c0%af",
                        SESSIONS + "/%c0%ae%c0%ae/",
                        SESSIONS + "/%ff",
                        SESSIONS + "/%e2%80%ae",
                        SESSIONS + "/%zz",
                        SESSIONS + "/%",
                        SESSIONS + "/\"",
                        SESSIONS + "/<x>",
                        SESSIONS + "/\u00e9",
                        SESSIONS + "#part",
                        SESSIONS + "?limit=1#part",
                        SESSIONS + "?limit=1&limit=2",
                        SESSIONS + "?limit=%zz",
                        SESSIONS + "?limit=%00",
                        SESSIONS + "?limit=1?limit=2",
                        SESSIONS + "?q=\u00e9",
                        SESSIONS + "?q=" + "x".repeat(9_000),
                        SESSIONS + "/" + "x".repeat(7_900),
                        SESSIONS + "/" + "%d0%9f".repeat(1_300),
                        SESSIONS + "?" + "x".repeat(40_000),
                        "http://example.org" + SESSIONS,
                        "http://example.org" + SESSIONS + "/../sessions",
                        "*",
                        "agenda",
                        "")
                .map(path -> "GET " + path + " HTTP/1.1\r\nHost: forum\r\nConnection: close\r\n\r\n");
    }

    private static Stream<String> methods() {
        return Stream.of("OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "POST", "DELETE", "G\u00e9T")
                .map(method -> method + " " + SESSIONS + " HTTP/1.1\r\nHost: forum\r\nConnection: close\r\n\r\n");
    }

    private static Stream<String> headers() {
        return Stream.of(
                        "Content-Length: 0\r\nContent-Length: 44",
                        "Content-Length: 44, 0",
                        "Content-Length: +44",
                        "Content-Length: -1",
                        "Content-Length: 0x2c",
                        "Content-Length: 99999999999999999999",
                        "Content-Length: 1000000000",
                        "Transfer-Encoding: gzip",
                        "Transfer-Encoding: xchunked",
                        "Transfer-Encoding: chunked, identity",
                        "Transfer-Encoding : chunked",
                        "Transfer-Encoding:\u000bchunked",
                        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                        "Authorization: Bearer a\r\nAuthorization: Bearer b",
                        "X y: z",
                        "X: y\u0000z",
                        "X: y\n Folded: z",
                        "X: " + "y".repeat(17_000),
                        "X: " + "y".repeat(15_000),
                        "X: " + "y".repeat(70_000),
                        "Cookie: a=" + "b".repeat(9_000))
                .map(header -> "POST " + SESSIONS + " HTTP/1.1\r\nHost: forum\r\nContent-Type: application/json\r\n"
                        + "Connection: close\r\n" + header + "\r\n\r\n"
                        + "GET /agenda/v1/smuggled HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    private static Stream<String> bodies() {
        return Stream.of(
                        "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                        "Transfer-Encoding: chunked\r\n\r\nbanana\r\n",
                        "Transfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n",
                        "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc",
                        "Transfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n",
                        "Transfer-Encoding: chunked\r\n\r\n" + ("10000\r\n" + "x".repeat(65_536) + "\r\n").repeat(176)
                                + "0\r\n\r\n")
                .map(rest -> "POST " + SESSIONS + " HTTP/1.1\r\nHost: forum\r\nContent-Type: application/json\r\n"
                        + "Connection: close\r\n" + rest);
    }

    private static Stream<String> firstLines() {
        return Stream.of(
                "GET " + SESSIONS + "\r\nHost: forum\r\n\r\n",
                "GET " + SESSIONS + " HTTP/9.9\r\nHost: forum\r\nConnection: close\r\n\r\n",
                "GET " + SESSIONS + " HTTP/1.0\r\n\r\n",
                "GET " + SESSIONS + " HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET  " + SESSIONS + " HTTP/1.1\r\nHost: forum\r\nConnection: close\r\n\r\n",
                "GET " + SESSIONS + " x HTTP/1.1\r\nHost: forum\r\nConnection: close\r\n\r\n",
                "GET " + SESSIONS + " HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET " + SESSIONS + " HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                "GET " + SESSIONS + " HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "\u0000\r\n\r\n");
    }

    static Stream<String> requests() {
        return Stream.of(paths(), methods(), headers(), bodies(), firstLines()).flatMap(all -> all);
    }

    /** All are sent side by side: many are answered by waiting for more, which is waited out. */
    @BeforeAll
    static void askBoth() throws InterruptedException {
        // Here and not by whoever comes first of the threads, or they would wait for each other.
        var gateway = Forum.stack().gateway();
        var service = Forum.stack().addressesOf("agenda-service").getFirst();
        var atOnce = new Semaphore(16);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var letters : requests().toList()) {
                atOnce.acquire();
                threads.submit(() -> {
                    try {
                        AT_THE_GATEWAY.put(letters, verdict(gateway, letters));
                        AT_THE_SERVICE.put(letters, verdict(service, letters));
                        return null;
                    } finally {
                        atOnce.release();
                    }
                });
            }
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("requests")
    void gateway_and_service_say_the_same(String letters) {
        assertThat(AT_THE_GATEWAY.get(letters))
                .as(letters.substring(0, Math.min(200, letters.length())))
                .isNotNull()
                .isEqualTo(AT_THE_SERVICE.get(letters));
    }
}
