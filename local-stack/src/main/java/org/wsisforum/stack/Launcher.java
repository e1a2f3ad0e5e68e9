package org.wsisforum.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The command line behind {@code ./wsis}: up, down, status, reset, clock, and what {@code dev} needs. */
public final class Launcher {

    private final StackConfig config;
    private final RunFolder run;

    private Launcher(Path checkout) {
        this.config = StackConfig.local(checkout);
        this.run = new RunFolder(config.data());
    }

    public static void main(String[] args) {
        var checkout = Path.of(System.getProperty("wsis.checkout", "")).toAbsolutePath();
        try {
            new Launcher(checkout).carryOut(Command.parse(List.of(args)));
        } catch (StackFailure e) {
            System.err.println("wsis: " + e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("wsis: " + StackFailure.of("this", e).getMessage());
            System.exit(1);
        } catch (InterruptedException _) {
            System.exit(130);
        }
    }

    private void carryOut(Command command) throws IOException, InterruptedException {
        switch (command) {
            case Command.Up up -> up(up);
            case Command.Down _ -> down();
            case Command.Status _ -> status();
            case Command.Reset _ -> reset();
            case Command.Clock clock -> clock(clock);
            case Command.Release release -> release(release.module());
        }
    }

    private void up(Command.Up up) throws InterruptedException {
        var stack =
                Stack.start(config.withPorts(Ports.standard(up.portOffset())).withCopies(up.copies()));
        System.out.println(Welcome.text(stack, config.data(), Realm.sampleAccounts()));
        stack.prepareNextStart();
        stack.watch();
        // Stopped from elsewhere, in the order of the shutdown hook; wait for its end.
        stack.close();
    }

    private void down() throws IOException, InterruptedException {
        var progress = new Progress(System.out);
        var launcher = run.launcher();
        if (launcher.isEmpty() && run.generations().isEmpty()) {
            run.stopAll(progress);
            System.out.println("Nothing is up.");
            return;
        }
        if (launcher.isPresent()) {
            progress.say("asking the launcher (process " + launcher.get().pid() + ") to stop everything");
            ProcessHandle.of(launcher.get().pid()).ifPresent(ProcessHandle::destroy);
            if (!RunFolder.await(120, () -> !launcher.get().alive())) {
                progress.say("the launcher does not answer and is killed");
                ProcessHandle.of(launcher.get().pid()).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
        // Finds nothing to do unless the launcher could not finish.
        run.stopAll(progress);
        progress.say("everything is stopped");
    }

    private void status() throws IOException {
        // What prepares something and ends is no part of what runs.
        var lasting = run.recorded().stream()
                .filter(process -> process.stage() != Stack.PREPARING_STAGE || process.alive())
                .toList();
        if (lasting.stream().noneMatch(ProcessRecord::alive)) {
            System.out.println("Nothing is up.");
            throw new StackFailure("start it with ./wsis up");
        }
        System.out.printf("%-32s %9s %10s%n", "running", "process", "memory");
        for (var process : lasting) {
            if (process.alive()) {
                System.out.printf("%-32s %9d %10s%n", process.title(), process.pid(), memoryOf(process.pid()));
            } else {
                System.out.printf("%-32s %9s%n", process.title(), "has ended");
            }
        }
        System.out.println("Forum time: " + ForumClock.readable(run.clock().at(Instant.now())));
    }

    private static String memoryOf(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("");
        } catch (IOException _) {
            return "";
        }
    }

    private void release(String module) throws IOException, InterruptedException {
        var copies = run.recorded().stream()
                .filter(process -> process.title().matches(module + "(-\\d+)?"))
                .toList();
        if (!run.claimed() || !Files.exists(Service.environmentFile(config, module))) {
            throw new StackFailure("nothing is up; start it with ./wsis up first");
        }
        copies.stream().filter(ProcessRecord::alive).forEach(process -> ProcessHandle.of(process.pid())
                .ifPresent(ProcessHandle::destroy));
        if (!RunFolder.await(30, () -> copies.stream().noneMatch(ProcessRecord::alive))) {
            throw new StackFailure(module + " does not end; see ./wsis status");
        }
    }

    private void reset() throws IOException {
        try (var claim = run.claim().orElse(null)) {
            if (claim == null) {
                throw new StackFailure("the stack is up; stop it with ./wsis down before its data is thrown away");
            }
            run.stopAll(new Progress(System.out));
            for (var name : List.of(
                    "postgres.complete",
                    "postgres",
                    "keycloak",
                    "forum-clock",
                    "secrets.properties",
                    "log",
                    "work",
                    "mails",
                    "dev")) {
                RunFolder.delete(config.data().resolve(name));
            }
        }
        System.out.println("Databases, sample data, passwords, mails, logs and the Forum clock are gone;"
                + " the next ./wsis up begins anew.");
    }

    private void clock(Command.Clock command) throws IOException {
        var clock = run.clock();
        var up = run.claimed();
        command.forum().ifPresent(forum -> clock.set(forum, Instant.now()));
        var forum = up ? clock.at(Instant.now()) : clock.standing();
        System.out.println("Forum time: " + ForumClock.readable(forum) + (up ? "" : ", standing still: nothing is up"));
    }
}
