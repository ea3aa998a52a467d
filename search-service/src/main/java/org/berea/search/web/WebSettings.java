package org.berea.search.web;

import java.time.Duration;
import org.berea.contracts.Check;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is done at once.
 *
 * @param threads searches at once; 0 for as many as there are processors
 * @param waiting searches that may wait for a thread; more are refused
 * @param limit for one search, below what callers wait
 * @param writeLimit for storing one batch of vectors, below what callers wait
 */
@ConfigurationProperties(prefix = "berea.search.web", ignoreUnknownFields = false)
record WebSettings(
        @DefaultValue("0") int threads,
        @DefaultValue("128") int waiting,
        @DefaultValue("2800ms") Duration limit,
        @DefaultValue("4800ms") Duration writeLimit) {
    private static final int MOST_THREADS = 256;
    private static final int MOST_WAITING = 10_000;

    WebSettings {
        Check.range("berea.search.web.threads", threads, 0, MOST_THREADS);
        Check.range("berea.search.web.waiting", waiting, 1, MOST_WAITING);
    }

    int threadsOrProcessors() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
