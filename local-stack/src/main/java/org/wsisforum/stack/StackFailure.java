package org.wsisforum.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why the stack cannot do what it was asked, in one line for the person who asked. */
public final class StackFailure extends RuntimeException {

    private static final String NO_SPACE = "No space left on device";
    /** With less than this, programs fail in ways that name no reason, and their logs end early. */
    private static final long FULL = 1024 * 1024;

    public StackFailure(String line) {
        super(line);
    }

    public StackFailure(String line, Throwable cause) {
        super(line, cause);
    }

    /** Says a full disk in its own words, wherever in the chain of causes it hides. */
    static StackFailure of(String doing, Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StackFailure failure) {
                return failure;
            }
            if (cause.getMessage() != null && cause.getMessage().contains(NO_SPACE)) {
                return new StackFailure(
                        "the disk is full: " + doing + " failed; free some space and try again", thrown);
            }
        }
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new StackFailure(doing + " failed: " + root, thrown);
    }

    /** A process ended that should run; its log tells why, and a full disk is told at once. */
    static StackFailure ended(String name, int exitCode, Path log) {
        try {
            if (Files.getFileStore(log).getUsableSpace() < FULL
                    || Files.size(log) < 10_000_000
                            && Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1)
                                    .contains(NO_SPACE)) {
                return new StackFailure("the disk is full: " + name + " ended; free some space and try again");
            }
        } catch (IOException _) {
            // The log itself may be missing on a full disk; the general line below is still true.
        }
        return new StackFailure(
                name + " ended during its start with exit code " + exitCode + "; see the end of " + log);
    }
}
