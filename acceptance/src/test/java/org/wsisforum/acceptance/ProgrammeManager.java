package org.wsisforum.acceptance;

import java.util.UUID;

/** Who makes the programme, at one copy of the service, past the gateway: it can know of what is written by the feed alone. */
public final class ProgrammeManager {

    private static final String AGENDA = "/agenda/v1/editions/2021";
    private static final String SESSIONS = AGENDA + "/sessions/";

    private final String address;

    /** @param address of a copy of the agenda-service, or of the gateway */
    public ProgrammeManager(String address) {
        this.address = address;
    }

    /** A workshop of 8 April, 10:00 in Geneva, is in the draft. */
    public void drafts(String session, String title) {
        Forum.as("programme-manager")
                .baseUri(address)
                .header("If-None-Match", "*")
                .body("""
                        {"code":"test-%s","type":"thematic-workshop","track":"forum",
                         "title":{"en":{"value":"%s","status":"official"}},
                         "startsAt":"2021-04-08T10:00:00+02:00","endsAt":"2021-04-08T11:00:00+02:00",
                         "attendance":"virtual","actionLines":["C3"],"goals":[4],"organizers":["ITU"],
                         "statements":false,"confirmed":true}""".formatted(session, title))
                .put(SESSIONS + session)
                .then()
                .statusCode(201);
    }

    /** What the draft says of a session is changed. */
    public void changes(String session, String patch) {
        Forum.as("programme-manager")
                .baseUri(address)
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(SESSIONS + session)
                .then()
                .statusCode(200);
    }

    /** A session is taken out of the draft. */
    public void takesOut(String session) {
        Forum.as("programme-manager")
                .baseUri(address)
                .header("If-Match", "*")
                .delete(SESSIONS + session)
                .then()
                .statusCode(204);
    }

    /** Everybody sees the draft. */
    public void releases() {
        Forum.as("programme-manager")
                .baseUri(address)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post(AGENDA + "/releases")
                .then()
                .statusCode(201);
    }
}
