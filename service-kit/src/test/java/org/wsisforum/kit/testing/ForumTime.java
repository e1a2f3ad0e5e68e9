package org.wsisforum.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.eclipse.microprofile.config.ConfigProvider;

/** Sets the Forum clock of the service under test, by the same file that the local stack uses. */
public final class ForumTime {

    private ForumTime() {}

    /** From now on it is this time at the Forum, for example {@code 2021-02-15T10:00+01:00}. */
    public static void is(String time) {
        var file = Path.of(ConfigProvider.getConfig().getValue("wsis.forum-clock.file", String.class));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = Files.writeString(
                    file.resolveSibling(file.getFileName() + ".new"),
                    OffsetDateTime.parse(time).toInstant() + " " + Instant.now());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The Forum clock cannot be set", e);
        }
    }
}
