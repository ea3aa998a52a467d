package org.berea.embedding.coalescing;

import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.Text;
import reactor.core.publisher.MonoSink;

/** One text and everybody who waits for it. */
final class Job {
    private final Text text;
    private final Timer.Sample waited;
    private final List<MonoSink<Encoding>> sinks = new CopyOnWriteArrayList<>();
    private volatile Runnable whenUnwanted = () -> {};

    Job(Text text, Timer.Sample waited) {
        this.text = text;
        this.waited = waited;
    }

    Text text() {
        return text;
    }

    Timer.Sample waited() {
        return waited;
    }

    void add(MonoSink<Encoding> sink) {
        sinks.add(sink);
    }

    void remove(MonoSink<Encoding> sink) {
        sinks.remove(sink);
    }

    boolean isUnwanted() {
        return sinks.isEmpty();
    }

    /** What to do when the last one leaves after the text has left the queue. */
    void whenUnwanted(Runnable action) {
        whenUnwanted = action;
    }

    void tellUnwanted() {
        whenUnwanted.run();
    }

    void succeed(Encoding encoding) {
        sinks.forEach(sink -> sink.success(encoding));
    }

    void fail(Throwable failure) {
        sinks.forEach(sink -> sink.error(failure));
    }
}
