package org.wsisforum.stack;

import java.io.PrintStream;

/** Tells the person who waits what is being done, each line with the seconds since the beginning. */
public final class Progress {

    private final PrintStream out;
    private final long began = System.nanoTime();

    /** @param out where the lines go; {@code null} for none at all */
    public Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        if (out != null) {
            out.printf("[%5.1f s] %s%n", seconds(), line);
            out.flush();
        }
    }

    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }
}
