package org.wsisforum.agenda.export;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.session.SessionView;

/** Where everybody finds what exports speak of: at the gateway. */
@ApplicationScoped
class Addresses {

    private final String root;

    @Inject
    Addresses(@ConfigProperty(name = "wsis.public-url") String publicUrl) {
        root = publicUrl.replaceAll("/+$", "") + "/agenda/v1/editions/";
    }

    URI edition(Edition edition) {
        return URI.create(root + edition.code());
    }

    URI session(Edition edition, SessionView session) {
        return below(edition, "sessions/" + session.id());
    }

    URI below(Edition edition, String path) {
        return URI.create(root + edition.code() + "/" + path);
    }
}
