package org.berea.gateway.quota;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.quota.QuotaState;
import org.berea.metering.BucketDecision;
import org.berea.metering.MeteringUnavailableException;
import org.berea.metering.RequestBuckets;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Decides what a caller may have now, within the store's limit of 200 ms. */
final class Quota {
    private final RequestBuckets buckets;
    private final RequestBuckets ownBuckets;
    private final DayOfTokens tokens;
    private final QuotaSettings settings;
    private final MeterRegistry meters;

    /**
     * @param ownBuckets of this process, for when the shared ones are away
     */
    Quota(
            RequestBuckets buckets,
            RequestBuckets ownBuckets,
            DayOfTokens tokens,
            QuotaSettings settings,
            MeterRegistry meters) {
        this.buckets = buckets;
        this.ownBuckets = ownBuckets;
        this.tokens = tokens;
        this.settings = settings;
        this.meters = meters;
        QuotaDecision.LABELS.forEach(this::decisions);
    }

    /** For an answer: takes a request from the bucket and looks at the day's tokens. */
    Mono<QuotaDecision> forAnswer(Caller caller) {
        return Mono.zip(
                        ifKnown(take(buckets, caller)),
                        ifKnown(tokens.of(caller)),
                        (taken, day) -> judged(taken, day, caller))
                .flatMap(known -> known.map(Mono::just).orElseGet(() -> withoutStore(caller)))
                .doOnNext(this::count);
    }

    /** For work without tokens: only takes a request from the bucket. */
    Mono<QuotaDecision> forRequest(Caller caller) {
        return take(buckets, caller)
                .map(taken -> judged(taken, caller, null))
                .onErrorResume(MeteringUnavailableException.class, _ -> withoutStore(caller))
                .doOnNext(this::count);
    }

    /** The caller's own limits and what is left of them; takes nothing. */
    Mono<QuotaState> state(Caller caller) {
        var limits = settings.of(caller.tier());
        return tokens.of(caller)
                .flatMap(
                        day ->
                                buckets.left(caller.subject(), limits.bucket())
                                        .map(left -> new QuotaState(day, rate(limits, left))));
    }

    /** Both halves of a decision may fail; of two errors at once one would be lost. */
    private static <T> Mono<Optional<T>> ifKnown(Mono<T> answer) {
        return answer.map(Optional::of)
                .onErrorResume(
                        MeteringUnavailableException.class, _ -> Mono.just(Optional.empty()));
    }

    private Optional<QuotaDecision> judged(
            Optional<BucketDecision> taken, Optional<QuotaState.Day> day, Caller caller) {
        return taken.flatMap(decision -> day.map(it -> judged(decision, caller, it)));
    }

    private Mono<BucketDecision> take(RequestBuckets from, Caller caller) {
        return from.take(caller.subject(), settings.of(caller.tier()).bucket());
    }

    private QuotaDecision judged(
            BucketDecision decision, Caller caller, QuotaState.@Nullable Day day) {
        var limits = settings.of(caller.tier());
        return switch (decision) {
            case BucketDecision.Empty(var retryAfter) ->
                    new QuotaDecision.RateLimited(new Standing(rate(limits, 0), day), retryAfter);
            case BucketDecision.Taken(int left) when day == null ->
                    new QuotaDecision.Allowed(new Standing(rate(limits, left), null));
            case BucketDecision.Taken(int left) -> judged(day, rate(limits, left));
        };
    }

    private QuotaDecision judged(QuotaState.Day day, QuotaState.Rate rate) {
        var standing = new Standing(rate, day);
        if (tokens.isExhausted(day)) {
            return new QuotaDecision.QuotaExhausted(standing, day);
        }
        return day.used() + day.reserved() >= day.softAt()
                ? new QuotaDecision.SoftLimited(standing)
                : new QuotaDecision.Allowed(standing);
    }

    private Mono<QuotaDecision> withoutStore(Caller caller) {
        var limits = settings.of(caller.tier());
        return take(ownBuckets, caller).map(decision -> withoutStore(decision, limits));
    }

    private static QuotaDecision withoutStore(BucketDecision decision, TierLimits limits) {
        return switch (decision) {
            case BucketDecision.Taken(int left) ->
                    new QuotaDecision.StoreAway(new Standing(rate(limits, left), null));
            case BucketDecision.Empty(var retryAfter) ->
                    new QuotaDecision.RateLimited(new Standing(rate(limits, 0), null), retryAfter);
        };
    }

    private static QuotaState.Rate rate(TierLimits limits, int left) {
        return new QuotaState.Rate(limits.capacity(), limits.refillPerMinute(), left);
    }

    private void count(QuotaDecision decision) {
        decisions(decision.label()).increment();
    }

    private Counter decisions(String label) {
        return Metric.QUOTA_DECISIONS.counter(meters, "decision", label);
    }
}
