package org.wsisforum.kit.trace;

import java.util.List;

import jakarta.inject.Singleton;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Records the configured share of all traces, chosen by their ids, so that every service chooses the same ones. What is asked of
 * the database on nobody's account, as by those who look every second whether there is something to do, is none.
 */
@Singleton
class Share implements Sampler {

    private final Sampler chosen;

    Share(@ConfigProperty(name = "wsis.traces.share") double share) {
        this.chosen = Sampler.traceIdRatioBased(share);
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String trace, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        var isOnNobodysAccount = kind == SpanKind.CLIENT
                && !Span.fromContext(parent).getSpanContext().isValid();
        return isOnNobodysAccount
                ? SamplingResult.drop()
                : chosen.shouldSample(parent, trace, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "Share of " + chosen.getDescription();
    }
}
