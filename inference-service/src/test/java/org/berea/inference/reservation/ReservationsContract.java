package org.berea.inference.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.Tier;
import org.berea.inference.models.FakeModel;
import org.berea.inference.models.ModelSpec;
import org.berea.inference.models.SizeClass;
import org.berea.metering.DailyLimits;
import org.berea.metering.DayUsage;
import org.berea.metering.LimitKey;
import org.berea.metering.Unit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** What reservations promise over every store; each test has a store that nobody has used. */
interface ReservationsContract {
    Duration LIMIT = Duration.ofSeconds(10);
    ModelSpec PAID = new FakeModel("paid", SizeClass.SMALL, 1_000_000).spec();
    ModelSpec FREE = new FakeModel("free", SizeClass.SMALL, 0).spec();
    long MUCH = 1_000_000_000;
    MeterRegistry METERS = new SimpleMeterRegistry();

    DailyLimits store();

    @Test
    default void grantsWhatWasAskedForAndReservesItPadded() {
        var day = new Day(store(), "1", 10_000);
        CallGrant grant = day.granted(PAID, 1_000, 500);
        assertThat(grant.maxOutput()).isEqualTo(500);
        assertThat(day.tokens().reserved()).isBetween(1_650L, 1_651L);
        assertThat(day.money().reserved()).isBetween(1_650L, 1_652L);
        assertThat(day.tokens().used() + day.money().used()).isZero();
    }

    @Test
    default void settlesToTheTruthOnceAndOnlyOnce() {
        var day = new Day(store(), "1", 10_000);
        CallGrant grant = day.granted(PAID, 1_000, 500);
        day.reservations.settle(grant, 1_200, 1_100).block(LIMIT);
        day.reservations.settle(grant, 9_000, 9_000).block(LIMIT);
        day.reservations.abandon(grant).block(LIMIT);
        assertThat(day.tokens()).isEqualTo(new DayUsage(1_200, 0));
        assertThat(day.money()).isEqualTo(new DayUsage(1_100, 0));
    }

    @Test
    default void booksInFullWhatAProviderReportsBeyondTheGrantAndCountsIt() {
        var day = new Day(store(), "1", 10_000);
        double before = METERS.counter("berea.grant.overruns", "unit", "tokens").count();
        day.reservations.settle(day.granted(PAID, 100, 100), 20_000, 20_000).block(LIMIT);
        assertThat(day.tokens()).isEqualTo(new DayUsage(20_000, 0));
        assertThat(METERS.counter("berea.grant.overruns", "unit", "tokens").count() - before)
                .isOne();
    }

    @Test
    default void givesBackWhatWasNeverUsed() {
        var day = new Day(store(), "1", 10_000);
        day.reservations.abandon(day.granted(PAID, 1_000, 500)).block(LIMIT);
        assertThat(day.tokens()).isEqualTo(new DayUsage(0, 0));
        assertThat(day.money()).isEqualTo(new DayUsage(0, 0));
    }

    @Test
    default void clampsTheOutputToTheTokensThatAreLeft() {
        var day = new Day(store(), "1", 1_500);
        CallGrant grant = day.granted(PAID, 1_000, 500);
        assertThat(grant.maxOutput()).isEqualTo(363);
        assertThat(day.tokens().committed()).isBetween(1_498L, 1_500L);
        assertThat(day.refused(PAID, 1_000, 500)).isEqualTo(Reserved.By.TOKENS);
    }

    @Test
    default void clampsTheOutputToTheMoneyThatIsLeft() {
        var day = new Day(store(), "0.0015", 10_000);
        CallGrant grant = day.granted(PAID, 1_000, 500);
        assertThat(grant.maxOutput()).isBetween(360, 363);
        assertThat(day.money().committed()).isBetween(1_495L, 1_500L);
    }

    @Test
    default void refusesWhenNotEvenTheSmallestAnswerFits() {
        var day = new Day(store(), "1", 1_100 + 69);
        assertThat(day.refused(PAID, 1_000, 500)).isEqualTo(Reserved.By.TOKENS);
        assertThat(day.tokens()).isEqualTo(new DayUsage(0, 0));
        var other = new Day(store(), "1", 1_100 + 71);
        assertThat(other.granted(PAID, 1_000, 500).maxOutput()).isEqualTo(64);
    }

    @Test
    default void givesTheTokensBackWhenTheMoneyIsRefused() {
        var day = new Day(store(), "0.001", 10_000);
        assertThat(day.refused(PAID, 1_000, 500)).isEqualTo(Reserved.By.MONEY);
        assertThat(day.tokens()).isEqualTo(new DayUsage(0, 0));
        assertThat(day.money()).isEqualTo(new DayUsage(0, 0));
    }

    @Test
    default void grantsNoPaidCallWithoutAnyBudgetButFreeOnes() {
        var day = new Day(store(), "0", 10_000);
        assertThat(day.refused(PAID, 10, 100)).isEqualTo(Reserved.By.MONEY);
        assertThat(day.granted(FREE, 10, 100).maxOutput()).isEqualTo(100);
        assertThat(day.money()).isEqualTo(new DayUsage(0, 0));
    }

