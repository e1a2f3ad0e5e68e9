package org.wsisforum.stack;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;

/**
 * How a Java program of the stack is run: small, and with an archive of its classes, parsed and linked ahead of time
 * (JEP 483), which takes away more than half of the processor time of a start.
 *
 * <p>The first run of a program lists the classes it loads, which costs nothing at its end. When everything is up, the
 * archive is made from the list by a process of its own at the lowest priority, which may be killed at any time.
 * (Recording with {@code -XX:AOTCacheOutput} was tried and does the same work while the program ends: stopping Keycloak
 * took 40 s longer.) The archive's name is made of the program's files, the JDK and the options, so that one that no
 * longer fits is never used.
 *
 * @param title names the program
 * @param options the JVM's options
 * @param classPath in order
 * @param main the class to run
 */
record Jvm(String title, List<String> options, List<Path> classPath, String main) {

    /** C1 alone: a local stack starts often and never runs long enough for what C2 costs while starting. */
    private static final List<String> COMMON = List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders", "-Xss512k", "-Xshare:auto");

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A program that Quarkus packaged: its manifest names the class to run and the packages to open. */
    static Jvm ofRunner(String title, List<String> options, Path runner) {
        try (var jar = new JarFile(runner.toFile())) {
            var manifest = jar.getManifest().getMainAttributes();
            var all = new ArrayList<>(options);
            var opens = manifest.getValue("Add-Opens");
            if (opens != null) {
                for (var opened : opens.strip().split("\\s+")) {
                    all.add("--add-opens=" + opened + "=ALL-UNNAMED");
                }
            }
            return new Jvm(title, all, List.of(runner), manifest.getValue("Main-Class"));
        } catch (IOException e) {
            throw StackFailure.of("reading " + runner, e);
        }
    }

    /** Where this very class was loaded from. */
    static String ownClasses() {
        try {
            return Path.of(Jvm.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The command to run the program; uses the archive, or else prepares for one.
     *
     * @param properties system properties that differ from stack to stack and do not touch the archive
     */
    List<String> command(Path archives, List<String> properties, List<String> arguments) {
        var command = base();
        var archive = archive(archives);
        if (Files.exists(archive)) {
            command.add("-XX:SharedArchiveFile=" + archive);
        } else {
            command.add("-XX:DumpLoadedClassList=" + classList(archives));
        }
        command.addAll(properties);
        command.addAll(List.of("-cp", joined(), main));
        command.addAll(arguments);
        return command;
    }

    /** The command to run the program once, with nothing remembered. */
    List<String> plainCommand(List<String> properties, List<String> arguments) {
        var command = base();
        command.addAll(properties);
        command.addAll(List.of("-cp", joined(), main));
        command.addAll(arguments);
        return command;
    }

    boolean lacksArchive(Path archives) {
        return !Files.exists(archive(archives)) && Files.exists(classList(archives));
    }

    /** The command that makes the archive under a name that nobody uses yet; {@link #keepArchive} then takes it over. */
    List<String> archiveCommand(Path archives) {
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(base());
        command.addAll(List.of(
                "-Xshare:dump",
                "-XX:+AOTClassLinking",
                "-Xlog:disable",
                "-XX:SharedClassListFile=" + classList(archives),
                "-XX:SharedArchiveFile=" + fresh(archives),
                "-cp",
                joined()));
        return command;
    }

    void keepArchive(Path archives) throws IOException {
        Files.move(fresh(archives), archive(archives), StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(classList(archives));
        try (var old = Files.newDirectoryStream(archives, title + "-*")) {
            for (var file : old) {
                if (!file.equals(archive(archives))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private ArrayList<String> base() {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(COMMON);
        command.addAll(options);
        return command;
    }

    private String joined() {
        return String.join(
                System.getProperty("path.separator"),
                classPath.stream().map(Path::toString).toList());
    }

    private Path archive(Path archives) {
        return archives.resolve(title + "-" + fingerprint() + ".jsa");
    }

    private Path fresh(Path archives) {
        return archives.resolve(title + "-" + fingerprint() + ".jsa.new");
    }

    private Path classList(Path archives) {
        return archives.resolve(title + "-" + fingerprint() + ".classes");
    }

    private String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(base().toString().getBytes(StandardCharsets.UTF_8));
            for (var entry : classPath) {
                for (var file : filesOf(entry)) {
                    digest.update((file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file))
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw StackFailure.of("reading the files of " + title, e);
        }
    }

    /** A Quarkus runner names its libraries in its manifest; they lie in the folder around it. */
    private static List<Path> filesOf(Path entry) throws IOException {
        if (!entry.endsWith("quarkus-run.jar")) {
            return List.of(entry);
        }
        try (var all = Files.walk(entry.getParent())) {
            return all.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
