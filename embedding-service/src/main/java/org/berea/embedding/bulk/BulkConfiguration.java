package org.berea.embedding.bulk;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.chassis.client.ServiceClients;
import org.berea.chassis.metrics.Metric;
import org.berea.embedding.text.Embedder;
import org.berea.embedding.text.ModelIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** Listens to imports. */
@Configuration(proxyBeanMethods = false)
class BulkConfiguration {
    private static final Logger log = LoggerFactory.getLogger(BulkConfiguration.class);

    @Bean
    PassageListener passageListener(
            JsonMapper mapper,
            Embedder embedder,
            ModelIdentity model,
            ServiceClients clients,
            BulkSettings settings,
            MeterRegistry meters) {
        return new PassageListener(
                new RecordReader(mapper),
                new ChapterEmbedding(embedder, model),
                new SearchInstances(clients, settings),
                meters);
    }

    /** Tries again without end: a vector left out would be missing until the next import. */
    @Bean
    DefaultErrorHandler retryUntilDone(BulkSettings settings, MeterRegistry meters) {
        var waits = new ExponentialBackOff(settings.firstRetry().toMillis(), 2);
        waits.setMaxInterval(settings.longestRetry().toMillis());
        var handler = new DefaultErrorHandler(waits);
        handler.setClassifications(Map.of(), true);
        handler.setLogLevel(KafkaException.Level.DEBUG);
        handler.setRetryListeners(
                (failed, failure, attempt) -> noteRetry(meters, failed, failure, attempt));
        return handler;
    }

    private static void noteRetry(
            MeterRegistry meters,
            ConsumerRecord<?, ?> failed,
            @Nullable Exception failure,
            int attempt) {
        log.warn("offset {} failed for the {}. time: {}", failed.offset(), attempt, why(failure));
        Metric.EVENTS_CONSUMED
                .counter(meters, "consumer", "embedding", "outcome", Outcome.RETRIED.label())
                .increment();
    }

    private static String why(@Nullable Exception failure) {
        return failure == null
                ? "unknown"
                : NestedExceptionUtils.getMostSpecificCause(failure).toString();
    }
}
