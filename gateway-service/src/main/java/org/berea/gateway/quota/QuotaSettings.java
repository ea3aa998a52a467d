package org.berea.gateway.quota;

import java.time.ZoneId;
import org.berea.contracts.Check;
import org.berea.contracts.caller.Tier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of all tiers.
 *
 * @param softPercent of the daily tokens; above it a smaller model answers
 * @param smallestAnswer tokens of prompt and answer that the smallest useful answer takes
 * @param zone whose midnight begins the day
 */
@ConfigurationProperties(prefix = "berea.quota", ignoreUnknownFields = false)
record QuotaSettings(
        @DefaultValue("80") int softPercent,
        @DefaultValue("600") int smallestAnswer,
        @DefaultValue("UTC") ZoneId zone,
        TierLimits free,
        TierLimits plus,
        TierLimits pro) {
    private static final int WHOLE = 100;
    private static final int LARGEST_ANSWER = 1_000_000;

    QuotaSettings {
        Check.range("berea.quota.soft-percent", softPercent, 1, WHOLE);
        Check.range("berea.quota.smallest-answer", smallestAnswer, 1, LARGEST_ANSWER);
        Check.present("berea.quota.free", free);
        Check.present("berea.quota.plus", plus);
        Check.present("berea.quota.pro", pro);
    }

    TierLimits of(Tier tier) {
        return switch (tier) {
            case FREE -> free;
            case PLUS -> plus;
            case PRO -> pro;
        };
    }

    long softAt(TierLimits limits) {
        return limits.tokensPerDay() / WHOLE * softPercent
                + limits.tokensPerDay() % WHOLE * softPercent / WHOLE;
    }
}
