package org.berea.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.berea.contracts.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What every store of daily limits keeps. */
interface DailyLimitsContract {
    Duration LIMIT = Duration.ofSeconds(20);
    LocalDate DAY = LocalDate.of(2026, 11, 24);
    String HOLDER = "cmp_0123456789abcdef0123456789abcdef";

    DailyLimits limits();

    @Test
    default void startsEveryDayAtZero() {
        assertThat(read(fresh())).isEqualTo(new DayUsage(0, 0));
    }

    @Test
    default void grantsUpToTheLimitAndNotOneMore() {
        var key = fresh();

        assertThat(reserve(key, 60, 100)).isInstanceOf(Reservation.Granted.class);
        assertThat(reserve(key, 41, 100)).isEqualTo(new Reservation.Refused(new DayUsage(0, 60)));
        assertThat(reserve(key, 40, 100).usage()).isEqualTo(new DayUsage(0, 100));
        assertThat(reserve(key, 1, 100)).isInstanceOf(Reservation.Refused.class);
    }

    @Test
    default void grantsNothingAboveALimitOfZero() {
        assertThat(reserve(fresh(), 1, 0)).isInstanceOf(Reservation.Refused.class);
    }

    @Test
    default void replacesTheReservedAmountByTheActualOne() {
        var key = fresh();
        Grant grant = granted(key, 100, 1_000);

        assertThat(settle(grant, 37)).isEqualTo(new DayUsage(37, 0));
        assertThat(read(key)).isEqualTo(new DayUsage(37, 0));
    }

    @Test
    default void settlesOnceHoweverOftenItIsTold() {
        var key = fresh();
        Grant grant = granted(key, 100, 1_000);
        granted(key, 50, 1_000);

        settle(grant, 30);
        assertThat(settle(grant, 30)).isEqualTo(new DayUsage(30, 50));
        assertThat(settle(grant, 99)).isEqualTo(new DayUsage(30, 50));
    }

    @Test
    default void booksInFullWhatWasSpentBeyondTheGrant() {
        var key = fresh();
        Grant grant = granted(key, 10, 10);

        assertThat(settle(grant, 25)).isEqualTo(new DayUsage(25, 0));
        assertThat(reserve(key, 1, 25)).isInstanceOf(Reservation.Refused.class);
    }

    @Test
    default void booksAGrantThatTheStoreHasLost() {
        var lost = new Grant(fresh(), UUID.randomUUID().toString(), 10);

        assertThat(settle(lost, 7)).isEqualTo(new DayUsage(7, 0));
    }

    @Test
    default void freesEverythingWhenNothingWasSpent() {
        var key = fresh();
        settle(granted(key, 100, 100), 0);

        assertThat(reserve(key, 100, 100)).isInstanceOf(Reservation.Granted.class);
    }

    @Test
    default void reservesNothingUntilSomeoneSubscribes() {
        var key = fresh();
        var unused = limits().reserve(key, HOLDER, 10, 100);

        assertThat(unused).isNotNull();
        assertThat(read(key)).isEqualTo(new DayUsage(0, 0));
    }

    @Test
    default void tellsWhatAHolderHasReservedAndNotSettled() {
        var key = fresh();
        Grant first = granted(key, 30, 1_000);
        granted(key, 12, 1_000);
        limits().reserve(key, HOLDER + "0", 500, 1_000).block(LIMIT);

        assertThat(held(key)).isEqualTo(42);
        settle(first, 1);
        assertThat(held(key)).isEqualTo(12);
        assertThat(held(fresh())).isZero();
    }

    static Stream<Arguments> otherSlots() {
        return Stream.of(
                arguments(new LimitKey(Unit.TOKENS, "a{b}:c d/ü", DAY.plusDays(1))),
                arguments(new LimitKey(Unit.MICRODOLLARS, "a{b}:c d/ü", DAY)),
                arguments(new LimitKey(Unit.TOKENS, "a{b}:c d/u", DAY)));
    }

    @ParameterizedTest
    @MethodSource("otherSlots")
    default void keepsUnitsAccountsAndDaysApart(LimitKey other) {
        var key = new LimitKey(Unit.TOKENS, "a{b}:c d/ü", DAY);
        granted(key, 5, 1_000_000);

        assertThat(read(other)).isEqualTo(new DayUsage(0, 0));
    }

    @Test
    default void countsExactlyWhenAmountsAreLarge() {
        var key = fresh();
        granted(key, Amount.LARGEST, Long.MAX_VALUE);
        settle(granted(key, 1, Long.MAX_VALUE), 1);

        assertThat(read(key)).isEqualTo(new DayUsage(1, Amount.LARGEST));
    }

    @Test
    default void refusesAmountsThatCannotBeCounted() {
        assertThatThrownBy(() -> reserve(fresh(), -1, 10))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("amount: '-1' (expected:");
        assertThatThrownBy(() -> settle(new Grant(fresh(), "g", 1), Long.MAX_VALUE))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    default void neverExceedsTheLimitWhenManyAskAtOnce() {
        var key = fresh();
        int callers = 64;
        int rounds = 10;
        long limit = 1_000;
        List<Reservation> answers =
                Flux.range(0, callers * rounds)
                        .flatMap(
                                n ->
                                        limits().reserve(key, HOLDER, 1 + n % 7, limit)
                                                .subscribeOn(Schedulers.parallel()),
                                callers)
                        .collectList()
                        .block(LIMIT);

        assertThat(answers).hasSize(callers * rounds);
        assertThat(answers).extracting(a -> a.usage().committed()).allMatch(sum -> sum <= limit);
        long sum = answers.stream().mapToLong(DailyLimitsContract::amountOf).sum();
        assertThat(sum).isBetween(limit - 6, limit);
        assertThat(read(key)).isEqualTo(new DayUsage(0, sum));
    }

    @Test
    default void endsAtTheTruthWhenManyReserveAndSettleAtOnce() {
        var key = fresh();
        int calls = 500;
        long spent =
                Flux.range(0, calls)
                        .flatMap(_ -> limits().reserve(key, HOLDER, 10, 300), 64)
                        .ofType(Reservation.Granted.class)
                        .flatMap(granted -> limits().settle(granted.grant(), 3), 64)
                        .count()
                        .map(count -> count * 3)
                        .blockOptional(LIMIT)
                        .orElseThrow();

        assertThat(spent).isPositive();
        assertThat(read(key)).isEqualTo(new DayUsage(spent, 0));
    }

    private static long amountOf(Reservation reservation) {
        return switch (reservation) {
            case Reservation.Granted(var grant, _) -> grant.amount();
            case Reservation.Refused(_) -> 0;
        };
    }

    private Reservation reserve(LimitKey key, long amount, long limit) {
        return limits().reserve(key, HOLDER, amount, limit).blockOptional(LIMIT).orElseThrow();
    }

    private Grant granted(LimitKey key, long amount, long limit) {
        return ((Reservation.Granted) reserve(key, amount, limit)).grant();
    }

    private DayUsage settle(Grant grant, long actual) {
        return limits().settle(grant, actual).blockOptional(LIMIT).orElseThrow();
    }

    private DayUsage read(LimitKey key) {
        return limits().read(key).blockOptional(LIMIT).orElseThrow();
    }

    private long held(LimitKey key) {
        return limits().held(key, HOLDER).blockOptional(LIMIT).orElseThrow();
    }

    private static LimitKey fresh() {
        return new LimitKey(Unit.TOKENS, "user-" + UUID.randomUUID(), DAY);
    }
}
