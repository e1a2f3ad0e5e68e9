package org.wsisforum.agenda.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import org.wsisforum.kit.problem.Problem.FieldError;

/** A link that somebody gives for others to follow. */
public final class WebLink {

    private WebLink() {}

    /** Whoever shows what the agenda knows makes its links clickable, so nothing but a page of the web is taken. */
    public static Optional<FieldError> fault(String link, String pointer) {
        try {
            var address = new URI(link);
            if ("https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null) {
                return Optional.empty();
            }
        } catch (URISyntaxException e) {
            // Refused like one that is no link of the web.
        }
        return Optional.of(FieldError.at(pointer, "not-a-link", "A link begins with https:// and names a host."));
    }
}
