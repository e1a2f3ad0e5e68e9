package org.wsisforum.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

import org.subethamail.smtp.server.SMTPServer;

/** Takes the mails that the services send and keeps each as a file, for reading: nothing leaves this machine. */
final class MailServer implements AutoCloseable {

    private final Path folder;
    private final AtomicInteger taken = new AtomicInteger();
    private final SMTPServer server;

    private MailServer(Path folder) {
        this.folder = folder;
        this.server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .messageHandler((context, from, to, mail) -> keep(to, mail))
                .build();
    }

    /** At a free port; mails go into this folder, after those that are there. */
    static MailServer start(Path folder) throws IOException {
        Files.createDirectories(folder);
        var mails = new MailServer(folder);
        try (var there = Files.list(folder)) {
            mails.taken.set(Math.toIntExact(there.count()));
        }
        mails.server.start();
        return mails;
    }

    int port() {
        return server.getPortAllocated();
    }

    Path folder() {
        return folder;
    }

    /** Whoever sent it is told that it was taken only after it was. */
    private void keep(String to, byte[] mail) {
        var address = to.replaceAll("[^A-Za-z0-9@._-]", "_");
        try {
            while (true) {
                var file = folder.resolve("%05d-%s.eml".formatted(taken.incrementAndGet(), address));
                try {
                    Files.write(file, mail, StandardOpenOption.CREATE_NEW);
                    return;
                } catch (FileAlreadyExistsException _) {
                    // Somebody has deleted others, from whose number it was counted on.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
