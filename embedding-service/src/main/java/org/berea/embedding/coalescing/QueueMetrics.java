package org.berea.embedding.coalescing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.berea.chassis.metrics.Metric;
import org.berea.embedding.text.Purpose;

/** What operators see of the queue and the encoder. */
public final class QueueMetrics {
    private static final String WAITING = "embedding.waiting";
    private static final String ENCODING = "embedding.encoding";

    private final MeterRegistry meters;

    public QueueMetrics(MeterRegistry meters) {
        this.meters = meters;
        stage(WAITING);
        stage(ENCODING);
        for (Purpose purpose : Purpose.values()) {
            Metric.EMBEDDING_REFUSED.counter(meters, "type", purpose.label());
            Metric.EMBEDDED_TEXTS.counter(meters, "type", purpose.label());
        }
    }

    void watch(Purpose purpose, Supplier<Number> waiting) {
        Metric.EMBEDDING_QUEUE.gauge(meters, waiting, "type", purpose.label());
    }

    void refused(Purpose purpose) {
        Metric.EMBEDDING_REFUSED.counter(meters, "type", purpose.label()).increment();
    }

    Timer.Sample startWaiting() {
        return Timer.start(meters);
    }

    void begun(Job job) {
        job.waited().stop(stage(WAITING));
    }

    Timer.Sample startEncoding() {
        return Timer.start(meters);
    }

    /** Texts that went to the model together, and came back. */
    void encoded(Purpose purpose, int texts, Timer.Sample encoding) {
        encoding.stop(stage(ENCODING));
        Metric.EMBEDDED_TEXTS.counter(meters, "type", purpose.label()).increment(texts);
    }

    private Timer stage(String name) {
        return Metric.STAGE_LATENCY.timer(meters, "stage", name);
    }
}
