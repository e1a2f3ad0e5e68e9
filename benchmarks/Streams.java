import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The program of streams.sh, which says what it measures. */
final class Streams {

    private static final int FEW = 50;
    private static final int CHANGES = 9;
    private static final int ROUNDS = 3;
    private static final String STREAM = "/agenda/v1/editions/2021/changes/stream";

    /** Kilobytes of a process. */
    private record Memory(double rss, double pss, double heap) {}

    /** Milliseconds from a commit until the first, the middle and the last client had heard of it; medians of several changes. */
    private record Heard(double first, double median, double last) {}

    /** The last: microseconds of the processor that the service's process took for each client and change. */
    private record Measured(Heard heard, Memory with, double processor) {}

    private final Agenda agenda;

    private Streams(Agenda agenda) {
        this.agenda = agenda;
    }

    public static void main(String[] args) throws Exception {
        var many = args.length > 0 ? Integer.parseInt(args[0]) : 5000;
        var throughGateway = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
        try (var agenda = Agenda.start()) {
            System.out.printf("%d rounds of %d changes each, a transaction each%n", ROUNDS, CHANGES);
            var streams = new Streams(agenda);
            streams.compare("straight from the service", agenda.service().resolve(STREAM), many, agenda.pid());
            if (throughGateway > 0) {
                streams.compare(
                        "through the gateway", agenda.gateway().resolve(STREAM), throughGateway, agenda.pidOfGateway());
            }
        }
    }

    private void compare(String title, URI address, int many, long pid) throws Exception {
        // Warms up, so that what is loaded once counts for no client.
        measure(address, FEW, memoryOf(pid), pid);
        var before = memoryOf(pid);
        var few = new Times();
        var all = new Times();
        var ratio = new Figures();
        var processor = new Figures();
        var memory = List.of(new Figures(), new Figures(), new Figures());
        for (int round = 0; round < ROUNDS; round++) {
            var one = measure(address, FEW, before, pid).heard();
            var measured = measure(address, many, before, pid);
            var other = measured.heard();
            memory.get(0).add((measured.with().rss() - before.rss()) / many);
            memory.get(1).add((measured.with().pss() - before.pss()) / many);
            memory.get(2).add((measured.with().heap() - before.heap()) / many);
            processor.add(measured.processor());
            few.add(one);
            all.add(other);
            ratio.add(other.last() / one.last());
        }
        System.out.printf("%n%s: ms from the commit until a client has the change%n", title);
        few.print(FEW);
        all.print(many);
        System.out.printf("  until the last, %d clients to %d: %s%n", many, FEW, ratio.print("%.1f"));
        System.out.printf("  processor time of the process for a client and change, µs: %s%n", processor.print("%.0f"));
        System.out.printf(
                "  KB a client in the process: RSS %s, PSS %s, heap after GC %s%n",
                memory.get(0).print("%.1f"),
                memory.get(1).print("%.1f"),
                memory.get(2).print("%.1f"));
    }

    private static final class Times {
        private final Figures first = new Figures();
        private final Figures median = new Figures();
        private final Figures last = new Figures();

        void add(Heard heard) {
            first.add(heard.first());
            median.add(heard.median());
            last.add(heard.last());
        }

        void print(int clients) {
            System.out.printf(
                    "  %5d clients: first %s, median %s, last %s%n",
                    clients, first.print("%.1f"), median.print("%.1f"), last.print("%.1f"));
        }
    }

    private Measured measure(URI address, int count, Memory before, long pid) throws Exception {
        var opened = System.nanoTime();
        try (var clients = Clients.open(address, count);
                var connection = agenda.connect();
                var recording = Agenda.recording(connection)) {
            var seconds = (System.nanoTime() - opened) / 1e9;
            var times = List.of(new Figures(), new Figures(), new Figures());
            var processorBefore = processorOf(pid);
            for (int change = 0; change < CHANGES; change++) {
                clients.expect(count);
                Agenda.record(recording, "2021", "sessions/0190b0a2-5c7a-7000-8000-00000000%04x".formatted(change));
                var committed = System.nanoTime();
                var heard = clients.await();
                times.get(0).add((heard[0] - committed) / 1e6);
                times.get(1).add((heard[count / 2] - committed) / 1e6);
                times.get(2).add((heard[count - 1] - committed) / 1e6);
                Thread.sleep(200);
            }
            var processor = processorOf(pid).minus(processorBefore).toNanos() / 1e3 / CHANGES / count;
            var with = memoryOf(pid);
            System.out.printf(
                    "  %d streams opened in %.1f s; the process: RSS %.0f to %.0f MB, heap after GC %.0f to %.0f MB%n",
                    count, seconds, before.rss() / 1024, with.rss() / 1024, before.heap() / 1024, with.heap() / 1024);
            return new Measured(
                    new Heard(
                            times.get(0).median(),
                            times.get(1).median(),
                            times.get(2).median()),
                    with,
                    processor);
        }
    }

    private static Duration processorOf(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    private static Memory memoryOf(long pid) throws IOException, InterruptedException {
        // What has ended is let go of first.
        Thread.sleep(1000);
        jcmd(pid, "GC.run");
        Thread.sleep(500);
        var heap = 0.0;
        for (var used = Pattern.compile("total \\d+K, used (\\d+)K").matcher(jcmd(pid, "GC.heap_info"));
                used.find(); ) {
            heap += Double.parseDouble(used.group(1));
        }
        double rss = 0;
        double pss = 0;
        for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            if (line.startsWith("Rss:")) {
                rss = Double.parseDouble(line.replaceAll("\\D", ""));
            } else if (line.startsWith("Pss:")) {
                pss = Double.parseDouble(line.replaceAll("\\D", ""));
            }
        }
        return new Memory(rss, pss, heap);
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd " + command + ": " + output);
        }
        return output;
    }
}
