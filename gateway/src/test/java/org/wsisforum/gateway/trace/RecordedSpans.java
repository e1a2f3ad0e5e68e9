package org.wsisforum.gateway.trace;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** Where a test finds what would be sent to those who look at traces. */
final class RecordedSpans {

    private static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();

    private RecordedSpans() {}

    static List<SpanData> of(String trace) {
        return SPANS.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(trace))
                .toList();
    }

    static class Recorder {

        @Produces
        @Singleton
        SpanProcessor recorder() {
            return SimpleSpanProcessor.create(SPANS);
        }
    }
}
