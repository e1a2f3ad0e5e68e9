package org.wsisforum.agenda.export;

import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.WantedLanguage;

/** Of which release an export is to be, and in which language. */
record ExportRequest(
        @RestQuery @Parameter(description = "The number of a release; without it the newest.", example = "3")
        String release,

        @RestQuery
        @Parameter(
                description =
                        "The language of the texts: ar, zh, en, fr, ru or es. What is not to be had in it is in English, else"
                                + " in the first language there is. Without it what `Accept-Language` prefers, else English.",
                example = "fr")
        String lang,

        @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true)
        String acceptLanguage) {

    /** A file is in one language, so it is in English for whoever would have them all. */
    Language language() {
        return WantedLanguage.of(lang, acceptLanguage).orElse(Language.EN);
    }
}
