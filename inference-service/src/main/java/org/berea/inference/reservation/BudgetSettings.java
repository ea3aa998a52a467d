package org.berea.inference.reservation;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.caller.Tier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be spent in a day.
 *
 * @param dailyUsd dollars for all paid models together; 0 switches them off
 * @param zone in which a day begins and ends
 * @param alertPercent the share of the daily limit at which an alert is sent
 * @param dailyTokens what each tier may use
 * @param smallestAnswer tokens of output below which a call is not worth making
 */
@ConfigurationProperties(prefix = "berea.inference.budget", ignoreUnknownFields = false)
record BudgetSettings(
        @DefaultValue("1") BigDecimal dailyUsd,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("80") int alertPercent,
        Map<Tier, Long> dailyTokens,
        @DefaultValue("64") int smallestAnswer) {
    private static final int MICROS = 6;

    BudgetSettings {
        if (dailyUsd.signum() < 0) {
            throw InvalidValueException.of(
                    "berea.inference.budget.daily-usd", dailyUsd, "0 or more");
        }
        Check.range("berea.inference.budget.alert-percent", alertPercent, 1, 100);
        dailyTokens = new EnumMap<>(dailyTokens);
        for (Tier tier : Tier.values()) {
            Check.present(
                    "berea.inference.budget.daily-tokens." + tier.label(), dailyTokens.get(tier));
        }
    }

    long limitMicros() {
        return dailyUsd.movePointRight(MICROS).longValue();
    }

    long tokens(Tier tier) {
        return dailyTokens.getOrDefault(tier, 0L);
    }
}
