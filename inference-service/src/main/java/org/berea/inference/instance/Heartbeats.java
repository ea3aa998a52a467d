package org.berea.inference.instance;

import io.lettuce.core.SetArgs;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.Heartbeat;
import org.berea.metering.LazyRedis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Shows that this process lives, from before its first question to after its last. On a thread of
 * its own, so that no work however long makes the process look dead.
 */
@Component
final class Heartbeats implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Heartbeats.class);

    private final LazyRedis redis;
    private final InstanceId instance;
    private final Counter failures;
    private final Disposable.Swap beating = Disposables.swap();

    Heartbeats(LazyRedis redis, InstanceId instance, MeterRegistry meters) {
        this.redis = redis;
        this.instance = instance;
        this.failures = Metric.HEARTBEAT_FAILURES.counter(meters);
    }

    @Override
    public void start() {
        var thread = Schedulers.newSingle("heartbeat", true);
        beating.update(
                Flux.interval(Duration.ZERO, Heartbeat.PERIOD, thread)
                        .onBackpressureDrop()
                        .concatMap(_ -> beat(), 1)
                        .doFinally(_ -> thread.dispose())
                        .subscribe());
    }

    @Override
    public void stop() {
        beating.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return beating.get() != null && !beating.get().isDisposed();
    }

    /** Before the web server starts, and until it has stopped. */
    @Override
    public int getPhase() {
        return 0;
    }

    private Mono<String> beat() {
        String key = Heartbeat.key(instance.value());
        var lapse = SetArgs.Builder.px(Heartbeat.LAPSE);
        return redis.call(LazyRedis.LIMIT, commands -> commands.set(key, "lives", lapse))
                .doOnError(this::count)
                .onErrorComplete();
    }

    private void count(Throwable failure) {
        failures.increment();
        log.warn("no heartbeat: {}", failure.toString());
    }
}
