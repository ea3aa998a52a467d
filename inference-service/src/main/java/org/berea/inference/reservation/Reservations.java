package org.berea.inference.reservation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Caller;
import org.berea.inference.models.ModelSpec;
import org.berea.inference.reservation.Reserved.By;
import org.berea.metering.DailyLimits;
import org.berea.metering.DayUsage;
import org.berea.metering.Grant;
import org.berea.metering.MeteringUnavailableException;
import org.berea.metering.Reservation;
import org.berea.metering.Unit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reserves a model call's tokens and money before it is made, and settles both to the truth after.
 * Tokens first; if the money is then refused, the tokens are given back. A limit that leaves room
 * for a shorter answer grants a shorter one.
 */
@Component
@EnableConfigurationProperties(BudgetSettings.class)
public class Reservations {
    private static final Logger log = LoggerFactory.getLogger(Reservations.class);

    private final DailyLimits limits;
    private final BudgetSettings settings;
    private final Budget budget;
    private final MeterRegistry meters;
    private final AtomicInteger open = new AtomicInteger();

    Reservations(DailyLimits limits, BudgetSettings settings, Budget budget, MeterRegistry meters) {
        this.limits = limits;
        this.settings = settings;
        this.budget = budget;
        this.meters = meters;
        for (By by : By.values()) {
            refusals(by);
        }
        for (Unit unit : Unit.values()) {
            overruns(unit);
        }
        Metric.GRANTS_OPEN.gauge(meters, open::get);
    }

    /** When today's limits are whole again. */
    public Instant resetAt() {
        return budget.resetAt();
    }

    public LocalDate today() {
        return budget.today();
    }

    /** Begins what a question admitted now may spend. */
    public Spending open(CompletionId completion, Caller caller, Ceiling ceiling) {
        return new Spending(completion, caller, today(), ceiling);
    }

    /** Tokens of output below which a call is not worth making. */
    public int smallestAnswer() {
        return settings.smallestAnswer();
    }

    /** Leave for the model that uses nothing, so that nothing is reserved. */
    public Reserved unreserved(int output) {
        return new Reserved.Granted(CallGrant.unreserved(output));
    }

    /**
     * Ends what the question may spend: gives back every grant that nobody took or settled, also
     * one that comes only now because its asker has left.
     */
    public Mono<Void> close(Spending spending) {
        return Flux.defer(() -> Flux.fromIterable(spending.close())).flatMap(this::abandon).then();
    }

    /**
     * Asks for one call.
     *
     * @param promptTokens as we count
     * @param wantedOutput tokens the answer should be able to have
     * @return granted, perhaps with less output, or refused; never an error
     */
    public Mono<Reserved> reserve(
            Spending spending, ModelSpec model, int promptTokens, int wantedOutput) {
        return seenThrough(
                Mono.defer(
                                () ->
                                        reserveBelowCeiling(
                                                new Wish(
                                                        spending,
                                                        model,
                                                        promptTokens,
                                                        wantedOutput)))
                        .doOnNext(this::count));
    }

    /**
     * Asks to the end even when the asker leaves. An asking cut off in its middle would have to
     * know at every step what it already has.
     */
    private static Mono<Reserved> seenThrough(Mono<Reserved> asking) {
        return Mono.deferContextual(
                context -> Mono.fromFuture(asking.contextWrite(context).toFuture(), true));
    }

    private Mono<Reserved> reserveBelowCeiling(Wish wish) {
        Wish affordable = wish.belowCeiling();
        return affordable.output() < settings.smallestAnswer()
                ? refused(By.CEILING)
                : reserveTokens(affordable)
                        .onErrorResume(
                                MeteringUnavailableException.class,
                                away -> withoutStore(affordable, away));
    }

    private Mono<Reserved> reserveTokens(Wish wish) {
        long limit = settings.tokens(wish.tier());
        return limits.reserve(wish.tokenKey(), wish.holder(), wish.tokens(), limit)
                .flatMap(
                        answer ->
                                switch (answer) {
                                    case Reservation.Granted(var grant, _) ->
                                            reserveMoney(wish, grant);
                                    case Reservation.Refused(var usage) ->
                                            reserveTokensOf(limit - usage.committed(), wish, limit);
                                });
    }

    private Mono<Reserved> reserveTokensOf(long left, Wish wish, long limit) {
        Wish fewer = wish.withTokensOf(left);
        if (fewer.output() < settings.smallestAnswer()) {
            return refused(By.TOKENS);
        }
        return limits.reserve(fewer.tokenKey(), fewer.holder(), fewer.tokens(), limit)
                .flatMap(
                        answer ->
                                switch (answer) {
                                    case Reservation.Granted(var grant, _) ->
                                            reserveMoney(fewer, grant);
                                    case Reservation.Refused _ -> refused(By.TOKENS);
                                });
    }