    @Test
    default void grantsNothingAboveTheCeilingOfTheQuestion() {
        var day = new Day(store(), "1", 100_000);
        Spending question = day.question(new Ceiling(2_000, MUCH));
        CallGrant first = day.granted(question, PAID, 500, 500);
        assertThat(day.granted(question, FREE, 500, 500).maxOutput()).isEqualTo(318);
        assertThat(day.refused(question, PAID, 500, 500)).isEqualTo(Reserved.By.CEILING);
        assertThat(day.tokens().reserved()).isLessThanOrEqualTo(2_000);
        day.reservations.settle(first, 200, 200).block(LIMIT);
        assertThat(day.granted(question, PAID, 300, 100).maxOutput()).isEqualTo(100);
    }

    @Test
    default void countsMoneyAgainstTheCeilingToo() {
        var day = new Day(store(), "1", 100_000);
        Spending question = day.question(new Ceiling(MUCH, 1_000));
        assertThat(day.granted(question, PAID, 500, 500).maxOutput()).isBetween(405, 409);
        assertThat(day.refused(question, PAID, 500, 500)).isEqualTo(Reserved.By.CEILING);
        assertThat(day.granted(question, FREE, 500, 500).maxOutput()).isEqualTo(500);
        assertThat(day.refused(day.question(Ceiling.NOTHING), FREE, 10, 100))
                .isEqualTo(Reserved.By.CEILING);
    }

    @Test
    default void givesBackToTheCeilingWhatACallDidNotUse() {
        var day = new Day(store(), "1", 100_000);
        Spending question = day.question(new Ceiling(1_000, MUCH));
        for (int i = 0; i < 20; i++) {
            day.reservations.abandon(day.granted(question, PAID, 400, 500)).block(LIMIT);
        }
        assertThat(day.granted(question, PAID, 400, 500).maxOutput()).isEqualTo(500);
    }

    @Test
    default void neverGrantsMoreThanTheLimitToManyAtOnce() {
        var day = new Day(store(), "0.01", 1_000_000);
        List<Reserved> answers =
                Flux.range(0, 50)
                        .flatMap(_ -> day.reservations.reserve(day.question(), PAID, 500, 500), 50)
                        .collectList()
                        .block(LIMIT);
        assertThat(answers).hasSize(50).hasAtLeastOneElementOfType(Reserved.Refused.class);
        long granted =
                answers.stream()
                        .filter(Reserved.Granted.class::isInstance)
                        .mapToLong(answer -> ((Reserved.Granted) answer).grant().maxOutput())
                        .sum();
        assertThat(day.money().committed()).isBetween(9_000L, 10_000L);
        assertThat(granted).isGreaterThan(3_000);
    }

    @Test
    default void leavesNothingReservedWhenTheAskerLeavesAtAnyMoment() throws InterruptedException {
        var day = new Day(store(), "1", 1_000_000);
        for (int i : IntStream.range(0, 500).toArray()) {
            Spending question = day.question();
            var asking =
                    day.reservations
                            .reserve(question, PAID, 100, 100)
                            .flatMapMany(_ -> Flux.never())
                            .doFinally(_ -> day.reservations.close(question).subscribe())
                            .subscribe();
            Thread.sleep(Duration.ofNanos(i * 4_000L));
            asking.dispose();
        }
        long end = System.nanoTime() + LIMIT.toNanos();
        while (day.tokens().reserved() + day.money().reserved() > 0 && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(day.tokens()).isEqualTo(new DayUsage(0, 0));
        assertThat(day.money()).isEqualTo(new DayUsage(0, 0));
    }

    static CallGrant grant(Reserved answer) {
        return ((Reserved.Granted) answer).grant();
    }

    /** One day's limits and somebody who asks. */
    final class Day {
        final Caller caller;
        final Reservations reservations;
        private final DailyLimits store;
        private final TestReservations kit;

        Day(DailyLimits store, String dollars, long tokens) {
            this.store = store;
            kit = new TestReservations(store, METERS, dollars, tokens);
            reservations = kit.get();
            caller =
                    new Caller(
                            "user " + UUID.randomUUID(), Tier.FREE, "other", Set.of(), true, false);
        }

        /** A question that may cost anything. */
        Spending question() {
            return question(new Ceiling(MUCH, MUCH));
        }

        Spending question(Ceiling ceiling) {
            return reservations.open(CompletionId.next(), caller, ceiling);
        }

        CallGrant granted(ModelSpec model, int prompt, int output) {
            return granted(question(), model, prompt, output);
        }

        CallGrant granted(Spending question, ModelSpec model, int prompt, int output) {
            return grant(reserved(question, model, prompt, output));
        }

        Reserved.By refused(ModelSpec model, int prompt, int output) {
            return refused(question(), model, prompt, output);
        }

        Reserved.By refused(Spending question, ModelSpec model, int prompt, int output) {
            return ((Reserved.Refused) reserved(question, model, prompt, output)).by();
        }

        private Reserved reserved(Spending question, ModelSpec model, int prompt, int output) {
            return reservations
                    .reserve(question, model, prompt, output)
                    .blockOptional(LIMIT)
                    .orElseThrow();
        }

        DayUsage tokens() {
            var key = new LimitKey(Unit.TOKENS, caller.subject(), reservations.today());
            return read(key);
        }

        DayUsage money() {
            return read(kit.money());
        }

        /** On a busy machine a store may miss its limit; that is not what is looked at. */
        private DayUsage read(LimitKey key) {
            return store.read(key)
                    .retryWhen(Retry.fixedDelay(20, Duration.ofMillis(100)))
                    .blockOptional(LIMIT)
                    .orElseThrow();
        }
    }
}
