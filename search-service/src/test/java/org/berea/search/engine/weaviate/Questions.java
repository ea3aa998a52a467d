package org.berea.search.engine.weaviate;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.berea.search.editions.EditionKey;
import org.berea.search.engine.Engine;
import org.berea.search.engine.EngineAwayException;
import org.berea.search.engine.Scope;
import org.berea.search.engine.Snapshot;
import org.berea.search.engine.Vectors;

/** Asks both legs all the time, from several threads, and keeps what came of it. */
final class Questions implements AutoCloseable {
    static final EditionKey EDITION = new EditionKey("BST", "01");
    static final String MODEL = "test@1";
    private static final int CALLERS = 4;
    private static final long PAUSE_MILLIS = 10;

    private final Engine engine;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<Thread> callers;

    /**
     * One question.
     *
     * @param at when it was answered, of the system's nano time
     */
    record Asked(long at, Duration took, Answer answer) {}

    enum Answer {
        FOUND,
        AWAY,
        WRONG
    }

    Questions(Engine engine) {
        this.engine = engine;
        this.callers =
                IntStream.range(0, CALLERS)
                        .mapToObj(_ -> Thread.ofVirtual().start(this::askOn))
                        .toList();
    }

    long count(Answer answer) {
        return asked.stream().filter(each -> each.answer() == answer).count();
    }

    Duration longest() {
        return asked.stream().map(Asked::took).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** How long after a moment the first question was answered. */
    Duration firstFoundAfter(long moment) {
        Engines.await("a question is answered again; " + this, () -> foundAfter(moment) > 0);
        return Duration.ofNanos(foundAfter(moment) - moment);
    }

    @Override
    public void close() throws InterruptedException {
        ended.set(true);
        for (Thread caller : callers) {
            caller.join();
        }
    }

    @Override
    public String toString() {
        return "%d answered, %d in vain, %d wrong, the longest %d ms"
                .formatted(
                        count(Answer.FOUND),
                        count(Answer.AWAY),
                        count(Answer.WRONG),
                        longest().toMillis());
    }

    private long foundAfter(long moment) {
        return asked.stream()
                .filter(each -> each.answer() == Answer.FOUND && each.at() > moment)
                .mapToLong(Asked::at)
                .min()
                .orElse(0);
    }

    private void askOn() {
        while (!ended.get()) {
            long began = System.nanoTime();
            Answer answer = answer();
            long end = System.nanoTime();
            asked.add(new Asked(end, Duration.ofNanos(end - began), answer));
            pause();
        }
    }

    private Answer answer() {
        try (Snapshot snapshot = engine.snapshot()) {
            var scope = Scope.of(EDITION);
            List<Integer> found =
                    snapshot.together(
                            List.of(
                                    () -> snapshot.lexical(scope, List.of("light"), 10).size(),
                                    () ->
                                            snapshot.nearest(scope, MODEL, Vectors.axis(3), 10)
                                                    .size()));
            return found.equals(List.of(10, 10)) ? Answer.FOUND : Answer.WRONG;
        } catch (EngineAwayException e) {
            return Answer.AWAY;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
