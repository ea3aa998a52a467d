package org.berea.gateway.quota;

import java.time.Duration;
import java.util.List;
import org.berea.contracts.quota.QuotaState;

/** What a caller may have now. */
sealed interface QuotaDecision {
    /** Every value of the metric's tag. */
    List<String> LABELS =
            List.of("allowed", "soft-limited", "store-away", "rate-limited", "quota-exhausted");

    Standing standing();

    /** Everything its tier allows. */
    record Allowed(Standing standing) implements QuotaDecision {}

    /** An answer of a smaller model: the soft share of the day's tokens is used. */
    record SoftLimited(Standing standing) implements QuotaDecision {}

    /** What costs nothing: the store could not say what was used, so nothing may be spent. */
    record StoreAway(Standing standing) implements QuotaDecision {}

    /** Nothing. */
    sealed interface Rejected extends QuotaDecision {}

    /** The bucket is empty. */
    record RateLimited(Standing standing, Duration retryAfter) implements Rejected {}

    /** Not even the smallest answer fits into what is left of the day. */
    record QuotaExhausted(Standing standing, QuotaState.Day day) implements Rejected {}

    /** The value of the metric's tag. */
    default String label() {
        return switch (this) {
            case Allowed(_) -> "allowed";
            case SoftLimited(_) -> "soft-limited";
            case StoreAway(_) -> "store-away";
            case RateLimited(_, _) -> "rate-limited";
            case QuotaExhausted(_, _) -> "quota-exhausted";
        };
    }
}
