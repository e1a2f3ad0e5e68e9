package org.wsisforum.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MailServerTest {

    @TempDir
    Path folder;

    @Test
    void keeps_each_mail_as_a_file_beside_those_that_are_there() throws Exception {
        for (var round = 1; round <= 2; round++) {
            try (var server = MailServer.start(folder.resolve("mails"))) {
                send(
                        server.port(),
                        "office/../" + round + "@minict.example",
                        "Subject: Round " + round + "\r\n\r\nWelcome.");
            }
        }

        try (var mails = Files.list(folder.resolve("mails"))) {
            assertThat(mails.map(mail -> mail.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "00001-office_.._1@minict.example.eml", "00002-office_.._2@minict.example.eml");
        }
        assertThat(folder.resolve("mails/00002-office_.._2@minict.example.eml"))
                .content(StandardCharsets.US_ASCII)
                .contains("Subject: Round 2")
                .contains("Welcome.");
    }

    private static void send(int port, String to, String mail) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            assertThat(in.readLine()).startsWith("220");
            for (var line : new String[] {
                "HELO services",
                "MAIL FROM:<wsis@forum.example>",
                "RCPT TO:<" + to + ">",
                "DATA",
                mail + "\r\n.",
                "QUIT"
            }) {
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(in.readLine())
                        .as(line)
                        .startsWith(line.equals("DATA") ? "354" : line.equals("QUIT") ? "221" : "250");
            }
        }
    }
}
