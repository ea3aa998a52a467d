package org.berea.embedding.coalescing;

import java.util.ArrayList;
import java.util.List;
import org.berea.embedding.text.Encoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bounded pool that does the sums: as many threads as configured, each taking text by text. */
public final class EncoderThreads implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EncoderThreads.class);

    private final EncodingQueue queue;
    private final Encoder encoder;
    private final QueueMetrics metrics;
    private final List<Thread> threads = new ArrayList<>();

    public EncoderThreads(int count, EncodingQueue queue, Encoder encoder, QueueMetrics metrics) {
        this.queue = queue;
        this.encoder = encoder;
        this.metrics = metrics;
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofPlatform().daemon().name("encoder-" + i).start(this::work));
        }
    }

    /**
     * Fails whoever still waits and lets the texts being encoded end, so that the model can close.
     */
    @Override
    public void close() throws InterruptedException {
        queue.close();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void work() {
        try {
            for (Job job = queue.take(); job != null; job = queue.take()) {
                encode(job);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Whatever one text does to the encoder, the thread must live on for the next.
    private void encode(Job job) {
        metrics.begun(job);
        var time = metrics.startEncoding();
        try {
            var encoding = encoder.encode(job.text());
            metrics.encoded(job.text().purpose(), 1, time);
            queue.finish(job);
            job.succeed(encoding);
        } catch (RuntimeException | LinkageError e) {
            log.error("a text of {} characters failed", job.text().content().length(), e);
            queue.finish(job);
            job.fail(e);
        }
    }
}
