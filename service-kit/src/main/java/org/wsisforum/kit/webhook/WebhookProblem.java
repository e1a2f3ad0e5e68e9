package org.wsisforum.kit.webhook;

import java.util.List;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about webhooks. */
public enum WebhookProblem implements ProblemType {
    TOO_MANY_WEBHOOKS(409, "The caller has as many webhooks as one may have."),
    WEBHOOK_ENDED(409, "The webhook has ended: its address answered 410."),
    SECRET_BEING_CHANGED(409, "The secret before this one is still in use."),
    WEBHOOK_NOT_VERIFIED(409, "The address did not answer the challenge."),
    CHALLENGED_JUST_NOW(429, "The address was challenged a moment ago.");

    private final int status;
    private final String title;

    WebhookProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Singleton
    static class Catalogue implements ProblemCatalogue {
        @Override
        public List<? extends ProblemType> types() {
            return List.of(WebhookProblem.values());
        }
    }
}
