package org.berea.worker.consuming;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.berea.chassis.metrics.Metric;
import org.berea.worker.database.ConnectionFailure;
import org.berea.worker.topics.ConsumerGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/** What happens to an event that failed: try again, and give up only on what is its own fault. */
@Configuration(proxyBeanMethods = false)
class ConsumingConfiguration {
    private static final int TRIES = 3;
    private static final int ANY_PARTITION = -1;

    @Bean
    DefaultErrorHandler errorHandler(KafkaOperations<String, byte[]> kafka, MeterRegistry meters) {
        var recoverer =
                new DeadLetterPublishingRecoverer(
                        kafka,
                        (_, _) -> new TopicPartition(consumer().deadLetters(), ANY_PARTITION));
        recoverer.excludeHeader(HeadersToAdd.EX_MSG, HeadersToAdd.EX_STACKTRACE);
        recoverer.setHeadersFunction((_, failure) -> reason(failure));
        var handler = new DefaultErrorHandler(recoverer, boundedPause());
        handler.addNotRetryableExceptions(PoisonEvent.class);
        handler.setBackOffFunction(
                (_, failure) -> ConnectionFailure.caused(failure) ? endlessPause() : null);
        handler.setRetryListeners(counting(meters));
        return handler;
    }

    private static ConsumerGroup consumer() {
        return ConsumerGroup.ofGroup(Objects.requireNonNull(KafkaUtils.getConsumerGroupId()));
    }

    private static Headers reason(Exception failure) {
        var headers = new RecordHeaders();
        FailureReason.put(headers, failure);
        return headers;
    }

    private static BackOff boundedPause() {
        var pause = new ExponentialBackOffWithMaxRetries(TRIES);
        pause.setInitialInterval(200);
        pause.setMaxInterval(2_000);
        return pause;
    }

    /** An event is never given up because the database is away. */
    private static BackOff endlessPause() {
        var pause = new ExponentialBackOff(200, 2);
        pause.setMaxInterval(2_000);
        return pause;
    }

    private static RetryListener counting(MeterRegistry meters) {
        return new RetryListener() {
            @Override
            public void failedDelivery(
                    ConsumerRecord<?, ?> event, @Nullable Exception failure, int attempt) {
                count("failed");
            }

            @Override
            public void recovered(ConsumerRecord<?, ?> event, @Nullable Exception failure) {
                count("dead-lettered");
            }

            private void count(String outcome) {
                Metric.EVENTS_CONSUMED
                        .counter(meters, "consumer", consumer().label(), "outcome", outcome)
                        .increment();
            }
        };
    }
}
