package org.berea.inference.reservation;

import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.berea.contracts.caller.Tier;
import org.berea.inference.events.FakeEvents;
import org.berea.metering.DailyLimits;
import org.berea.metering.LimitKey;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** Reservations over any store, on a fixed day. */
public final class TestReservations {
    public static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    /** No alert is sent without a store that all instances share. */
    private static final ReactiveStringRedisTemplate NOWHERE = nowhere();

    private final BudgetSettings settings;
    private final Budget budget;
    private final Reservations reservations;

    /**
     * @param tokens a day for the free tier
     */
    public TestReservations(DailyLimits limits, MeterRegistry meters, String dollars, long tokens) {
        settings =
                new BudgetSettings(
                        new BigDecimal(dollars),
                        ZoneOffset.UTC,
                        80,
                        Map.of(Tier.FREE, tokens, Tier.PLUS, 2 * tokens, Tier.PRO, 4 * tokens),
                        64);
        budget = new Budget(limits, settings, new FakeEvents(), NOWHERE, meters, CLOCK);
        reservations = new Reservations(limits, settings, budget, meters);
    }

    public Reservations get() {
        return reservations;
    }

    LimitKey money() {
        return budget.key(budget.today());
    }

    private static ReactiveStringRedisTemplate nowhere() {
        var factory = new LettuceConnectionFactory("127.0.0.1", 1);
        factory.afterPropertiesSet();
        factory.start();
        return new ReactiveStringRedisTemplate(factory);
    }
}
