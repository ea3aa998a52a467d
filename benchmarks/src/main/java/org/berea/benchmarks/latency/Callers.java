package org.berea.benchmarks.latency;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Several who ask at the same time, each the next question when the last is answered. */
final class Callers {
    private final Asker asker;
    private final int count;

    Callers(Asker asker, int count) {
        this.asker = asker;
        this.count = count;
    }

    /** Asks that many questions in that form; each of them has its limits, so this has one too. */
    Results ask(int questions, Form form, Prompts prompts) throws InterruptedException {
        var results = new Results();
        var left = new AtomicInteger(questions);
        Callable<Boolean> caller =
                () -> {
                    while (left.getAndDecrement() > 0) {
                        results.add(asker.ask(prompts.next(), form));
                    }
                    return true;
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> ended : threads.invokeAll(Collections.nCopies(count, caller))) {
                ended.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a caller failed", e.getCause());
        }
        return results;
    }
}
