package org.berea.embedding;

import org.berea.contracts.Check;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the encoder may use.
 *
 * @param threads that encode at once; 0 means one for each processor
 * @param queue how many texts of each purpose may wait
 * @param cache about how much memory the vectors of recent queries may take
 */
@ConfigurationProperties(prefix = "berea.embedding", ignoreUnknownFields = false)
record EmbeddingSettings(
        @DefaultValue("0") int threads,
        @DefaultValue("512") int queue,
        @DefaultValue("8MB") DataSize cache) {
    private static final int MOST_THREADS = 256;

    EmbeddingSettings {
        Check.range("berea.embedding.threads", threads, 0, MOST_THREADS);
        Check.range("berea.embedding.queue", queue, 1, Integer.MAX_VALUE);
        Check.notNegative("berea.embedding.cache", cache.toBytes());
    }

    int encoderThreads() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
