package org.berea.gateway.authentication;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.berea.chassis.caller.CallerSettings;
import org.berea.chassis.caller.Fingerprint;
import org.berea.chassis.metrics.Metric;
import org.berea.metering.FirstSeen;
import org.berea.metering.LazyRedis;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Shows since when our keys are in use, so that it is noticed when nobody changes them. Files do
 * not tell: a mounted secret is as old as its mount. The keys of a key set are their issuer's.
 */
@Component
final class KeyAges implements SmartLifecycle {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final FirstSeen firstSeen;
    private final Map<String, String> fingerprints = new HashMap<>();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Disposable.Swap looking = Disposables.swap();

    KeyAges(
            LazyRedis redis,
            Clock clock,
            CallerSettings caller,
            TokenSettings tokens,
            MeterRegistry meters) {
        firstSeen = new FirstSeen(redis, clock);
        fingerprints.put("caller", caller.fingerprint());
        tokens.keyFile()
                .map(file -> Fingerprint.of(PublicKeyFile.read(file).getEncoded()))
                .ifPresent(print -> fingerprints.put("token", print));
        fingerprints
                .keySet()
                .forEach(key -> Metric.KEY_FIRST_SEEN.gauge(meters, () -> shown(key), "key", key));
    }

    @Override
    public void start() {
        looking.update(
                Flux.interval(Duration.ZERO, PAUSE)
                        .onBackpressureDrop()
                        .concatMapIterable(_ -> fingerprints.keySet())
                        .concatMap(this::look)
                        .subscribe());
    }

    @Override
    public void stop() {
        looking.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return looking.get() != null && !looking.get().isDisposed();
    }

    /** With Redis away there is no number, or the last one; the next look is soon. */
    private Mono<Long> look(String key) {
        return firstSeen
                .of(key + "-key:" + fingerprints.get(key))
                .map(since -> since.getEpochSecond())
                .doOnNext(since -> seen.put(key, since))
                .onErrorComplete();
    }

    private Number shown(String key) {
        Long since = seen.get(key);
        return since == null ? Double.NaN : since;
    }
}
