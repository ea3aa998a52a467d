package org.berea.inference.reservation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.event.BudgetAlert;
import org.berea.contracts.event.Topics;
import org.berea.inference.events.EventPublisher;
import org.berea.metering.DailyLimits;
import org.berea.metering.DayUsage;
import org.berea.metering.LimitKey;
import org.berea.metering.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The day's money for all paid models: watches it, and alerts once a day when most of it is gone.
 */
@Component
class Budget {
    private static final Logger log = LoggerFactory.getLogger(Budget.class);
    private static final Duration REMEMBERED = Duration.ofDays(2);
    private static final int ALL = 100;

    private final DailyLimits limits;
    private final BudgetSettings settings;
    private final EventPublisher events;
    private final ReactiveStringRedisTemplate redis;
    private final MeterRegistry meters;
    private final Clock clock;
    private final AtomicReference<DayUsage> seen = new AtomicReference<>(new DayUsage(0, 0));

    Budget(
            DailyLimits limits,
            BudgetSettings settings,
            EventPublisher events,
            ReactiveStringRedisTemplate redis,
            MeterRegistry meters,
            Clock clock) {
        this.limits = limits;
        this.settings = settings;
        this.events = events;
        this.redis = redis;
        this.meters = meters;
        this.clock = clock;
        Metric.BUDGET_LIMIT.gauge(meters, settings::limitMicros);
        Metric.BUDGET_USED.gauge(meters, () -> seen.get().used());
        Metric.BUDGET_RESERVED.gauge(meters, () -> seen.get().reserved());
        Metric.BUDGET_RESET.gauge(meters, () -> resetAt().getEpochSecond());
        alerts();
    }

    /** When the day's limits are whole again. */
    Instant resetAt() {
        return today().plusDays(1).atStartOfDay(settings.zone()).toInstant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    LimitKey key(LocalDate day) {
        return new LimitKey(Unit.MICRODOLLARS, "all", day);
    }

    long limitMicros() {
        return settings.limitMicros();
    }

    /** Takes note of the day's money as it was just seen. */
    void saw(LocalDate day, DayUsage usage) {
        if (!day.equals(today())) {
            return;
        }
        seen.set(usage);
        if (isAlarming(usage)) {
            alertOnce(day, usage).subscribe();
        }
    }

    @Scheduled(fixedDelay = 5_000)
    void watch() {
        LocalDate day = today();
        limits.read(key(day))
                .doOnNext(usage -> saw(day, usage))
                .doOnError(failure -> log.debug("budget not readable: {}", failure.toString()))
                .onErrorComplete()
                .subscribe();
    }

    private boolean isAlarming(DayUsage usage) {
        return settings.limitMicros() > 0
                && usage.committed() * ALL >= settings.limitMicros() * settings.alertPercent();
    }

    /** All instances see the same money: the first to take the day's mark sends the alert. */
    private Mono<Void> alertOnce(LocalDate day, DayUsage usage) {
        String mark = "berea:budget-alert:" + day + ":" + settings.alertPercent();
        return redis.opsForValue()
                .setIfAbsent(mark, "sending", REMEMBERED)
                .filter(Boolean::booleanValue)
                .flatMap(_ -> alert(day, usage).onErrorResume(failure -> release(mark, failure)))
                .onErrorComplete();
    }

    private Mono<Void> alert(LocalDate day, DayUsage usage) {
        var alert =
                new BudgetAlert(
                        day,
                        clock.instant(),
                        settings.alertPercent(),
                        settings.limitMicros(),
                        usage.committed());
        return events.publish(Topics.ALERTS, day.toString(), alert)
                .doOnSuccess(
                        _ -> {
                            alerts().increment();
                            log.warn("{} % of the day's budget are gone", settings.alertPercent());
                        });
    }

    private Mono<Void> release(String mark, Throwable failure) {
        log.warn("budget alert not sent, will try again: {}", failure.toString());
        return redis.delete(mark).then();
    }

    private Counter alerts() {
        return Metric.BUDGET_ALERTS.counter(
                meters, "share", Integer.toString(settings.alertPercent()));
    }
}
