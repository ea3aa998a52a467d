package org.berea.search.web;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.search.engine.EngineAwayException;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Runs blocking work on few threads, with a bounded queue before them. */
final class WorkPool implements AutoCloseable {
    private final Scheduler scheduler;
    private final Duration limit;

    /**
     * @param limit for waiting and working together
     */
    WorkPool(String name, int threads, int waiting, Duration limit) {
        this.scheduler = Schedulers.fromExecutorService(new Workers(name, threads, waiting), name);
        this.limit = limit;
    }

    /**
     * The result of the work, or the problem {@code overloaded} at once when the queue is full, or
     * {@link java.util.concurrent.TimeoutException}.
     */
    <T> Mono<T> run(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, WorkPool::overloaded)
                .onErrorMap(EngineAwayException.class, WorkPool::unavailable)
                .timeout(limit);
    }

    @Override
    public void close() {
        scheduler.dispose();
    }

    private static ProblemException unavailable(EngineAwayException cause) {
        return new ProblemException(
                Problem.of(ProblemType.UNAVAILABLE, "the index cannot be reached"), cause);
    }

    private static ProblemException overloaded(RejectedExecutionException cause) {
        return new ProblemException(
                Problem.of(ProblemType.OVERLOADED, "too many searches are waiting"), cause);
    }

    /**
     * Threads that are never interrupted when the caller has gone: an interrupt in mid-write closes
     * the files of the index.
     */
    private static final class Workers extends ThreadPoolExecutor {
        private Workers(String name, int threads, int waiting) {
            super(
                    threads,
                    threads,
                    0,
                    TimeUnit.MILLISECONDS,
                    new ArrayBlockingQueue<>(waiting),
                    daemons(name));
        }

        @Override
        protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Callable<T> work) {
            return new FutureTask<>(work) {
                @Override
                public boolean cancel(boolean interrupt) {
                    return super.cancel(false);
                }
            };
        }

        private static CustomizableThreadFactory daemons(String name) {
            var factory = new CustomizableThreadFactory(name + "-");
            factory.setDaemon(true);
            return factory;
        }
    }
}
