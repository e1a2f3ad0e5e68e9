package org.wsisforum.awards.vote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Providers of throw-away mailboxes. The list that comes with the service is short and well known; providers come and go by the
 * week, so whoever runs a vote adds those that it sees.
 */
@Singleton
class Disposable {

    private final Set<String> domains = new TreeSet<>();

    @Inject
    Disposable(VoteConfig config) {
        try (var file = Disposable.class.getResourceAsStream("disposable-domains.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(domains::add);
        } catch (IOException e) {
            throw new UncheckedIOException("The list of throw-away mailboxes cannot be read", e);
        }
        config.disposableDomains().ifPresent(domains::addAll);
    }

    boolean has(Mailbox mailbox) {
        return mailbox.isAt(domains);
    }
}
