package org.wsisforum.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A started process as its record file tells it. A process id alone may belong to somebody else by now; together with
 * the start time (on Linux in clock ticks since the boot of that id) it does not.
 *
 * @param name the record's file name without its ending; it begins with the {@link #stage()}
 */
record ProcessRecord(String name, long pid, String started, String boot) {

    static final String ENDING = ".pid";

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    /**
     * A shell that records itself and then becomes the program, under the same process id. So there is no moment in
     * which the program runs unrecorded. Ctrl-C goes to every process of the terminal at once; ignoring it here leaves
     * the order of stopping to the launcher.
     */
    static final String RECORDING_SHELL = """
            trap '' INT HUP
            if [ -r "/proc/$$/stat" ]; then
              started=$(cut -d ' ' -f 22 "/proc/$$/stat"); boot=$(cat /proc/sys/kernel/random/boot_id)
            else
              started=$(LC_ALL=C ps -o lstart= -p $$); boot=
            fi
            printf '%s\\n%s\\n%s\\n' "$$" "$started" "$boot" > "$1.new" && mv "$1.new" "$1" || exit 73
            shift
            exec "$@"
            """;

    static Optional<ProcessRecord> read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var name = file.getFileName().toString().replace(ENDING, "");
            return Optional.of(new ProcessRecord(
                    name, Long.parseLong(lines.get(0)), lines.get(1).strip(), lines.size() > 2 ? lines.get(2) : ""));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    /** The record of a process that runs now, written to {@code file}. */
    static ProcessRecord write(Path file, long pid) throws IOException {
        var record = new ProcessRecord(
                file.getFileName().toString().replace(ENDING, ""),
                pid,
                startOf(pid).orElse(""),
                bootNow());
        Files.writeString(file, pid + "\n" + record.started + "\n" + record.boot + "\n");
        return record;
    }

    /** Lower stages are stopped first. */
    int stage() {
        return Integer.parseInt(name.substring(0, 2));
    }

    /** The name a person knows it by. */
    String title() {
        return name.substring(3);
    }

    boolean alive() {
        return boot.equals(bootNow()) && startOf(pid).filter(started::equals).isPresent();
    }

    static Optional<String> startOf(long pid) {
        var stat = Path.of("/proc/" + pid + "/stat");
        try {
            if (Files.exists(BOOT_ID)) {
                var text = Files.readString(stat);
                // The program's name stands in brackets and may hold anything, so count from its end.
                var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
                return fields[0].equals("Z") ? Optional.empty() : Optional.of(fields[19]);
            }
            var process = new ProcessBuilder(List.of("ps", "-o", "lstart=", "-p", Long.toString(pid)));
            process.environment().put("LC_ALL", "C");
            var ps = process.start();
            var start = new String(ps.getInputStream().readAllBytes()).strip();
            ps.waitFor(5, TimeUnit.SECONDS);
            return start.isEmpty() ? Optional.empty() : Optional.of(start);
        } catch (IOException | IndexOutOfBoundsException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String bootNow() {
        try {
            return Files.exists(BOOT_ID) ? Files.readString(BOOT_ID).strip() : "";
        } catch (IOException _) {
            return "";
        }
    }
}
