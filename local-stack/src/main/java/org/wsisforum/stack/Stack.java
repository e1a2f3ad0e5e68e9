package org.wsisforum.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** A running system: PostgreSQL, Keycloak, the services and the gateway, from {@link #start} to {@link #close}. */
public final class Stack implements AutoCloseable {

    /** Unpacked Keycloak, class archives, databases; the build beside them is there already. */
    private static final long NEEDED_AT_FIRST = 1_200L * 1024 * 1024;

    private static final long NEEDED_LATER = 200L * 1024 * 1024;
    private static final int HEARTBEAT_SECONDS = 5;

    static final int PREPARING_STAGE = 10;
    private static final int GATEWAY_STAGE = 30;
    private static final int SERVICE_STAGE = 40;

    private final StackConfig config;
    private final RunFolder run;
    private final Progress progress;
    private final FileChannel claim;
    private final Path generation;
    private final Lifeline lifeline;
    private final Secrets secrets;
    private final Map<String, Child> children = new ConcurrentHashMap<>();
    private final List<Service> services = new ArrayList<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private Keycloak keycloak;
    private volatile Postgres server;
    private MailServer mails;

    private Stack(StackConfig config, Progress progress, FileChannel claim, RunFolder run) throws IOException {
        this.config = config;
        this.progress = progress;
        this.claim = claim;
        this.run = run;
        this.generation = run.newGeneration();
        this.lifeline = Lifeline.attach(config.data(), generation, config.data().resolve("log/lifeline.log"));
        this.secrets = new Secrets(config.data().resolve("secrets.properties"));
    }

    /**
     * Starts everything and returns when all of it is ready. Whatever an earlier stack of the same folder left behind
     * is cleared first; when something fails, all that was started is stopped again.
     *
     * @throws StackFailure with one line that says why not
     */
    public static Stack start(StackConfig config) {
        var progress = new Progress(config.out());
        var run = new RunFolder(config.data());
        FileChannel claim = null;
        Stack stack = null;
        try {
            claim = run.claim().orElseThrow(() -> new StackFailure("already up; ./wsis status tells what runs where"));
            if (!run.generations().isEmpty()) {
                progress.say("clearing what an earlier run left behind");
            }
            run.stopAll(progress);
            requireSpace(config);
            config.ports().requireFree();
            stack = new Stack(config, progress, claim, run);
            // Ctrl-C while it starts, or a test that forgets to close.
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop the stack"));
            stack.begin();
            return stack;
        } catch (Exception e) {
            var cut = stack != null && stack.stopping.get();
            if (stack != null) {
                stack.close();
            } else if (claim != null) {
                release(claim);
            }
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            // What ends because it is being stopped is no failure of its own.
            throw cut ? new StackFailure("stopped before everything was up", e) : StackFailure.of("starting", e);
        }
    }

    /** How it was started, with the ports that it has. */
    public StackConfig config() {
        return config;
    }

    /** The gateway's address, without a slash at its end. */
    public String gateway() {
        return "http://localhost:" + config.ports().gateway();
    }

    /** Keycloak's address, without a slash at its end. */
    public String keycloak() {
        return "http://localhost:" + config.ports().keycloak();
    }

    /** The realm, which is also the issuer of tokens. */
    public String realm() {
        return keycloak() + "/realms/wsis";
    }

    /** The addresses of all copies of a service, past the gateway; the name is the module's. */
    public List<String> addressesOf(String module) {
        return services.stream()
                .filter(service -> service.module().equals(module))
                .map(Service::url)
                .toList();
    }

    /** Ends the copy of a service at this address as a crash does: at once and without a word. */
    public void kill(String address) {
        var process = children.get(at(address).title()).process();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts the copy of a service at this address that was {@linkplain #kill killed}; returns when it is ready. */
    public void startAgain(String address) {
        try {
            startService(at(address), server);
        } catch (Exception e) {
            throw StackFailure.of("starting again", e);
        }
    }

    private Service at(String address) {
        return services.stream()
                .filter(service -> service.url().equals(address))
                .findFirst()
                .orElseThrow();
    }

    /** Sets the Forum clock for every service of this stack; it runs on from there. */
    public void clock(Instant forum) {
        run.clock().set(forum, Instant.now());
    }

    /** The Forum time of this stack. */
    public Instant clock() {
        return run.clock().at(Instant.now());
    }

    /** Everything that a process of this stack has printed so far; the name is that of its module, or "Keycloak". */
    public String logsOf(String title) {
        var log = config.data().resolve("log/" + title + ".log");
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw StackFailure.of("reading " + log, e);
        }
    }

    /** Where each mail that a service has sent is kept as a file; none leaves the machine. */
    public Path mails() {
        return mails.folder();
    }

    /** What runs where, by name. */
    Map<String, String> addresses() {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("gateway", gateway());
        services.forEach(service -> addresses.put(service.title(), service.url()));
        addresses.put("Keycloak", keycloak());
        addresses.put("PostgreSQL", "localhost:" + config.ports().postgres());
        addresses.put("Mails that were sent", mails().toString());
        return addresses;
    }

    /** Stops everything, the gateway first and PostgreSQL last, and returns when nothing is left. */
    @Override
    public void close() {
        stopping.set(true);
        synchronized (closed) {
            if (closed.getAndSet(true)) {
                return;
            }
            try {
                progress.say("stopping");
                Postgres.abandonStart(run.postgresData());
                run.stop(generation, progress);
                if (mails != null) {
                    mails.close();
                }
                lifeline.release();
                progress.say("everything is stopped");
            } catch (IOException e) {
                throw StackFailure.of("stopping", e);
            } finally {
                release(claim);
            }
        }
    }

    private void begin() throws Exception {
        run.clock().resume(Instant.now());
        keepBeating();
        planServices();
        mails = MailServer.start(config.data().resolve("mails"));
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            try {
                var postgres = submit(tasks, () -> {
                    progress.say("PostgreSQL: starting");
                    underWay.add("PostgreSQL");
                    server = Postgres.start(config, run, generation, secrets);
                    underWay.remove("PostgreSQL");
                    progress.say("PostgreSQL: ready on port " + config.ports().postgres());
                    return server;
                });
                var prepared = submit(tasks, () -> {
                    underWay.add("Keycloak's build");
                    var built = Keycloak.prepare(config, generation, progress);
                    underWay.remove("Keycloak's build");
                    return built;
                });
                all.add(postgres);
                all.add(prepared);
                // Keycloak needs the most time, so it gets a head start of the moment in which the others are prepared.
                all.add(submit(tasks, () -> startKeycloak(get(prepared), get(postgres))));
                for (var service : services) {
                    all.add(submit(tasks, () -> startService(service, get(postgres))));
                }
                all.add(submit(tasks, this::startGateway));
                awaitAll(all);
            } catch (Exception e) {
                all.forEach(task -> task.cancel(true));
                tasks.shutdownNow();
                throw e;
            }
        }
    }

    private static <T> CompletableFuture<T> submit(ExecutorService tasks, Callable<T> task) {
        var future = new CompletableFuture<T>();
        tasks.submit(() -> {
            try {
                future.complete(task.call());
            } catch (Throwable e) {
                // An Error too: nobody else would ever hear of it, and the start would wait for good.
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    private static <T> T get(Future<T> other) throws Exception {
        try {
            return other.get();
        } catch (ExecutionException _) {
            // Told once, by whoever failed itself.
            throw new CancellationException();
        }
    }

    /** Ends with the first real failure, not with one that only follows from it, and tells of whom it still waits. */
    private void awaitAll(List<Future<?>> all) throws Exception {
        var told = System.nanoTime();
        while (true) {
            for (var task : all) {
                if (task.state() == Future.State.FAILED) {
                    throw task.exceptionNow() instanceof Exception exception
                            ? exception
                            : StackFailure.of("starting", task.exceptionNow());
                }
            }
            if (all.stream().allMatch(Future::isDone)) {
                return;
            }
            if (System.nanoTime() - told > 5_000_000_000L) {
                told = System.nanoTime();
                progress.say("still waiting for " + String.join(", ", new TreeSet<>(underWay)));
            }
            Thread.sleep(50);
        }
    }

    private Child startKeycloak(Keycloak prepared, Postgres postgres) throws Exception {
        keycloak = prepared;
        var realm = Realm.local(config.checkout());
        var imported = realm.text() + Keycloak.realmEnvironment(secrets, gateway());
        if (postgres.prepareKeycloakDatabase(Keycloak.fingerprint(imported))) {
            progress.say("Keycloak: the realm's file has changed; its database is made anew");
        }
        progress.say("Keycloak: starting");
        return awaited(prepared.start(generation, realm, postgres, secrets, gateway()), prepared.ready(), keycloak());
    }

    private Child startService(Service service, Postgres postgres) throws Exception {
        progress.say(service.title() + ": starting");
        var environment = environmentOf(service, postgres);
        if (service.copy() == 1) {
            service.keepEnvironment(config, environment);
        }
        var child = service.start(config, generation, SERVICE_STAGE, environment);
        return awaited(child, service.ready(), service.url());
    }

    private Child startGateway() throws Exception {
        progress.say("gateway: starting");
        var gateway = gatewayService();
        var environment = new TreeMap<>(common(gateway));
        for (var schema : Postgres.SCHEMAS) {
            environment.put(
                    "WSIS_" + schema.toUpperCase(java.util.Locale.ROOT) + "_URLS",
                    String.join(",", addressesOf(schema + "-service")));
        }
        environment.put("WSIS_OIDC_URL", realm());
        environment.put("WSIS_OIDC_ISSUER", realm());
        environment.put("WSIS_OIDC_CLIENT_SECRET", secrets.of("client.gateway"));
        var child = gateway.start(config, generation, GATEWAY_STAGE, environment);
        return awaited(child, gateway.ready(), gateway());
    }

    private Child awaited(Child child, java.net.URI address, String url) throws InterruptedException {
        children.put(child.title(), child);
        underWay.add(child.title());
        child.awaitReady(address);
        underWay.remove(child.title());
        progress.say(child.title() + ": ready at " + url);
        return child;
    }

    private Service gatewayService() {
        return new Service("gateway", 1, config.ports().gateway());
    }

    private void planServices() {
        var first = Map.of(
                "registration", config.ports().registration(),
                "agenda", config.ports().agenda(),
                "awards", config.ports().awards());
        var further =
                Ports.free((config.copies() - 1) * Postgres.SCHEMAS.size()).iterator();
        for (var schema : Postgres.SCHEMAS) {
            for (int copy = 1; copy <= config.copies(); copy++) {
                services.add(new Service(schema + "-service", copy, copy == 1 ? first.get(schema) : further.next()));
            }
        }
    }

    private Map<String, String> common(Service service) {
        return Map.of(
                "QUARKUS_PROFILE", "local",
                "WSIS_PORT", Integer.toString(service.port()),
                "WSIS_PUBLIC_URL", gateway(),
                "WSIS_FORUM_CLOCK_FILE", run.clock().file().toString());
    }

    private Map<String, String> environmentOf(Service service, Postgres postgres) {
        var role = service.module().replace("-service", "");
        var environment = new TreeMap<>(common(service));
        environment.put("WSIS_DB_URL", postgres.url());
        environment.put("WSIS_DB_USER", role);
        environment.put("WSIS_DB_PASSWORD", secrets.of("database." + role));
        environment.put("WSIS_DB_POOL", Integer.toString(Service.POOL));
        environment.put("WSIS_OIDC_URL", realm());
        environment.put("WSIS_SMTP_PORT", Integer.toString(mails.port()));
        environment.put("QUARKUS_MAILER_MOCK", "false");
        // It is on this machine.
        environment.put("QUARKUS_MAILER_START_TLS", "DISABLED");
        if (role.equals("agenda")) {
            // With several copies the gateway shares the calls out among them.
            environment.put(
                    "WSIS_REGISTRATION_URL",
                    config.copies() == 1 ? addressesOf("registration-service").getFirst() : gateway());
            environment.put("WSIS_OIDC_CLIENT_SECRET", secrets.of("client.agenda-service"));
        }
        if (role.equals("awards")) {
            environment.put("WSIS_BALLOT_SECRET", secrets.of("ballot"));
            environment.put("WSIS_LEDGER_SECRET", secrets.of("ledger"));
        }
        return environment;
    }

    private void keepBeating() {
        Thread.ofPlatform().daemon().name("heartbeat").start(() -> {
            try {
                while (!stopping.get()) {
                    RunFolder.beat(generation);
                    Thread.sleep(HEARTBEAT_SECONDS * 1000L);
                }
            } catch (IOException | InterruptedException _) {
                // The generation's folder is gone: the stack is stopped.
            }
        });
    }

    /** Makes the next start the fast one, beside whatever else happens. To be called when all is ready. */
    void prepareNextStart() {
        Thread.ofPlatform().daemon().name("archives").start(() -> {
            try {
                makeArchives();
            } catch (StackFailure e) {
                if (!stopping.get()) {
                    progress.say("the next start will not be faster: " + e.getMessage());
                }
            } catch (InterruptedException _) {
                // Nobody waits for them.
            }
            // Unpacking and importing needed memory that watching does not; this hands it back.
            System.gc();
        });
    }

    /** Makes the class archives that are missing, one after the other, at the lowest priority. */
    private void makeArchives() throws InterruptedException {
        var programs = new ArrayList<Jvm>();
        programs.add(keycloak.jvm());
        programs.add(gatewayService().jvm(config.checkout()));
        services.stream()
                .filter(service -> service.copy() == 1)
                .forEach(service -> programs.add(service.jvm(config.checkout())));
        var missing = programs.stream()
                .filter(program -> program.lacksArchive(config.cache()))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        progress.say("preparing faster starts in the background (once, some minutes; the system can be used)");
        for (var program : missing) {
            if (stopping.get()) {
                return;
            }
            makeArchive(program);
        }
        progress.say("the next start is faster");
    }

    /** One that cannot be made is no failure: the program's next start is only slower than it could be. */
    private void makeArchive(Jvm program) throws InterruptedException {
        var title = "archive-of-" + program.title();
        var child = Child.start(
                generation,
                PREPARING_STAGE,
                title,
                config.data().resolve("work"),
                config.data().resolve("log/" + title + ".log"),
                Map.of(),
                program.archiveCommand(config.cache()));
        if (child.process().waitFor() == 0) {
            try {
                program.keepArchive(config.cache());
            } catch (IOException e) {
                progress.say("the archive of " + program.title() + " could not be kept: " + e);
            }
        }
    }

    /** Watches until the stack is stopped; tells of every process that ends before. */
    void watch() throws InterruptedException {
        var told = ConcurrentHashMap.<String>newKeySet();
        while (!stopping.get()) {
            for (var child : children.values()) {
                if (!child.process().isAlive() && !stopping.get() && told.add(child.title())) {
                    progress.say(child.title() + " has ended with exit code "
                            + child.process().exitValue() + "; see " + child.log() + "; the rest goes on");
                }
            }
            // Not a child of this process: pg_ctl started it.
            if (run.runningPostmaster().isEmpty() && !stopping.get() && told.add("PostgreSQL")) {
                progress.say("PostgreSQL has ended; see " + config.data().resolve("log/PostgreSQL.log")
                        + "; the rest goes on and cannot reach its data");
            }
            Thread.sleep(500);
        }
    }

    private static void requireSpace(StackConfig config) throws IOException {
        Files.createDirectories(config.data());
        var needed = Files.exists(config.data().resolve("postgres.complete")) ? NEEDED_LATER : NEEDED_AT_FIRST;
        var usable = Files.getFileStore(config.data()).getUsableSpace();
        if (usable < needed) {
            throw new StackFailure("the disk is full: %d MB are free where %s lies and %d MB are needed"
                    .formatted(usable / 1024 / 1024, config.data(), needed / 1024 / 1024));
        }
    }

    private static void release(FileChannel claim) {
        try {
            claim.close();
        } catch (IOException e) {
            throw StackFailure.of("stopping", e);
        }
    }
}
