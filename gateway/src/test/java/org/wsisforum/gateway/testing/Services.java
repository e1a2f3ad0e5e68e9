package org.wsisforum.gateway.testing;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The services behind the gateway under test: one copy each, two of agenda. */
public final class Services implements QuarkusTestResourceLifecycleManager {

    public static final StubService REGISTRATION = new StubService();
    public static final StubService AGENDA = new StubService();
    public static final StubService AGENDA_2 = new StubService();
    public static final StubService AWARDS = new StubService();
    private static final List<StubService> ALL = List.of(REGISTRATION, AGENDA, AGENDA_2, AWARDS);

    /** All run, none has an answer or a memory. */
    public static void reset() {
        ALL.forEach(StubService::reset);
    }

    @Override
    public Map<String, String> start() {
        ALL.forEach(StubService::start);
        return Map.of(
                "wsis.gateway.upstream.registration",
                REGISTRATION.address(),
                "wsis.gateway.upstream.agenda",
                AGENDA.address() + "," + AGENDA_2.address(),
                "wsis.gateway.upstream.awards",
                AWARDS.address(),
                "wsis.public-url",
                "https://forum.example");
    }

    @Override
    public void stop() {
        ALL.forEach(StubService::stop);
    }
}
