package org.berea.embedding.coalescing;

import static org.berea.contracts.problem.ProblemType.OVERLOADED;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
    private volatile Consumer<Purpose> arrivals = _ -> {};
    private long lastUrgent = Long.MIN_VALUE / 2;
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

    /**
     * The next text to encode, as soon as there is one; null once the queue is closed.
     *
     * @param calm how long nobody must have brought an urgent text before bulk work is given
     */
    @Nullable Job take(Duration calm) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                long left = lastUrgent + calm.toNanos() - System.nanoTime();
                Optional<Deque<Job>> next = mostUrgent(purpose -> left <= 0 || !purpose.isBulk());
                if (next.isPresent()) {
                    return next.get().remove();
                }
                await(left);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Up to that many texts of the most urgent purpose among those allowed; none when none waits.
     */
    List<Job> poll(int most, Predicate<Purpose> allowed) {
        lock.lock();
        try {
            List<Job> batch = new ArrayList<>();
            Optional<Deque<Job>> queue = mostUrgent(allowed);
            queue.ifPresent(it -> drain(it, most, batch));
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Whom to tell, on the thread of who brings a text, that there is one of that purpose. */
    void onArrival(Consumer<Purpose> listener) {
        arrivals = listener;
    }

    /** Nobody can join it from now on. */
    void finish(Job job) {
        lock.lock();
        try {
            unfinished.remove(job.text(), job);
        } finally {
            lock.unlock();
        }
    }

    /** When nobody waits for any of them: nobody can join them any more, and true. */
    boolean abandon(List<Job> batch) {
        lock.lock();
        try {
            boolean unwanted = batch.stream().allMatch(Job::isUnwanted);
            if (unwanted) {
                batch.forEach(job -> unfinished.remove(job.text(), job));
            }
            return unwanted;
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
            arrivals.accept(text.purpose());
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
        if (!text.purpose().isBulk()) {
            lastUrgent = System.nanoTime();
        }
        // All, because not everyone takes everything.
        arrived.signalAll();
        return job;
    }

    /** Until a text arrives, or bulk work that waits may be given. */
    private void await(long calmIn) throws InterruptedException {
        if (calmIn > 0 && mostUrgent(Purpose::isBulk).isPresent()) {
            long _ = arrived.awaitNanos(calmIn);
        } else {
            arrived.await();
        }
    }

    private void leave(Job job, MonoSink<Encoding> sink) {
        if (leftAlone(job, sink)) {
            job.tellUnwanted();
        }
    }

    /** Whether the text has left the queue and nobody waits for it now. */
    private boolean leftAlone(Job job, MonoSink<Encoding> sink) {
        lock.lock();
        try {
            job.remove(sink);
            boolean waits = job.isUnwanted() && queue(job.text().purpose()).remove(job);
            if (waits) {
                unfinished.remove(job.text(), job);
            }
            return job.isUnwanted() && !waits;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Deque<Job>> mostUrgent(Predicate<Purpose> allowed) {
        return waiting.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty() && allowed.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void drain(Deque<Job> queue, int most, List<Job> batch) {
        while (batch.size() < most && !queue.isEmpty()) {
            batch.add(queue.remove());
        }
    }

    private Deque<Job> queue(Purpose purpose) {
        return waiting.computeIfAbsent(purpose, _ -> new ArrayDeque<>());
    }

    private static ProblemException overloaded(String why) {
        return new ProblemException(Problem.of(OVERLOADED, "the encoder " + why));
    }
}
