package org.wsisforum.gateway.me;

import org.wsisforum.gateway.identity.Token;

/** What a service knows of a person, and where it tells that. */
enum Part {
    REGISTRATION("registration", "me/registration"),
    AGENDA("agenda", "me/agenda"),
    PROJECTS("awards", "projects") {
        /** Whoever manages the awards is shown everybody's projects there. */
        @Override
        boolean isOf(Token token) {
            return !token.roles().contains("awards-manager");
        }
    },
    BALLOT("awards", "ballot");

    private final String service;
    private final String address;

    Part(String service, String address) {
        this.service = service;
        this.address = address;
    }

    String service() {
        return service;
    }

    /** Below the edition. */
    String address() {
        return address;
    }

    /** Whether what is told there is about whoever asks. */
    boolean isOf(Token token) {
        return true;
    }
}
