package org.wsisforum.kit.webhook;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to webhooks; their owner reads of it too. */
enum WebhookChange implements ChangeType {
    CREATED("webhook.created", "An address was subscribed to changes."),
    CHANGED(
            "webhook.changed",
            "A webhook was given another address, another selection or another secret, or was paused."),
    VERIFIED("webhook.verified", "The address of a webhook answered the challenge; changes are sent to it."),
    SUSPENDED(
            "webhook.suspended",
            "A change was not taken for three days; nothing is sent until the address is verified."),
    ENDED("webhook.ended", "The address of a webhook answered 410; nothing is sent to it any more."),
    DELETED("webhook.deleted", "A webhook was removed.");

    private final String what;
    private final String meaning;

    WebhookChange(String what, String meaning) {
        this.what = what;
        this.meaning = meaning;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return "webhooks/{id}";
    }

    @Override
    public Set<String> fields() {
        return Set.of("url", "types", "subject", "paused", "secret");
    }

    @Override
    public Set<Audience> audiences() {
        return Set.of(Audience.role(Role.SECRETARIAT));
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Singleton
    static class Catalogue implements ChangeCatalogue {
        @Override
        public List<? extends ChangeType> types() {
            return List.of(values());
        }
    }
}
