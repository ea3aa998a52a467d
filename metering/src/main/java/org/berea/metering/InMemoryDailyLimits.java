package org.berea.metering;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Daily limits of this process alone. */
public final class InMemoryDailyLimits implements DailyLimits {
    static final int DAYS_KEPT = 3;

    private final Map<LimitKey, Slot> slots = new ConcurrentHashMap<>();

    @Override
    public Mono<Reservation> reserve(LimitKey key, String holder, long amount, long limit) {
        Amount.check("amount", amount);
        return Mono.fromSupplier(() -> slot(key).reserve(Grant.of(key, holder, amount), limit));
    }

    @Override
    public Mono<DayUsage> settle(Grant grant, long actual) {
        Amount.check("actual", actual);
        return Mono.fromSupplier(() -> slot(grant.key()).settle(grant.id(), actual));
    }

    @Override
    public Mono<Long> held(LimitKey key, String holder) {
        return Mono.fromSupplier(() -> slot(key).held(holder));
    }

    @Override
    public Mono<DayUsage> read(LimitKey key) {
        return Mono.fromSupplier(() -> usageOf(key));
    }

    private DayUsage usageOf(LimitKey key) {
        Slot slot = slots.get(key);
        return slot == null ? new DayUsage(0, 0) : slot.usage();
    }

    private Slot slot(LimitKey key) {
        return slots.computeIfAbsent(key, this::opened);
    }

    private Slot opened(LimitKey key) {
        LocalDate oldest = key.day().minusDays(DAYS_KEPT);
        slots.keySet().stream()
                .filter(old -> old.day().isBefore(oldest))
                .toList()
                .forEach(slots::remove);
        return new Slot();
    }
}
