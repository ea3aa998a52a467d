package org.berea.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.inference.running.Client.body;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.berea.contracts.event.Topics;
import org.berea.inference.running.Answer;
import org.berea.inference.running.Client;
import org.berea.inference.running.Servers;
import org.berea.inference.running.Setup;
import org.berea.inference.running.Topic;
import org.berea.inference.running.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Limits of money and tokens, each test with an instance and counters of its own. */
@ExtendWith(Servers.Shared.class)
final class LimitsTest {
    private final Servers servers;

    LimitsTest(Servers servers) {
        this.servers = servers;
        servers.simulator().reset();
    }

    @Test
    void asksNoPaidModelWithoutAnyBudget() {
        try (var setup = start(1, "berea.inference.budget.daily-usd=0");
                var alice = setup.client("alice")) {
            for (String task : List.of("verse-lookup", "summarization", "study-guide")) {
                Answer answer = alice.ask(body("prompt", "What is Romans 8:28?", "task", task));
                assertThat(answer.isDone()).isTrue();
                assertThat(answer.notices()).containsExactly("extractive");
                assertThat(answer.degraded()).containsExactly("extractive");
                assertThat(answer.text()).contains("(Romans 8:28)");
            }
            Answer refusal = alice.ask(body("prompt", "What is it?", "task", "deep-dive"));
            assertThat(refusal.status()).isEqualTo(429);
            assertThat(refusal.problem().get("type").asString()).endsWith(":budget-exhausted");
            assertThat(servers.simulator().journal()).isEmpty();
            assertThat(alice.metric("berea_paid_refused_total", Map.of("by", "money")))
                    .isPositive();
            assertThat(alice.metric("berea_budget_limit_microdollars", Map.of())).isZero();
        }
    }

    @Test
    void alertsOnceWhenMostOfTheBudgetIsGoneAndThenGoesOnWithoutPaidModels() {
        try (var setup = start(2, "berea.inference.budget.daily-usd=0.0005");
                var other = start(2, "berea.inference.budget.daily-usd=0.0005");
                var alice = setup.client("alice");
                var elsewhere = other.client("alice");
                var alerts = new Topic(servers, Topics.ALERTS)) {
            List<Answer> answers =
                    IntStream.range(0, 12)
                            .mapToObj(
                                    i ->
                                            (i % 2 == 0 ? alice : elsewhere)
                                                    .ask(body("prompt", "Question " + i)))
                            .toList();
            assertThat(answers).allMatch(Answer::isDone);
            assertThat(answers.getFirst().notices()).isEmpty();
            assertThat(answers.getLast().notices()).containsExactly("extractive");
            JsonNode alert = Client.tree(alerts.await(_ -> true).value());
            assertThat(alert.get("type").asString()).isEqualTo("budget.alert.v1");
            assertThat(alert.get("sharePercent").asInt()).isEqualTo(80);
            assertThat(alert.get("limitMicros").asLong()).isEqualTo(500);
            assertThat(alert.get("committedMicros").asLong()).isBetween(400L, 500L);
            pauseForTheWatch();
            assertThat(alerts.now()).hasSize(1);
            assertThat(
                            alice.metric("berea_budget_alerts_total", Map.of("share", "80"))
                                    + elsewhere.metric("berea_budget_alerts_total", Map.of()))
                    .isOne();
            assertThat(alice.metric("berea_budget_used_microdollars", Map.of()))
                    .isBetween(100.0, 500.0);
        }
    }

    @Test
    void clampsTheLastAnswerToTheTokensLeftAndTurnsTheNextQuestionAway() {
        try (var setup = start(3, "berea.inference.budget.daily-tokens.pro=1100");
                var alice = setup.client("alice");
                var bob = setup.client("bob")) {
            assertThat(alice.ask(body("prompt", "First")).isDone()).isTrue();
            Waiting.until(
                    Duration.ofSeconds(30),
                    () -> alice.ask(body("prompt", "Next " + System.nanoTime())).status() == 429);
            List<Integer> limits =
                    servers.simulator().journal().stream().map(call -> call.maxTokens()).toList();
            assertThat(limits.getFirst()).isEqualTo(600);
            assertThat(limits.getLast()).isBetween(64, 500);
            Answer refusal = alice.ask(body("prompt", "One more"));
            assertThat(refusal.problem().get("type").asString()).endsWith(":quota-exhausted");
            LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
            assertThat(Instant.parse(refusal.problem().get("resetAt").asString()))
                    .isEqualTo(tomorrow.atStartOfDay(ZoneOffset.UTC).toInstant());
            assertThat(refusal.headers().firstValue("Retry-After")).isPresent();
            assertThat(setup.completions().now(refusal.id()).getFirst().get("reason").asString())
                    .isEqualTo("quota-exhausted");
            assertThat(bob.ask(body("prompt", "My own")).isDone()).isTrue();
        }
    }

    private Setup start(int database, String setting) {
        return Setup.start(servers, setting, "spring.data.redis.url=" + servers.redisUrl(database));
    }

    /** The budget is looked at every five seconds, also when nobody asks. */
    private static void pauseForTheWatch() {
        long end = System.nanoTime() + Duration.ofSeconds(6).toNanos();
        while (System.nanoTime() < end) {
            Waiting.aMoment();
        }
    }
}
