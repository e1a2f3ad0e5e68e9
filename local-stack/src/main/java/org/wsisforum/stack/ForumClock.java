package org.wsisforum.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The movable business time of a local stack, kept in a file that every service reads: one line with two instants, a
 * Forum time and the real time at which it was so; Forum time then runs at the speed of real time.
 *
 * <p>While the stack is down the Forum clock stands still, so that a person who travelled to 25 March finds 25 March
 * again after a weekend. Stopping therefore writes the Forum time of that moment ({@link #freeze}), and starting ties
 * it to the real time of the start ({@link #resume}); in between only the first instant of the file has a meaning.
 */
final class ForumClock {

    static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

    /** Mid-February 2021: the letters are out, the deadline of 1 March is near. */
    static final Instant BEGINNING = Instant.parse("2021-02-15T09:00:00Z");

    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm:ss", Locale.ENGLISH);

    private final Path file;

    ForumClock(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** The Forum time of a running stack at the real time {@code now}. */
    Instant at(Instant now) {
        var anchor = read();
        return anchor.forum.plus(Duration.between(anchor.real, now));
    }

    /** The Forum time of a stack that is down. */
    Instant standing() {
        return read().forum;
    }

    void set(Instant forum, Instant now) {
        try {
            Files.createDirectories(file.getParent());
            // Replaced as a whole: a service that reads in this moment sees the old line or the new one.
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, forum + " " + now + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw StackFailure.of("writing the Forum clock " + file, e);
        }
    }

    /** The stack went down at the real time {@code stopped}. */
    void freeze(Instant stopped) {
        if (Files.exists(file)) {
            set(at(stopped).truncatedTo(ChronoUnit.MILLIS), stopped);
        }
    }

    /** The stack comes up at the real time {@code now}; a new one begins in mid-February 2021. */
    void resume(Instant now) {
        set(Files.exists(file) ? standing() : BEGINNING, now);
    }

    private Anchor read() {
        if (!Files.exists(file)) {
            return new Anchor(BEGINNING, BEGINNING);
        }
        try {
            var words = Files.readString(file).strip().split(" ");
            return new Anchor(Instant.parse(words[0]), Instant.parse(words[1]));
        } catch (IOException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new StackFailure(
                    "the Forum clock " + file + " cannot be read; delete it to begin in February 2021", e);
        }
    }

    /** Reads what a person types: with an offset, or without one as the time in Geneva, or a date as its midnight. */
    static Instant parse(String text) {
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text).atStartOfDay(ZONE).toInstant();
            }
            return DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)
                            instanceof LocalDateTime local
                    ? local.atZone(ZONE).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new StackFailure("'" + text + "' is no time; write it like 2021-03-25T10:00+01:00, 2021-03-25T10:00"
                    + " (the time in Geneva) or 2021-03-25");
        }
    }

    static String readable(Instant forum) {
        return READABLE.format(forum.atZone(ZONE)) + " (" + ZONE + ")";
    }

    private record Anchor(Instant forum, Instant real) {}
}
