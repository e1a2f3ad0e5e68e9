package org.wsisforum.gateway.upstream;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import org.jboss.logging.Logger;

import org.wsisforum.gateway.problem.GatewayProblem;

/** All services behind the gateway, and the connections to them. */
@Singleton
public class Upstreams {

    private static final Logger LOG = Logger.getLogger(Upstreams.class);

    private final UpstreamConfig config;
    private final List<Service> services;
    private final Vertx vertx;
    private final HttpClient client;
    private final ThreadLocal<HttpClient> ofLoop = ThreadLocal.withInitial(this::newClient);
    private final Queue<HttpClient> clients = new ConcurrentLinkedQueue<>();

    @Inject
    Upstreams(Vertx vertx, UpstreamConfig config) {
        this.config = config;
        this.vertx = vertx;
        this.services = services(config, InstantSource.system());
        this.client = newClient();
    }

    void tellHowItWaits(@Observes StartupEvent started) {
        LOG.info(
                vertx.isNativeTransportEnabled()
                        ? "Connections are waited for with epoll."
                        : "Connections are waited for as the JDK does, which takes more of a processor than epoll: the machine"
                                + " has none, or what is unpacked in the folder for temporary files may not be run.");
    }

    private HttpClient newClient() {
        var made = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout(
                                Math.toIntExact(config.connectTimeout().toMillis()))
                        .setMaxWaitQueueSize(config.waiting())
                        // Shorter than the services keep theirs, so that a request rarely meets a connection that is
                        // just being closed.
                        .setKeepAliveTimeout(30))
                .with(new PoolOptions().setHttp1MaxSize(config.connections()))
                // Whoever has a request on it learns of it there; without this each is also logged as an error.
                .withConnectHandler(connection -> connection.exceptionHandler(
                        failure -> LOG.debugf("A connection to a service ended: %s", failure.getMessage())))
                .build();
        clients.add(made);
        return made;
    }

    @PreDestroy
    void close() {
        clients.forEach(HttpClient::close);
    }

    /** The services, in the order in which they are shown. */
    public List<Service> services() {
        return services;
    }

    /**
     * The client that requests to services go through: each event loop has its own, so that no connection of another loop is
     * used, which would wake that one up for each part of a request and of its answer.
     */
    public HttpClient client() {
        return Context.isOnEventLoopThread() ? ofLoop.get() : client;
    }

    /** The service of this name. */
    public Optional<Service> named(String name) {
        return services.stream().filter(service -> service.name().equals(name)).findFirst();
    }

    /** The service whose public paths this is one of, with or without a query behind it. */
    public Optional<Service> at(String path) {
        for (var service : services) {
            if (path.startsWith(service.root())) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }

    /**
     * Opens a request to the copy that has the least to do; when it cannot be reached, to the next one. Nothing has been sent
     * by then, so this is right for every method.
     */
    public Future<Call> open(Service service) {
        return open(service, service.inOrder().iterator());
    }

    /** The same after another call broke off: to the copy of that one only if there is no other. */
    public Future<Call> openElsewhere(Service service, Call brokeOff) {
        var others = new ArrayList<>(service.inOrder());
        if (others.remove(brokeOff.copy())) {
            others.add(brokeOff.copy());
        }
        return open(service, others.iterator());
    }

    private Future<Call> open(Service service, Iterator<Copy> copies) {
        if (!copies.hasNext()) {
            return Future.failedFuture(GatewayProblem.SERVICE_UNAVAILABLE.because(
                    "No copy of the " + service.name() + " service can be reached. Nothing was sent to it."));
        }
        return open(service, copies.next()).recover(unreachable -> open(service, copies));
    }

    /** Opens a request to this copy and no other. */
    private Future<Call> open(Service service, Copy copy) {
        copy.begin();
        return request(copy)
                // A kept connection that closes as it is taken says nothing of the copy; the next one is another.
                .recover(failure ->
                        failure instanceof HttpClosedException ? request(copy) : Future.failedFuture(failure))
                .map(request -> {
                    // Whoever sends it learns of failures through its answer; without this they are also logged as
                    // errors.
                    request.exceptionHandler(
                            failure -> LOG.debugf("A request to %s ended: %s", service.name(), failure));
                    return new Call(request, service, copy, config, vertx);
                })
                .onFailure(failure -> {
                    copy.end();
                    if (!(failure instanceof ConnectionPoolTooBusyException) && copy.unreachable()) {
                        LOG.warnf(
                                "Copy %d of %s is set aside: %s", copy.number(), service.name(), failure.getMessage());
                    }
                });
    }

    private Future<HttpClientRequest> request(Copy copy) {
        return client().request(copy.at().setMethod(HttpMethod.GET).setURI("/"));
    }

    static List<Service> services(UpstreamConfig config, InstantSource clock) {
        var missing = new ArrayList<String>();
        var services = List.of(
                service("registration", "WSIS_REGISTRATION_URLS", config.registration(), config, clock, missing),
                service("agenda", "WSIS_AGENDA_URLS", config.agenda(), config, clock, missing),
                service("awards", "WSIS_AWARDS_URLS", config.awards(), config, clock, missing));
        if (!missing.isEmpty()) {
            throw new ConfigurationException("The gateway does not start: "
                    + String.join(", ", missing)
                    + " must be set to the addresses of the service's copies, separated by commas.");
        }
        return services;
    }

    private static Service service(
            String name,
            String variable,
            Optional<List<URI>> addresses,
            UpstreamConfig config,
            InstantSource clock,
            List<String> missing) {
        var given = addresses.orElse(List.of());
        if (given.isEmpty()) {
            missing.add(variable);
        }
        for (var address : given) {
            if (!isBaseAddress(address)) {
                throw new ConfigurationException("The gateway does not start: " + variable + " holds '" + address
                        + "', which is not of the form http://host:port or https://host:port.");
            }
        }
        return new Service(
                name, given, new Copy.Setting(config.failures(), config.setAside(), config.setAsideAtMost()), clock);
    }

    private static boolean isBaseAddress(URI address) {
        var web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        var bare = address.getRawPath() == null
                || address.getRawPath().isEmpty()
                || address.getRawPath().equals("/");
        return web
                && bare
                && address.getHost() != null
                && address.getRawQuery() == null
                && address.getUserInfo() == null;
    }
}
