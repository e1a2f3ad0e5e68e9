package org.wsisforum.kit.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.standardwebhooks.exceptions.WebhookSigningException;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;

/** Takes messages to addresses outside, and nowhere else. */
@ApplicationScoped
@Startup
class Courier {

    /** The name of the TLS configuration that may name more trusted certificates: {@code quarkus.tls.webhooks.…}. */
    private static final String TLS = "webhooks";

    private static final String CLOUD_EVENT = "application/cloudevents+json; charset=utf-8";
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final int OK = 200;
    private static final int ANSWER_BYTES = 16_384;
    private static final Duration LONGEST_SILENCE = Duration.ofHours(24);

    @Inject
    Vertx vertx;

    @Inject
    TlsConfigurationRegistry certificates;

    @Inject
    WebhookConfig config;

    private HttpClient client;

    @PostConstruct
    void open() throws Exception {
        if (config.insideAllowed() && ConfigUtils.getProfiles().contains("prod")) {
            throw new IllegalStateException("wsis.webhooks.inside-allowed is set: in production webhooks go to public"
                    + " addresses alone. Unset it.");
        }
        var options = new HttpClientOptions()
                .setConnectTimeout((int) config.timeout().toMillis())
                // Many subscriptions may lead to one host, and none of them waits for another.
                .setMaxPoolSize(config.atOnce())
                // Shorter than common servers keep one, lest a message meets a connection that is just being closed.
                .setKeepAliveTimeout(4)
                // Our traces are no affair of a receiver's, and its address may hold a secret.
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setDecompressionSupported(false);
        certificates.get(TLS).ifPresent(tls -> TlsConfigUtils.configure(options, tls));
        // After the certificates, which bring a time of their own, at the end of which a silent address would be said
        // to be
        // untrusted.
        options.setSslHandshakeTimeout(config.timeout().toMillis()).setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        client = vertx.httpClientBuilder()
                .with(options)
                // What is wrong with an answer is told to the owner; left alone, Vert.x logs it as an error of this
                // service.
                .withConnectHandler(connection -> connection.exceptionHandler(broken -> {}))
                .build();
    }

    /** Sends a message, signed with each of these secrets, and waits for what becomes of it. Never throws for the far end. */
    Answer send(String url, Message message, List<Secret> secrets) throws InterruptedException {
        var startedAt = Instant.now();
        var end = System.nanoTime() + config.timeout().toNanos();
        var exchange = new Exchange();
        try {
            var to = URI.create(url);
            var options = options(to, lookUp(to.getHost(), end));
            headers(message, secrets, startedAt).forEach(options::putHeader);
            var reply = within(end, exchange.of(client, options, message.body()).toCompletionStage());
            return new Answer(
                    startedAt,
                    since(startedAt),
                    DeliveryOutcome.of(reply.status()),
                    reply.status(),
                    notFor(reply.retryAfter()),
                    reply.body());
        } catch (TimeoutException e) {
            return without(startedAt, DeliveryOutcome.TIMED_OUT);
        } catch (NotAllowed e) {
            return without(startedAt, DeliveryOutcome.NO_PUBLIC_ADDRESS);
        } catch (ExecutionException e) {
            return without(startedAt, outcome(e.getCause()));
        } finally {
            exchange.breakOffUnlessFinished();
        }
    }

    private static Answer without(Instant startedAt, DeliveryOutcome outcome) {
        return new Answer(startedAt, since(startedAt), outcome, null, null, "");
    }

    private static Duration since(Instant startedAt) {
        return Duration.between(startedAt, Instant.now());
    }

    private static DeliveryOutcome outcome(Throwable failure) {
        return switch (failure) {
            case UnknownHostException e -> DeliveryOutcome.NO_PUBLIC_ADDRESS;
            case javax.net.ssl.SSLException e -> DeliveryOutcome.NOT_TRUSTED;
            case io.vertx.core.http.HttpClosedException e -> DeliveryOutcome.UNREACHABLE;
            case io.netty.channel.ConnectTimeoutException e -> DeliveryOutcome.TIMED_OUT;
            default -> DeliveryOutcome.UNREACHABLE;
        };
    }

    /** The name leads to an address that is not outside. */
    private static final class NotAllowed extends Exception {}

