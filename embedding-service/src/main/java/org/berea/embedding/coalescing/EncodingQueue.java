package org.berea.embedding.coalescing;

import static org.berea.contracts.problem.ProblemType.OVERLOADED;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.embedding.text.Embedder;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Texts that wait for the encoder, the most urgent first and bounded for each purpose. A text that
 * already waits or is being encoded is not queued again; one that nobody waits for any more leaves.
 */
public final class EncodingQueue implements Embedder {
    private final int bound;
    private final QueueMetrics metrics;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Map<Purpose, Deque<Job>> waiting = new EnumMap<>(Purpose.class);
    private final Map<Text, Job> unfinished = new HashMap<>();
    private boolean closed;

    /**
     * @param bound how many texts of each purpose may wait
     */
    public EncodingQueue(int bound, QueueMetrics metrics) {
        this.bound = bound;
        this.metrics = metrics;
        for (Purpose purpose : Purpose.values()) {
            waiting.put(purpose, new ArrayDeque<>());
            metrics.watch(purpose, () -> waiting(purpose));
        }
    }

    @Override
    public Mono<Encoding> embed(Text text) {
        return Mono.create(sink -> join(text, sink));
    }

    /** How many texts of that purpose wait now, those being encoded not counted. */
    public int waiting(Purpose purpose) {
        lock.lock();
        try {
            return queue(purpose).size();
        } finally {
            lock.unlock();
        }
    }

    /** The next text to encode, as soon as there is one; null once the queue is closed. */
    @Nullable Job take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                Optional<Job> next = mostUrgent();
                if (next.isPresent()) {
                    return next.get();
                }
                arrived.await();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody can join it from now on. */
    void finish(Job job) {
        lock.lock();
        try {
            unfinished.remove(job.text());
        } finally {
            lock.unlock();
        }
    }

    /** Ends the waiting of all, with {@code overloaded}, because another instance may take them. */
    void close() {
        endAll().forEach(job -> job.fail(overloaded("is stopping")));
    }

    private List<Job> endAll() {
        lock.lock();
        try {
            closed = true;
            List<Job> all = List.copyOf(unfinished.values());
            waiting.values().forEach(Deque::clear);
            unfinished.clear();
            arrived.signalAll();
            return all;
        } finally {
            lock.unlock();
        }
    }

    private void join(Text text, MonoSink<Encoding> sink) {
        Job joined = tryJoin(text, sink);
        if (joined == null) {
            metrics.refused(text.purpose());
            sink.error(overloaded("has no room for more texts"));
        } else {
            sink.onDispose(() -> leave(joined, sink));
        }
    }

    private @Nullable Job tryJoin(Text text, MonoSink<Encoding> sink) {
        lock.lock();
        try {
            Job known = unfinished.get(text);
            Job job = known == null ? enqueue(text) : known;
            if (job != null) {
                job.add(sink);
            }
            return job;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Job enqueue(Text text) {
        Deque<Job> queue = queue(text.purpose());
        if (closed || queue.size() >= bound) {
            return null;
        }
        var job = new Job(text, metrics.startWaiting());
        queue.add(job);
        unfinished.put(text, job);
        arrived.signal();
        return job;
    }

    private void leave(Job job, MonoSink<Encoding> sink) {
        lock.lock();
        try {
            job.remove(sink);
            if (job.isUnwanted() && queue(job.text().purpose()).remove(job)) {
                unfinished.remove(job.text());
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<Job> mostUrgent() {
        return waiting.values().stream()
                .filter(queue -> !queue.isEmpty())
                .findFirst()
                .map(Deque::remove);
    }

    private Deque<Job> queue(Purpose purpose) {
        return waiting.computeIfAbsent(purpose, _ -> new ArrayDeque<>());
    }

    private static ProblemException overloaded(String why) {
        return new ProblemException(Problem.of(OVERLOADED, "the encoder " + why));
    }
}
