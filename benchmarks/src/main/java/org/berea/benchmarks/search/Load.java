package org.berea.benchmarks.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How much is asked: by so many callers, each again as soon as it is answered, for so long.
 *
 * @param warmUp how long it is done before anything counts
 */
record Load(int callers, Duration length, Duration warmUp) {
    /** One question, asked and timed. */
    @FunctionalInterface
    interface Asking {
        void ask(int caller, Times times) throws InterruptedException;
    }

    /** Asks without counting. */
    void warmUp(Asking asking) throws InterruptedException {
        together(asking, new Times(), warmUp);
    }

    /** Asks and counts. */
    Times run(Asking asking) throws InterruptedException {
        var times = new Times();
        together(asking, times, length);
        return times;
    }

    private void together(Asking asking, Times times, Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < callers; i++) {
            int caller = i;
            tasks.add(
                    () -> {
                        while (System.nanoTime() < end) {
                            asking.ask(caller, times);
                        }
                        return true;
                    });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            await(threads.invokeAll(tasks));
        }
    }

    private static void await(List<Future<Boolean>> ended) throws InterruptedException {
        for (Future<Boolean> caller : ended) {
            try {
                caller.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a caller failed", e.getCause());
            }
        }
    }
}
