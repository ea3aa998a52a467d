package org.berea.embedding.coalescing;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.berea.embedding.text.BatchEncoder;
import org.berea.embedding.text.Purpose;
import reactor.core.scheduler.Schedulers;

/**
 * Brings waiting texts to a remote model, several in one call and some calls at once. Of the calls
 * one is never taken by bulk work, so that a question need not wait for it.
 */
public final class RemoteCalls implements AutoCloseable {
    // A chapter's verses arrive one after the other: a moment later they fit into one call.
    private static final long GATHERING_MILLIS = 5;

    private final EncodingQueue queue;
    private final BatchEncoder model;
    private final QueueMetrics metrics;
    private final CallLimits limits;
    private final AtomicBoolean gathering = new AtomicBoolean();
    private int open;
    private int openBulk;

    public RemoteCalls(
            EncodingQueue queue, BatchEncoder model, QueueMetrics metrics, CallLimits limits) {
        this.queue = queue;
        this.model = model;
        this.metrics = metrics;
        this.limits = limits;
        queue.onArrival(this::arrived);
    }

    /** Fails whoever still waits, also for calls under way. */
    @Override
    public void close() {
        queue.close();
    }

    private void arrived(Purpose purpose) {
        if (!purpose.isBulk()) {
            callAsOftenAsAllowed();
        } else if (gathering.compareAndSet(false, true)) {
            Schedulers.parallel().schedule(this::gathered, GATHERING_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void gathered() {
        gathering.set(false);
        callAsOftenAsAllowed();
    }

    private void callAsOftenAsAllowed() {
        for (List<Job> batch = begin(); !batch.isEmpty(); batch = begin()) {
            boolean bulk = isBulk(batch);
            new RemoteCall(batch, queue, metrics).start(model, () -> ended(bulk));
        }
    }

    private synchronized List<Job> begin() {
        if (open >= limits.calls()) {
            return List.of();
        }
        boolean bulkToo = openBulk < limits.bulkCalls();
        List<Job> batch = queue.poll(limits.texts(), purpose -> bulkToo || !purpose.isBulk());
        if (!batch.isEmpty()) {
            open++;
            openBulk += isBulk(batch) ? 1 : 0;
        }
        return batch;
    }

    private void ended(boolean bulk) {
        synchronized (this) {
            open--;
            openBulk -= bulk ? 1 : 0;
        }
        callAsOftenAsAllowed();
    }

    private static boolean isBulk(List<Job> batch) {
        return batch.getFirst().text().purpose().isBulk();
    }
}
