package org.wsisforum.kit.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What time it is at the Forum.
 *
 * <p>With {@code wsis.forum-clock.file} set, which only the profiles {@code local}, {@code dev} and {@code test} allow, the time
 * is read from that file on each call, so that every process of a machine changes it at the same moment: one line with the
 * Forum's instant and the system's instant at which it was that, for example {@code 2021-02-15T09:00:00Z
 * 2026-11-24T03:00:00Z}. From there it runs on at the usual pace. A file that is not there yet means the system's time.
 */
@Singleton
@Startup
public class ForumClock implements InstantSource {

    private final Optional<Path> file;

    @Inject
    ForumClock(@ConfigProperty(name = "wsis.forum-clock.file") Optional<Path> file) {
        if (file.isPresent() && ConfigUtils.getProfiles().contains("prod")) {
            throw new IllegalStateException(
                    "wsis.forum-clock.file is set: the Forum clock cannot be moved in production. Unset WSIS_FORUM_CLOCK_FILE.");
        }
        this.file = file;
    }

    @Override
    public Instant instant() {
        var now = Instant.now();
        return file.map(f -> read(f, now)).orElse(now);
    }

    private static Instant read(Path file, Instant now) {
        try {
            var line = Files.readString(file).strip();
            var gap = line.indexOf(' ');
            var then = Instant.parse(line.substring(0, gap));
            var setAt = Instant.parse(line.substring(gap + 1));
            return then.plus(Duration.between(setAt, now));
        } catch (NoSuchFileException notMovedYet) {
            return now;
        } catch (IOException e) {
            throw new UncheckedIOException("The Forum clock cannot be read from " + file, e);
        }
    }
}
