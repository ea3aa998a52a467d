package org.berea.inference.events;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The trace of the moment as a header, so that an event kept for later still belongs to it. */
@Component
final class TraceHeader {
    static final String NAME = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    TraceHeader(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        this.tracer = tracer.getIfAvailable(() -> Tracer.NOOP);
        this.propagator = propagator.getIfAvailable(() -> Propagator.NOOP);
    }

    /** Blank outside of any trace. */
    String current() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return "";
        }
        var headers = new HashMap<String, String>();
        propagator.inject(span.context(), headers, (_, name, value) -> headers.put(name, value));
        return headers.getOrDefault(NAME, "");
    }
}
