package org.berea.gateway.quota;

import java.time.Clock;
import java.time.LocalDate;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.quota.QuotaState;
import org.berea.metering.DailyLimits;
import org.berea.metering.DayUsage;
import org.berea.metering.LimitKey;
import org.berea.metering.Unit;
import reactor.core.publisher.Mono;

/** Reads what a caller has used of the day's tokens. */
final class DayOfTokens {
    private final DailyLimits limits;
    private final QuotaSettings settings;
    private final Clock clock;

    DayOfTokens(DailyLimits limits, QuotaSettings settings, Clock clock) {
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<QuotaState.Day> of(Caller caller) {
        return Mono.defer(
                () -> {
                    var today = LocalDate.ofInstant(clock.instant(), settings.zone());
                    return limits.read(new LimitKey(Unit.TOKENS, caller.subject(), today))
                            .map(usage -> day(settings.of(caller.tier()), usage, today));
                });
    }

    boolean isExhausted(QuotaState.Day day) {
        return day.used() + day.reserved() + settings.smallestAnswer() > day.limit();
    }

    private QuotaState.Day day(TierLimits tier, DayUsage usage, LocalDate today) {
        return new QuotaState.Day(
                tier.tokensPerDay(),
                usage.used(),
                usage.reserved(),
                settings.softAt(tier),
                today.plusDays(1).atStartOfDay(settings.zone()).toInstant());
    }
}
