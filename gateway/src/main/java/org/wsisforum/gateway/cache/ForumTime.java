package org.wsisforum.gateway.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether time was moved at the Forum, which only a local stack can do. Answers depend on that time, and no change is announced
 * when it jumps.
 */
@Singleton
class ForumTime {

    private static final FileTime NEVER = FileTime.fromMillis(0);

    private final Optional<Path> file;
    private final AtomicReference<FileTime> seen = new AtomicReference<>(NEVER);

    @Inject
    ForumTime(@ConfigProperty(name = "wsis.forum-clock.file") Optional<Path> file) {
        this.file = file;
    }

    /** Whether it was moved since this was asked for the last time. */
    boolean wasMoved() {
        if (file.isEmpty()) {
            return false;
        }
        var written = written(file.get());
        return !seen.getAndSet(written).equals(written);
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (NoSuchFileException notMovedYet) {
            return NEVER;
        } catch (IOException e) {
            throw new UncheckedIOException("The Forum clock cannot be read from " + file, e);
        }
    }
}
