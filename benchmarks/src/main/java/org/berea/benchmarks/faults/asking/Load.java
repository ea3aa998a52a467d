package org.berea.benchmarks.faults.asking;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.berea.benchmarks.faults.planning.Plan;
import org.berea.localstack.keys.Keys;

/**
 * Several callers, each of whom asks the next question when the last has ended, and one user who
 * looks at their history.
 */
public final class Load implements AutoCloseable {
    private static final Duration END = Duration.ofSeconds(200);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Journal journal;
    private final Caller caller;
    private final HistoryReader history;
    private final AtomicLong number = new AtomicLong();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(1);
    private volatile boolean stopping;

    private Load(String address, Keys keys, Journal journal, Journal reads) {
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
        var tokens = new Tokens(keys);
        this.journal = journal;
        this.caller = new Caller(http, address, tokens, watch);
        this.history = new HistoryReader(http, address, tokens, reads);
    }

    /**
     * Begins; each caller draws from numbers of its own, made from the seed.
     *
     * @param journal of the questions
     * @param reads the journal of the looks at the history
     */
    public static Load start(
            String address, Keys keys, Journal journal, Journal reads, long seed, int callers) {
        var load = new Load(address, keys, journal, reads);
        load.callers.submit(load::keepReading);
        for (int i = 0; i < callers; i++) {
            RandomGenerator random = Plan.random(seed + 1 + i);
            load.callers.submit(() -> load.keepAsking(random));
        }
        return load;
    }

    /** How many questions were asked so far. */
    public long asked() {
        return number.get();
    }

    private void keepAsking(RandomGenerator random) {
        try {
            while (!stopping) {
                Wish wish = Wish.of(random);
                caller.ask(wish, Page.open(number.incrementAndGet(), wish, journal));
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepReading() {
        try {
            while (!stopping) {
                history.read();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the open questions come to their end, and asks no more. */
    @Override
    public void close() {
        stopping = true;
        callers.shutdown();
        try {
            if (!callers.awaitTermination(END.toSeconds(), TimeUnit.SECONDS)) {
                callers.shutdownNow();
            }
        } catch (InterruptedException e) {
            callers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        watch.shutdownNow();
    }
}
