package org.berea.inference.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.berea.inference.admission.Questions.ALICE;
import static org.berea.inference.admission.Questions.admitted;
import static org.berea.inference.models.FakeModel.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.Tier;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Task;
import org.berea.contracts.completion.Usage.FinishReason;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.inference.models.FakeModel;
import org.berea.inference.models.ModelFailure;
import org.berea.inference.models.ModelFailure.Kind;
import org.berea.inference.models.SizeClass;
import org.berea.inference.prompting.Prompt;
import org.berea.inference.prompting.Prompts;
import org.berea.inference.reservation.Ceiling;
import org.berea.inference.reservation.Spending;
import org.berea.inference.reservation.TestReservations;
import org.berea.localstack.servers.FreePorts;
import org.berea.metering.DayUsage;
import org.berea.metering.LazyRedis;
import org.berea.metering.LimitKey;
import org.berea.metering.RedisDailyLimits;
import org.berea.metering.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class RoutingTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Prompt PROMPT = Prompts.of();
    private static final Caller UNPAID = caller(false, false);
    private static final Caller SOFT = caller(true, true);

    private final TestRouting kit = new TestRouting();

    @Test
    void takesTheFirstModelOfTheTasksLadder() {
        assertThat(model(Task.VERSE_LOOKUP, ALICE)).isEqualTo("small");
        assertThat(model(Task.DEFINITION, ALICE)).isEqualTo("small");
        assertThat(model(Task.SUMMARIZATION, ALICE)).isEqualTo("medium");
        assertThat(model(Task.STUDY_GUIDE, ALICE)).isEqualTo("large");
        assertThat(model(Task.DEEP_DIVE, ALICE)).isEqualTo("large");
    }

    @Test
    void stepsDownToTheSmallestLanguageModelAboveTheSoftShareAndRefusesDeepDives() {
        assertThat(model(Task.VERSE_LOOKUP, SOFT)).isEqualTo("small");
        assertThat(model(Task.SUMMARIZATION, SOFT)).isEqualTo("small");
        assertThat(model(Task.STUDY_GUIDE, SOFT)).isEqualTo("medium");
        assertThat(problem(kit.routing(), Task.DEEP_DIVE, SOFT))
                .isEqualTo(ProblemType.QUOTA_EXHAUSTED);
    }

    @Test
    void leavesUnpaidCallersTheFreeModels() {
        assertThat(model(Task.STUDY_GUIDE, UNPAID)).isEqualTo("extractive");
        assertThat(problem(kit.routing(), Task.DEEP_DIVE, UNPAID)).isEqualTo(ProblemType.NO_MODEL);
        var free = new FakeModel("local", SizeClass.SMALL, 0);
        assertThat(choose(kit.routing("1", 9_000, free), Task.VERSE_LOOKUP, UNPAID).model())
                .isSameAs(free);
    }

    @Test
    void passesOverModelsThatAreNotThereAndSaysSo() {
        Route route = choose(kit.routing("1", 9_000, kit.medium), Task.STUDY_GUIDE, ALICE);
        assertThat(route.model()).isSameAs(kit.medium);
        assertThat(route.degradation()).contains(Degradation.SMALLER_MODEL);
        assertThat(choose(kit.routing("1", 9_000), Task.VERSE_LOOKUP, ALICE).degradation())
                .isEmpty();
    }

    @Test
    void passesOverModelsWhoseWindowThePromptFills() {
        var narrow = new FakeModel("narrow", SizeClass.SMALL, 1, 4_200);
        var filling = new Prompt("", List.of(), "Why?", List.of(), 3_800);
        Route route =
                TestRouting.choose(kit.routing("1", 90_000, narrow), admitted("Why?"), filling)
                        .blockOptional(LIMIT)
                        .orElseThrow();
        assertThat(route.isExtractive()).isTrue();
        var shorter = new Prompt("", List.of(), "Why?", List.of(), 3_700);
        assertThat(
                        TestRouting.choose(
                                        kit.routing("1", 90_000, narrow), admitted("Why?"), shorter)
                                .map(found -> found.grant().maxOutput())
                                .blockOptional(LIMIT))
                .contains((int) (4_200 / 1.1) - 3_700);
    }

    @Test
    void takesTheExtractiveModelWithoutMoneyAndRefusesDeepDives() {
        Route route = choose(kit.routing("0", 100_000), Task.STUDY_GUIDE, ALICE);
        assertThat(route.isExtractive()).isTrue();
        assertThat(route.degradation()).contains(Degradation.EXTRACTIVE);
        assertThat(problem(kit.routing("0", 100_000), Task.DEEP_DIVE, ALICE))
                .isEqualTo(ProblemType.BUDGET_EXHAUSTED);
        assertThat(fallbacks("large", "medium", "money")).isEqualTo(1);
        assertThat(fallbacks("medium", "extractive", "money")).isEqualTo(1);
    }

    @Test
    void turnsTheQuestionAwayWithTheResetTimeWhenTheDaysTokensAreUsedUp() {
        assertThatThrownBy(() -> choose(kit.routing("1", 100), Task.VERSE_LOOKUP, ALICE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> {
                            assertThat(refusal.problem().type())
                                    .isEqualTo(ProblemType.QUOTA_EXHAUSTED.uri());
                            assertThat(refusal.problem().resetAt())
                                    .isEqualTo(Instant.parse("2026-11-25T00:00:00Z"));
                        });
    }

    @Test
    void leavesOutPaidModelsWhileTheStoreIsAway() {
        try (var redis = new LazyRedis("redis://127.0.0.1:" + FreePorts.next())) {
            var away = kit.routing(new RedisDailyLimits(redis), "1", 9_000, kit.small, kit.large);
            assertThat(choose(away, Task.VERSE_LOOKUP, ALICE).isExtractive()).isTrue();
            assertThat(problem(away, Task.DEEP_DIVE, ALICE)).isEqualTo(ProblemType.NO_MODEL);
        }
    }

    @Test
    void passesTheTextOnAndSettlesToWhatTheProviderReports() {
        kit.small.plays(
                FakeModel.text("Love ", "is.")
                        .concatWithValues(FakeModel.end(FinishReason.STOP, 120, 30)));
        var routing = kit.routing();
        Route route = choose(routing, Task.VERSE_LOOKUP, ALICE);
        assertThat(routing.call(route).collectList().block(LIMIT))
                .containsExactly(
                        new RoutedOutput.Text("Love "),
                        new RoutedOutput.Text("is."),
                        new RoutedOutput.Ended(FinishReason.STOP));
        assertThat(tokens()).isEqualTo(new DayUsage(150, 0));
        assertThat(money()).isEqualTo(new DayUsage(150, 0));
        assertThat(route.spending().snapshot())
                .isEqualTo(new Spending.Snapshot("small", 120, 30, 150));
        assertThat(kit.small.calls().getFirst().maxOutput()).isEqualTo(600);
    }

    @Test
    void takesATextThatJustStopsForOneThatWasCut() {
        kit.small.plays(FakeModel.text("Love is patient."));
        var routing = kit.routing();
        var last = routing.call(choose(routing, Task.VERSE_LOOKUP, ALICE)).blockLast(LIMIT);
        assertThat(last)
                .isInstanceOfSatisfying(
                        RoutedOutput.Failed.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(Kind.CUT));
        assertThat(tokens().used()).isGreaterThan(PROMPT.tokens());
    }

    @Test
    void knowsWhatAQuestionMayCostFromTheModelsThatMayAnswerIt() {
        var routing = kit.routing();
        long medium = kit.medium.spec().padded(6_000 + 900);
        Ceiling both = routing.spending(admitted("Why?", Task.SUMMARIZATION, ALICE)).ceiling();
        assertThat(both.tokens()).isEqualTo(2 * medium);
        assertThat(both.micros()).isBetween(both.tokens(), both.tokens() + 4);
        var soft = new Caller("sol", Tier.FREE, "other", Set.of(), true, true);
        assertThat(routing.spending(admitted("Why?", Task.SUMMARIZATION, soft)).ceiling().tokens())
                .isEqualTo(medium);
        var unpaid = new Caller("una", Tier.FREE, "other", Set.of(), false, false);
        assertThat(routing.spending(admitted("Why?", Task.SUMMARIZATION, unpaid)).ceiling())
                .isEqualTo(Ceiling.NOTHING);
        assertThat(routing.noSpending(admitted("Why?")).ceiling()).isEqualTo(Ceiling.NOTHING);
    }

    @Test
    void callsEveryModelOfTheLadderBelowTheCeilingThoughEachFailsAfterItsLongestAnswer() {
        var routing = kit.routing("9", 1_000_000);
        var longest = new Prompt("", List.of(), "Why?", List.of(), 6_000);
        for (var model : List.of(kit.medium, kit.small)) {
            model.plays(
                    FakeModel.text("Love is.")
                            .concatWithValues(FakeModel.end(FinishReason.LENGTH, 6_600, 990)));
        }
        Route first =
                TestRouting.choose(routing, admitted("Why?", Task.SUMMARIZATION, ALICE), longest)
                        .blockOptional(LIMIT)
                        .orElseThrow();
        routing.call(first).blockLast(LIMIT);
        Route second = next(routing, first, failure(Kind.CUT));
        assertThat(second.model()).isSameAs(kit.small);
        assertThat(second.grant().maxOutput()).isEqualTo(900);
        routing.call(second).blockLast(LIMIT);
        var spent = second.spending().snapshot();
        assertThat(spent.promptTokens() + spent.outputTokens())
                .isLessThanOrEqualTo(second.spending().ceiling().tokens());
        assertThat(next(routing, second, failure(Kind.CUT)).isExtractive()).isTrue();
    }

    @Test
    void countsItselfWhatTheProviderDoesNotReport() {
        kit.small.writes("Love is patient.");
        var routing = kit.routing();
        Route route = choose(routing, Task.VERSE_LOOKUP, ALICE);
        routing.call(route).blockLast(LIMIT);
        long expected = PROMPT.tokens() + Prompts.COUNTER.count("Love is patient.");
        assertThat(tokens()).isEqualTo(new DayUsage(expected, 0));
    }

    @Test
    void chargesWhatWasReceivedWhenTheAskerLeaves() {
        kit.small.plays(FakeModel.text("Love is").concatWith(Flux.never()));
        var routing = kit.routing();
        Route route = choose(routing, Task.VERSE_LOOKUP, ALICE);
        routing.call(route).take(1).blockLast(LIMIT);
        assertThat(kit.small.cancelled()).isOne();
        assertThat(tokens())
                .isEqualTo(new DayUsage(PROMPT.tokens() + Prompts.COUNTER.count("Love is"), 0));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"REFUSED", "RATE_LIMITED", "SERVER_ERROR", "CIRCUIT_OPEN"})
    void chargesNothingForACallThatWasTurnedAway(Kind kind) {
        kit.small.failsAfter(failure(kind));
        var routing = kit.routing();
        Route route = choose(routing, Task.VERSE_LOOKUP, ALICE);
        assertThat(routing.call(route).blockLast(LIMIT)).isInstanceOf(RoutedOutput.Failed.class);
        assertThat(tokens()).isEqualTo(new DayUsage(0, 0));
        assertThat(money()).isEqualTo(new DayUsage(0, 0));
        assertThat(route.spending().snapshot().promptTokens()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"STALLED", "CUT", "TOO_LONG", "MALFORMED"})
    void chargesThePromptAndTheTextOfACallThatBroke(Kind kind) {
        kit.small.failsAfter(failure(kind), "Love is");
        var routing = kit.routing();
        routing.call(choose(routing, Task.VERSE_LOOKUP, ALICE)).blockLast(LIMIT);
        assertThat(tokens().used()).isEqualTo(PROMPT.tokens() + Prompts.COUNTER.count("Love is"));
        assertThat(tokens().reserved()).isZero();
    }

    @Test
    void stopsAModelThatWritesBeyondItsLimit() {
        kit.small.plays(FakeModel.text("so on ").repeat());
        var routing = kit.routing();
        Route route = choose(routing, Task.VERSE_LOOKUP, ALICE);
        List<RoutedOutput> outputs =
                routing.call(route).collectList().blockOptional(LIMIT).orElseThrow();
        assertThat(outputs).hasSizeBetween(700, 722);
        assertThat(outputs.getLast())
                .isInstanceOfSatisfying(
                        RoutedOutput.Failed.class,
                        end -> assertThat(end.failure().kind()).isEqualTo(Kind.ENDLESS));
        assertThat(kit.small.cancelled()).isOne();
        assertThat(tokens().reserved()).isZero();
    }

    @Test
    void givesBackWhatWasReservedForACallThatIsNeverMade() {
        var routing = kit.routing();
        var left =
                routing.use(
                                TestRouting.choose(routing, admitted("Why?"), PROMPT),
                                _ -> Flux.<RoutedOutput>never())
                        .subscribe();
        assertThat(tokens().reserved()).isPositive();
        left.dispose();
        assertThat(tokens()).isEqualTo(new DayUsage(0, 0));
        assertThat(money()).isEqualTo(new DayUsage(0, 0));
    }

    @Test
    void goesToTheNextModelAfterAFailure() {
        var routing = kit.routing();
        Route failed = choose(routing, Task.SUMMARIZATION, ALICE);
        Route next = next(routing, failed, failure(Kind.SERVER_ERROR));
        assertThat(next.model()).isSameAs(kit.small);
        assertThat(next.degradation()).contains(Degradation.SMALLER_MODEL);
        assertThat(fallbacks("medium", "small", "server-error")).isEqualTo(1);
        Route last = next(routing, next, failure(Kind.STALLED));
        assertThat(last.isExtractive()).isTrue();
        ModelFailure failure = failure(Kind.CUT);
        assertThatThrownBy(() -> next(routing, last, failure)).isSameAs(failure);
    }

    @Test
    void asksARateLimitedModelOnceMoreAfterAShortWait() {
        var routing = kit.routing();
        Route failed = choose(routing, Task.VERSE_LOOKUP, ALICE);
        long start = System.nanoTime();
        Route again = next(routing, failed, FakeModel.rateLimited(Duration.ofSeconds(1)));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(990), Duration.ofSeconds(5));
        assertThat(again.model()).isSameAs(kit.small);
        assertThat(next(routing, again, FakeModel.rateLimited(Duration.ofSeconds(1))).model())
                .isSameAs(kit.extractive);
    }

    @Test
    void doesNotWaitForARateLimitedModelThatAsksForLongerOrSaysNothing() {
        var routing = kit.routing();
        Route failed = choose(routing, Task.VERSE_LOOKUP, ALICE);
        assertThat(next(routing, failed, FakeModel.rateLimited(Duration.ofSeconds(3))).model())
                .isSameAs(kit.extractive);
        assertThat(next(routing, failed, FakeModel.rateLimited(null)).model())
                .isSameAs(kit.extractive);
    }

    @Test
    void comesToAnEndThatCostsNothingWhenTheTokensRunOutAfterTheFirstCall() {
        var routing = kit.routing("1", 1_900);
        Route failed = choose(routing, Task.SUMMARIZATION, ALICE);
        kit.limits.reserve(tokenKey(), "someone", 700, 10_000).block(LIMIT);
        assertThat(next(routing, failed, failure(Kind.CUT)).isExtractive()).isTrue();
    }

    private String model(Task task, Caller caller) {
        return choose(kit.routing(), task, caller).model().spec().id();
    }

    private static Route choose(Routing routing, Task task, Caller caller) {
        return TestRouting.choose(routing, admitted("Why?", task, caller), PROMPT)
                .blockOptional(LIMIT)
                .orElseThrow();
    }

    private static Route next(Routing routing, Route failed, ModelFailure failure) {
        return routing.next(failed, failure).blockOptional(LIMIT).orElseThrow();
    }

    private static ProblemType problem(Routing routing, Task task, Caller caller) {
        return TestRouting.choose(routing, admitted("Why?", task, caller), PROMPT)
                .<ProblemType>flatMap(_ -> Mono.empty())
                .onErrorResume(
                        ProblemException.class,
                        refusal -> Mono.justOrEmpty(ProblemType.of(refusal.problem().type())))
                .blockOptional(LIMIT)
                .orElseThrow();
    }

    private double fallbacks(String from, String to, String reason) {
        return kit.meters
                .counter("berea.model.fallbacks", "from", from, "to", to, "reason", reason)
                .count();
    }

    private DayUsage tokens() {
        return kit.limits.read(tokenKey()).blockOptional(LIMIT).orElseThrow();
    }

    private DayUsage money() {
        var today = TestReservations.CLOCK.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate();
        return kit.limits
                .read(new LimitKey(Unit.MICRODOLLARS, "all", today))
                .blockOptional(LIMIT)
                .orElseThrow();
    }

    private static LimitKey tokenKey() {
        var today = TestReservations.CLOCK.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate();
        return new LimitKey(Unit.TOKENS, "alice", today);
    }

    private static Caller caller(boolean paid, boolean soft) {
        return new Caller("alice", Tier.FREE, "other", Set.of(), paid, soft);
    }
}
