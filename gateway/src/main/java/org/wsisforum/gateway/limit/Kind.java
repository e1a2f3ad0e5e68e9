package org.wsisforum.gateway.limit;

import java.util.Set;

/** Kinds of callers who show tokens. */
enum Kind {
    PARTICIPANT,
    PARTNER,
    SERVICE;

    static Kind of(Set<String> roles) {
        if (roles.contains("service")) {
            return SERVICE;
        }
        return roles.contains("partner") ? PARTNER : PARTICIPANT;
    }
}
