package org.berea.inference.reservation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.caller.Caller;
import org.berea.inference.models.ModelSpec;
import org.berea.inference.reservation.Reserved.By;
import org.berea.metering.DailyLimits;
import org.berea.metering.DayUsage;
import org.berea.metering.Grant;
import org.berea.metering.LimitKey;
import org.berea.metering.MeteringUnavailableException;
import org.berea.metering.Reservation;
import org.berea.metering.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
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

    Reservations(DailyLimits limits, BudgetSettings settings, Budget budget, MeterRegistry meters) {
        this.limits = limits;
        this.settings = settings;
        this.budget = budget;
        this.meters = meters;
        for (By by : By.values()) {
            refusals(by);
        }
    }

    /** When today's limits are whole again. */
    public Instant resetAt() {
        return budget.today().plusDays(1).atStartOfDay(settings.zone()).toInstant();
    }

    public LocalDate today() {
        return budget.today();
    }

    /**
     * Asks for one call.
     *
     * @param promptTokens as we count
     * @param wantedOutput tokens the answer should be able to have
     * @return granted or refused; never an error
     */
    public Mono<Reserved> reserve(
            Caller caller, ModelSpec model, int promptTokens, int wantedOutput) {
        var wish = new Wish(caller, model, promptTokens, wantedOutput, budget.today());
        return reserveTokens(wish)
                .onErrorResume(MeteringUnavailableException.class, _ -> withoutStore(wish))
                .doOnNext(this::count);
    }

    private record Wish(Caller caller, ModelSpec model, int prompt, int output, LocalDate day) {
        LimitKey tokenKey() {
            return new LimitKey(Unit.TOKENS, caller.subject(), day);
        }

        long padded(int outputTokens) {
            return model.padded(prompt + outputTokens);
        }

        long price(int outputTokens) {
            return model.price(model.padded(prompt), model.padded(outputTokens));
        }
    }

    private Mono<Reserved> reserveTokens(Wish wish) {
        long limit = settings.tokens(wish.caller().tier());
        return limits.reserve(wish.tokenKey(), wish.padded(wish.output()), limit)
                .flatMap(
                        answer ->
                                switch (answer) {
                                    case Reservation.Granted(var grant, _) ->
                                            reserveMoney(wish, wish.output(), grant);
                                    case Reservation.Refused(var usage) ->
                                            fewerTokens(wish, limit - usage.committed());
                                });
    }

    private Mono<Reserved> fewerTokens(Wish wish, long left) {
        int output = (int) (left / wish.model().safetyFactor()) - wish.prompt();
        if (output < settings.smallestAnswer()) {
            return refused(By.TOKENS);
        }
        return limits.reserve(
                        wish.tokenKey(), wish.padded(output), settings.tokens(wish.caller().tier()))
                .flatMap(
                        answer ->
                                switch (answer) {
                                    case Reservation.Granted(var grant, _) ->
                                            reserveMoney(wish, output, grant);
                                    case Reservation.Refused _ -> refused(By.TOKENS);
                                });
    }

    private Mono<Reserved> reserveMoney(Wish wish, int output, Grant tokens) {
        if (wish.model().isFree()) {
            return granted(new CallGrant(wish.day(), output, tokens, null));
        }
        return limits.reserve(budget.key(wish.day()), wish.price(output), budget.limitMicros())
                .doOnNext(answer -> budget.saw(wish.day(), answer.usage()))
                .flatMap(
                        answer ->
                                switch (answer) {
                                    case Reservation.Granted(var money, _) ->
                                            granted(
                                                    new CallGrant(
                                                            wish.day(), output, tokens, money));
                                    case Reservation.Refused _ ->
                                            release(tokens).then(refused(By.MONEY));
                                })
                .onErrorResume(
                        MeteringUnavailableException.class,
                        failure -> release(tokens).then(Mono.error(failure)));
    }

    /** Free models go on without counting; paid ones need to be counted. */
    private Mono<Reserved> withoutStore(Wish wish) {
        return wish.model().isFree()
                ? granted(new CallGrant(wish.day(), wish.output(), null, null))
                : refused(By.STORE);
    }

    /**
     * Replaces what was reserved by what was used. A store that is away keeps the reservation,
     * which is never less than the truth; so this is never an error.
     */
    public Mono<Void> settle(CallGrant grant, long tokens, long micros) {
        return Mono.when(
                settle(grant.tokenGrant(), tokens),
                settle(grant.moneyGrant(), micros)
                        .doOnNext(usage -> budget.saw(grant.day(), usage)));
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
            String unit = grant.key().unit().name().toLowerCase(java.util.Locale.ROOT);
            Metric.OVERRUNS.counter(meters, "unit", unit).increment();
            log.warn("{} {} used beyond the grant of {}", actual, unit, grant.amount());
        }
    }

    private void count(Reserved answer) {
        if (answer instanceof Reserved.Refused(var by)) {
            refusals(by).increment();
        }
    }

    private io.micrometer.core.instrument.Counter refusals(By by) {
        return Metric.PAID_REFUSED.counter(
                meters, "by", by.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static Mono<Reserved> granted(CallGrant grant) {
        return Mono.just(new Reserved.Granted(grant));
    }

    private static Mono<Reserved> refused(By by) {
        return Mono.just(new Reserved.Refused(by));
    }
}