    /**
     * The address to connect to. Looked up once, checked, and connected to as it is, so that a name which leads elsewhere a
     * moment later leads nowhere. All addresses of the name have to be outside: one that is not is no mistake.
     */
    private InetAddress lookUp(String host, long end)
            throws NotAllowed, InterruptedException, ExecutionException, TimeoutException {
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        var found = new CompletableFuture<InetAddress[]>();
        Thread.ofVirtual().name("webhook-look-up").start(() -> {
            try {
                found.complete(InetAddress.getAllByName(bare));
            } catch (UnknownHostException | RuntimeException e) {
                found.completeExceptionally(e);
            }
        });
        var addresses = within(end, found);
        if (!config.insideAllowed() && !Stream.of(addresses).allMatch(PublicAddresses::include)) {
            throw new NotAllowed();
        }
        return addresses[0];
    }

    private static RequestOptions options(URI to, InetAddress address) {
        var https = "https".equalsIgnoreCase(to.getScheme());
        var port = to.getPort() >= 0 ? to.getPort() : https ? HTTPS_PORT : HTTP_PORT;
        var path = to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                // Where the connection goes; the host is what the certificate must be for.
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(to.getHost())
                .setPort(port)
                .setSsl(https)
                .setURI(to.getRawQuery() == null ? path : path + "?" + to.getRawQuery())
                .setFollowRedirects(false);
    }

    private static java.util.Map<String, String> headers(Message message, List<Secret> secrets, Instant now) {
        var timestamp = now.getEpochSecond();
        var signatures =
                secrets.stream().map(secret -> sign(secret, message, timestamp)).collect(Collectors.joining(" "));
        return java.util.Map.of(
                "Content-Type",
                CLOUD_EVENT,
                "User-Agent",
                "wsis-forum-webhooks/1",
                com.standardwebhooks.Webhook.UNBRANDED_MSG_ID_KEY,
                message.id(),
                com.standardwebhooks.Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
                Long.toString(timestamp),
                com.standardwebhooks.Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
                signatures);
    }

    private static String sign(Secret secret, Message message, long timestamp) {
        try {
            return new com.standardwebhooks.Webhook(secret.text()).sign(message.id(), timestamp, message.body());
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("A message cannot be signed", e);
        }
    }

    /** RFC 9110, 10.2.3: seconds, or a date. What is neither is as good as nothing. */
    private static Duration notFor(String asked) {
        if (asked == null) {
            return null;
        }
        try {
            var wait = asked.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(asked.strip()))
                    : Duration.between(
                            Instant.now(),
                            ZonedDateTime.parse(asked.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return wait.isNegative() ? null : wait.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static <T> T within(long end, java.util.concurrent.CompletionStage<T> stage)
            throws InterruptedException, ExecutionException, TimeoutException {
        return stage.toCompletableFuture().get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /** As much of an answer as matters. */
    private record Reply(int status, String retryAfter, String body) {}

    /** One request and its answer; what it does is done on the connection's own thread. */
    private static final class Exchange {

        private volatile HttpClientRequest request;
        private volatile boolean finished;
        private volatile boolean brokenOff;

        Future<Reply> of(HttpClient client, RequestOptions options, String body) {
            return client.request(options).compose(begun -> {
                request = begun;
                // What is broken off here is no news to anybody.
                begun.exceptionHandler(broken -> {});
                if (brokenOff) {
                    begun.reset();
                    return Future.failedFuture("Nobody waits for it any more.");
                }
                return begun.send(body).compose(this::read);
            });
        }

        /** The beginning of the body; what comes after it is not waited for. */
        private Future<Reply> read(HttpClientResponse response) {
            var reply = Promise.<Reply>promise();
            var read = Buffer.buffer();
            response.exceptionHandler(reply::tryFail);
            if (response.statusCode() < OK) {
                // The answer itself may follow, and must not be taken for the one to the next message.
                reply.complete(reply(response, read));
                response.request().connection().close();
                return reply.future();
            }
            response.handler(part -> {
                if (read.length() < ANSWER_BYTES) {
                    read.appendBuffer(part);
                } else {
                    reply.tryComplete(reply(response, read));
                }
            });
            response.endHandler(end -> {
                finished = true;
                reply.tryComplete(reply(response, read));
            });
            return reply.future();
        }

        private static Reply reply(HttpClientResponse response, Buffer read) {
            return new Reply(
                    response.statusCode(),
                    response.getHeader("Retry-After"),
                    new String(read.getBytes(0, Math.min(read.length(), ANSWER_BYTES)), StandardCharsets.UTF_8));
        }

        /** Closes a connection on which something is still under way, or its late answer would be taken for the next one. */
        void breakOffUnlessFinished() {
            brokenOff = true;
            var begun = request;
            if (!finished && begun != null) {
                begun.reset();
            }
        }
    }
}
