package org.berea.embedding.coalescing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.berea.embedding.text.Encoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bounded pool that does the sums: as many threads as configured, each taking text by text. One
 * of them stays free of bulk work while questions come, so that they need not wait for verses.
 */
public final class EncoderThreads implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EncoderThreads.class);

    private static final Duration CALM = Duration.ofMillis(100);

    private final EncodingQueue queue;
    private final Encoder encoder;
    private final QueueMetrics metrics;
    private final List<Thread> threads = new ArrayList<>();

    public EncoderThreads(int count, EncodingQueue queue, Encoder encoder, QueueMetrics metrics) {
        this(count, queue, encoder, metrics, CALM);
    }

    /**
     * @param calm how long after a question one thread stays free of bulk work
     */
    EncoderThreads(
            int count, EncodingQueue queue, Encoder encoder, QueueMetrics metrics, Duration calm) {
        this.queue = queue;
        this.encoder = encoder;
        this.metrics = metrics;
        for (int i = 0; i < count; i++) {
            var own = i == 0 && count > 1 ? calm : Duration.ZERO;
            threads.add(Thread.ofPlatform().daemon().name("encoder-" + i).start(() -> work(own)));
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

    private void work(Duration calm) {
        try {
            for (Job job = queue.take(calm); job != null; job = queue.take(calm)) {
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
