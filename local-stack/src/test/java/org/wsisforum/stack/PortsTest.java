package org.wsisforum.stack;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PortsTest {

    @Test
    void an_offset_moves_every_port() {
        assertThat(Ports.standard(10_000)).isEqualTo(new Ports(18080, 18081, 18082, 18083, 18180, 25432));
    }

    @Test
    void free_ports_differ() {
        var ports = Ports.free(20);
        assertThat(new HashSet<>(ports)).hasSameSizeAs(ports);
    }

    @Test
    void a_taken_port_is_named_with_what_it_is_needed_for_and_who_holds_it() throws IOException {
        try (var held = new ServerSocket(0)) {
            var free = Ports.free();
            var ports = new Ports(free.gateway(), free.registration(), held.getLocalPort(), 0, 0, 0);
            assertThatExceptionOfType(StackFailure.class)
                    .isThrownBy(ports::requireFree)
                    .withMessage("port %d, needed for agenda-service, is taken by java (process %d);"
                                    .formatted(
                                            held.getLocalPort(),
                                            ProcessHandle.current().pid())
                            + " end that program, or start with --port-offset");
        }
    }

    @Test
    void free_ports_pass() {
        Ports.free().requireFree();
    }
}
