package org.berea.inference.events;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.berea.contracts.event.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Makes Kafka's acquaintance before the service says that it is ready: the first record would
 * otherwise take longer than an answer may wait for it. With Kafka away the service starts all the
 * same, after a while.
 */
@Component
final class KafkaWarmUp implements ApplicationRunner, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(KafkaWarmUp.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final KafkaTemplate<String, String> kafka;
    private volatile CompletableFuture<?> acquainted = CompletableFuture.completedFuture(null);

    KafkaWarmUp(KafkaTemplate<String, String> kafka) {
        this.kafka = kafka;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        acquainted =
                Mono.<Void>fromRunnable(this::meet)
                        .subscribeOn(Schedulers.boundedElastic())
                        .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE))
                        .toFuture();
        try {
            acquainted.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.warn("Kafka does not answer: events go to the outbox until it does");
        }
    }

    @Override
    public void destroy() {
        acquainted.cancel(true);
    }

    private void meet() {
        KafkaAdmin admin = kafka.getKafkaAdmin();
        if (admin != null) {
            admin.clusterId();
        }
        kafka.partitionsFor(Topics.COMPLETIONS);
    }
}
