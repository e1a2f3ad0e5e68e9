package org.wsisforum.agenda.export;

import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** In which language the feed of the releases is wanted. */
record FeedRequest(
        @RestQuery
        @Parameter(
                description = "The language of notes and titles: ar, zh, en, fr, ru or es. Without it what"
                        + " `Accept-Language` prefers, else English.",
                example = "fr")
        String lang,

        @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true)
        String acceptLanguage) {

    /** The feed ends with the newest release, and changes with it. */
    ExportRequest ofNewest() {
        return new ExportRequest(null, lang, acceptLanguage);
    }
}
