package org.berea.embedding;

import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;
import org.berea.embedding.encoding.BgeEncoder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which model makes the vectors, and how much it may use.
 *
 * @param model {@code bge-small-en-v1.5}, which runs in this process, or {@code remote}, which is
 *     then told by {@link org.berea.embedding.encoding.RemoteSettings}
 * @param threads that encode at once; 0 means one for each processor
 * @param queue how many texts of each purpose may wait
 * @param cache about how much memory the vectors of recent queries may take
 */
@ConfigurationProperties(prefix = "berea.embedding", ignoreUnknownFields = false)
record EmbeddingSettings(
        @DefaultValue(BgeEncoder.MODEL) String model,
        @DefaultValue("0") int threads,
        @DefaultValue("512") int queue,
        @DefaultValue("8MB") DataSize cache) {
    static final String REMOTE = "remote";
    private static final int MOST_THREADS = 256;

    EmbeddingSettings {
        if (!model.equals(BgeEncoder.MODEL) && !model.equals(REMOTE)) {
            throw InvalidValueException.of(
                    "BEREA_EMBEDDING_MODEL", model, BgeEncoder.MODEL + " or " + REMOTE);
        }
        Check.range("berea.embedding.threads", threads, 0, MOST_THREADS);
        Check.range("berea.embedding.queue", queue, 1, Integer.MAX_VALUE);
        Check.notNegative("berea.embedding.cache", cache.toBytes());
    }

    int encoderThreads() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