    /** The tokens are given back when the money is refused. */
    private Mono<Reserved> reserveMoney(Wish wish, Grant tokens) {
        if (wish.model().isFree()) {
            return granted(wish, tokens, null);
        }
        return askForMoney(wish)
                .flatMap(
                        answer ->
                                switch (answer) {
                                    case Reservation.Granted(var money, _) ->
                                            granted(wish, tokens, money);
                                    case Reservation.Refused(var usage) ->
                                            reserveMoneyOf(left(usage), wish, tokens);
                                })
                .onErrorResume(
                        MeteringUnavailableException.class,
                        failure -> release(tokens).then(Mono.error(failure)));
    }

    private Mono<Reserved> reserveMoneyOf(long left, Wish wish, Grant tokens) {
        Wish less = wish.withPriceOf(left);
        if (less.output() < settings.smallestAnswer()) {
            return release(tokens).then(refused(By.MONEY));
        }
        return askForMoney(less)
                .flatMap(
                        answer ->
                                switch (answer) {
                                    case Reservation.Granted(var money, _) ->
                                            granted(less, tokens, money);
                                    case Reservation.Refused _ ->
                                            release(tokens).then(refused(By.MONEY));
                                });
    }

    private Mono<Reservation> askForMoney(Wish wish) {
        return limits.reserve(
                        budget.key(wish.spending().day()),
                        wish.holder(),
                        wish.price(),
                        budget.limitMicros())
                .doOnNext(answer -> budget.saw(wish.spending().day(), answer.usage()));
    }

    private long left(DayUsage usage) {
        return budget.limitMicros() - usage.committed();
    }

    /** Free models go on without counting; paid ones need to be counted. */
    private Mono<Reserved> withoutStore(Wish wish, MeteringUnavailableException away) {
        log.warn("no paid model may be called: {}", away.getMessage());
        return wish.model().isFree() ? granted(wish, null, null) : refused(By.STORE);
    }

    /**
     * Replaces what was reserved by what was used; the second time does nothing. A store that is
     * away keeps the reservation, which is never less than the truth; so this is never an error.
     */
    public Mono<Void> settle(CallGrant grant, long tokens, long micros) {
        if (!grant.settleNow(tokens, micros)) {
            return Mono.empty();
        }
        if (grant.isReserved()) {
            open.decrementAndGet();
        }
        return Mono.when(settle(grant.tokens(), tokens), settleMoney(grant.money(), micros));
    }

    private Mono<Void> settleMoney(Optional<Grant> money, long micros) {
        return Mono.justOrEmpty(money)
                .flatMap(
                        granted ->
                                settle(money, micros)
                                        .doOnNext(usage -> budget.saw(granted.key().day(), usage)))
                .then();
    }

    /** Gives back what was reserved for a call that used nothing, unless it was settled. */
    public Mono<Void> abandon(CallGrant grant) {
        return Mono.defer(() -> settle(grant, 0, 0));
    }

    private Mono<DayUsage> settle(Optional<Grant> grant, long actual) {
        return Mono.justOrEmpty(grant)
                .doOnNext(granted -> countOverrun(granted, actual))
                .flatMap(granted -> limits.settle(granted, actual))
                .doOnError(
                        failure -> log.warn("not settled, stays reserved: {}", failure.toString()))
                .onErrorComplete();
    }

    private Mono<Void> release(Grant grant) {
        return settle(Optional.of(grant), 0).then();
    }

    private void countOverrun(Grant grant, long actual) {
        if (actual > grant.amount()) {
            Unit unit = grant.key().unit();
            overruns(unit).increment();
            log.warn("{} {} used beyond the grant of {}", actual, unit, grant.amount());
        }
    }

    private void count(Reserved answer) {
        if (answer instanceof Reserved.Refused(var by)) {
            refusals(by).increment();
        }
    }

    private Counter refusals(By by) {
        return Metric.PAID_REFUSED.counter(meters, "by", by.label());
    }

    private Counter overruns(Unit unit) {
        return Metric.OVERRUNS.counter(meters, "unit", unit.name().toLowerCase(Locale.ROOT));
    }

    private Mono<Reserved> granted(Wish wish, @Nullable Grant tokens, @Nullable Grant money) {
        var grant = CallGrant.of(wish, tokens, money);
        if (grant.isReserved()) {
            open.incrementAndGet();
        }
        Mono<Void> unwanted = wish.spending().holds(grant) ? Mono.empty() : abandon(grant);
        return unwanted.thenReturn(new Reserved.Granted(grant));
    }

    private static Mono<Reserved> refused(By by) {
        return Mono.just(new Reserved.Refused(by));
    }
}
