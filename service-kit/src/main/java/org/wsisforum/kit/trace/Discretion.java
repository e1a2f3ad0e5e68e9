package org.wsisforum.kit.trace;

import java.util.List;

import jakarta.inject.Singleton;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

/** Takes out of a span what says who asked, or lets others ask the same. */
@Singleton
class Discretion implements SpanProcessor {

    private static final List<AttributeKey<String>> SAYS_WHO = List.of(
            stringKey("url.query"),
            stringKey("client.address"),
            stringKey("network.peer.address"),
            stringKey("user_agent.original"));

    private static final AttributeKey<String> ASKED_OF_ANOTHER = stringKey("url.full");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // An attribute cannot be taken away, only be made to say nothing.
        for (var attribute : SAYS_WHO) {
            if (span.getAttribute(attribute) != null) {
                span.setAttribute(attribute, "");
            }
        }
        var address = span.getAttribute(ASKED_OF_ANOTHER);
        if (address != null && address.contains("?")) {
            span.setAttribute(ASKED_OF_ANOTHER, address.substring(0, address.indexOf('?')));
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
