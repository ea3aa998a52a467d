package org.berea.embedding.coalescing;

import io.micrometer.core.instrument.Timer;
import java.util.List;
import org.berea.embedding.text.BatchEncoder;
import org.berea.embedding.text.Encoding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/** One call with all that wait for it. It ends early when none of them waits any more. */
final class RemoteCall {
    private static final Logger log = LoggerFactory.getLogger(RemoteCall.class);

    private final List<Job> batch;
    private final EncodingQueue queue;
    private final QueueMetrics metrics;

    RemoteCall(List<Job> batch, EncodingQueue queue, QueueMetrics metrics) {
        this.batch = batch;
        this.queue = queue;
        this.metrics = metrics;
    }

    /**
     * @param ended runs once, however the call ends
     */
    void start(BatchEncoder model, Runnable ended) {
        batch.forEach(metrics::begun);
        var time = metrics.startEncoding();
        Disposable call =
                model.encode(batch.stream().map(Job::text).toList())
                        // Apart from the caller: an error at once would lead from call to call.
                        .subscribeOn(Schedulers.parallel())
                        .doFinally(_ -> ended.run())
                        .subscribe(encodings -> succeed(encodings, time), this::fail);
        batch.forEach(job -> job.whenUnwanted(() -> endUnlessWanted(call)));
        // For those who left before that was said.
        endUnlessWanted(call);
    }

    private void endUnlessWanted(Disposable call) {
        if (!call.isDisposed() && queue.abandon(batch)) {
            call.dispose();
        }
    }

    private void succeed(List<Encoding> encodings, Timer.Sample time) {
        metrics.encoded(batch.getFirst().text().purpose(), batch.size(), time);
        batch.forEach(queue::finish);
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).succeed(encodings.get(i));
        }
    }

    private void fail(Throwable failure) {
        log.debug("a call with {} texts failed", batch.size(), failure);
        batch.forEach(queue::finish);
        batch.forEach(job -> job.fail(failure));
    }
}
