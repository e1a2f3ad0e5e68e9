package org.wsisforum.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of one local stack: random, made once, readable by their owner alone. */
final class Secrets {

    private final Path file;
    private final Properties values = new Properties();
    private final SecureRandom random = new SecureRandom();

    Secrets(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    values.load(in);
                }
            }
        } catch (IOException e) {
            throw StackFailure.of("reading " + file, e);
        }
    }

    /** Hexadecimal, so that it needs no quoting anywhere. */
    synchronized String of(String name) {
        var value = values.getProperty(name);
        if (value == null) {
            var bytes = new byte[24];
            random.nextBytes(bytes);
            value = HexFormat.of().formatHex(bytes);
            values.setProperty(name, value);
            store();
        }
        return value;
    }

    private void store() {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (var out = Files.newBufferedWriter(file)) {
                values.store(out, "Passwords of this local stack. Delete the folder to get new ones.");
            }
        } catch (IOException e) {
            throw StackFailure.of("writing " + file, e);
        }
    }
}
