package org.berea.inference.events;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.berea.chassis.metrics.Metric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The events that neither store took. Nobody was told that they are durable, so they may die with
 * the process; but while it lives they are tried again, or its records would stay open for ever.
 */
@Component
final class Unpublished implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Unpublished.class);
    private static final Duration LAST_TRY = Duration.ofSeconds(3);

    private final Stores stores;
    private final Outcomes outcomes;
    private final Queue<Envelope> waiting;
    private final AtomicBoolean trying = new AtomicBoolean();

    Unpublished(Stores stores, OutboxSettings settings, Outcomes outcomes, MeterRegistry meters) {
        this.stores = stores;
        this.outcomes = outcomes;
        this.waiting = new LinkedBlockingQueue<>(settings.unpublished());
        Metric.EVENTS_UNPUBLISHED.gauge(meters, waiting::size);
    }

    /** Keeps it for later if there is room. */
    void keep(Envelope event) {
        outcomes.count(event, "failed");
        if (!waiting.offer(event)) {
            outcomes.count(event, "dropped");
            log.error("given up, {} wait already: {}", waiting.size(), event.key());
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void retry() {
        tryAll().subscribe();
    }

    @Override
    public void destroy() throws InterruptedException {
        try {
            tryAll().toFuture().get(LAST_TRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.error("{} events die with this process", waiting.size());
        }
    }

    /** One after another from the oldest on, up to the first that fails. */
    Mono<Void> tryAll() {
        return Mono.defer(
                () ->
                        trying.compareAndSet(false, true)
                                ? Flux.fromIterable(waiting)
                                        .concatMap(this::tryAgain)
                                        .onErrorComplete()
                                        .then()
                                        .doFinally(_ -> trying.set(false))
                                : Mono.empty());
    }

    private Mono<Stores.Place> tryAgain(Envelope event) {
        return stores.storeAgain(event)
                .doOnNext(
                        _ -> {
                            waiting.remove(event);
                            outcomes.count(event, "retried");
                        });
    }
}
