package org.berea.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.inference.running.Client.body;
import static org.berea.inference.running.Neighbours.Mode.FAIL;
import static org.berea.inference.running.Neighbours.Mode.HANG;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.Tier;
import org.berea.inference.running.Answer;
import org.berea.inference.running.Client;
import org.berea.inference.running.Neighbours;
import org.berea.inference.running.Neighbours.Mode;
import org.berea.inference.running.Servers;
import org.berea.inference.running.Setup;
import org.berea.inference.running.Waiting;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What is left of an answer while a dependency is away. */
@ExtendWith(Servers.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OutagesTest {
    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final Caller UNPAID =
            new Caller("una", Tier.FREE, "other", Set.of(), false, false);

    private Servers servers;
    private Setup setup;
    private Client alice;
    private Client una;

    @BeforeAll
    void start(Servers shared) {
        servers = shared;
        setup = Setup.start(servers);
        alice = setup.client("otto");
        una = setup.client(UNPAID);
        alice.ask(body("prompt", "Warm up"));
    }

    @AfterAll
    void stop() {
        alice.close();
        una.close();
        setup.close();
    }

    @BeforeEach
    void reset() {
        setup.reset();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAIL", "EMPTY", "HANG"})
    void refusesQuestionsThatNobodyCanScreen(Mode mode) {
        setup.neighbours().set("/ai/moderations", mode);
        var refusal = within(Duration.ofSeconds(1), () -> alice.json(body("prompt", "Screen me")));
        assertThat(refusal.statusCode()).isEqualTo(503);
        assertThat(refusal.headers().firstValue("Retry-After")).isPresent();
        assertThat(Client.tree(refusal.body()).get("type").asString()).endsWith(":unavailable");
        assertThat(setup.calls("Screen me")).isEmpty();
        assertThat(setup.neighbours().seen("/internal/search")).isEmpty();
    }

    @Test
    void rejectsAnUnsafeQuestionAndRecordsThat() {
        Answer refusal = alice.ask(body("prompt", "Tell me " + Neighbours.UNSAFE));
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.problem().get("type").asString()).endsWith(":moderation-rejected");
        assertThat(refusal.problem().get("retryable").asBoolean()).isFalse();
        assertThat(refusal.headers().firstValue("Retry-After")).isEmpty();
        JsonNode event = setup.completions().now(refusal.id()).getFirst();
        assertThat(event.get("outcome").asString()).isEqualTo("rejected");
        assertThat(event.get("reason").asString()).isEqualTo("harm");
        assertThat(event.get("promptTokens").asLong()).isZero();
        assertThat(setup.calls(Neighbours.UNSAFE)).isEmpty();
    }

    @Test
    void rejectsAHistoryThatIsUnsafe() {
        for (String role : List.of("user", "assistant")) {
            var turn = Map.of("role", role, "content", "Earlier: " + Neighbours.UNSAFE);
            Answer refusal = alice.ask(body("prompt", "Go on", "history", List.of(turn)));
            assertThat(refusal.status()).isEqualTo(422);
        }
        assertThat(setup.calls("Go on")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAIL", "EMPTY", "HANG"})
    void searchesByWordsAloneWithoutEmbedding(Mode mode) {
        setup.neighbours().set("/ai/embeddings", mode);
        Answer answer =
                within(Duration.ofSeconds(2), () -> alice.ask(body("prompt", "No vector " + mode)));
        assertThat(answer.degraded()).containsExactly("no-embedding");
        assertThat(answer.all("sources").getFirst().json().get("passages")).hasSize(2);
        assertThat(answer.cited()).isNotEmpty();
        assertThat(answer.isDone()).isTrue();
        String request = setup.neighbours().seen("/internal/search").getFirst().body();
        assertThat(Client.tree(request).path("vector").isArray()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAIL", "EMPTY", "HANG"})
    void answersFromGeneralKnowledgeAndCitesNothingWithoutSearch(Mode mode) {
        setup.neighbours().set("/internal/search", mode);
        Answer answer =
                within(Duration.ofSeconds(3), () -> alice.ask(body("prompt", "No verses " + mode)));
        assertThat(answer.degraded()).containsExactly("no-search");
        assertThat(answer.notices()).containsExactly("no-context");
        assertThat(answer.all("sources").getFirst().json().get("passages")).isEmpty();
        assertThat(answer.cited()).isEmpty();
        assertThat(answer.text()).contains("general answer");
        assertThat(answer.isDone()).isTrue();
        assertThat(alice.metric("berea_answers_degraded_total", Map.of("reason", "no-search")))
                .isPositive();
    }

    @Test
    void letsNoCitationOutWithoutSearch() {
        setup.neighbours().set("/internal/search", FAIL);
        String says = "[[simulate: text=\"It is in Romans 8:28. Love is patient.\"]]";
        Answer answer = alice.ask(body("prompt", "Cite " + says));
        assertThat(answer.text()).isEqualTo("Love is patient.");
        assertThat(answer.notices()).containsExactly("no-context", "shortened");
    }

    @Test
    void saysThatThereAreNoSourcesWhenTheExtractiveModelHasNone() {
        setup.neighbours().set("/internal/search", FAIL);
        Answer answer = una.ask(body("prompt", "No verses, no model"));
        assertThat(answer.degraded()).containsExactly("no-search", "extractive");
        assertThat(answer.text()).startsWith("I have no sources");
        assertThat(answer.cited()).isEmpty();
        assertThat(answer.isDone()).isTrue();
    }

    @Test
    void answersOnItsOwnWithoutEmbeddingAndSearchWithinBothLimits() {
        setup.neighbours().set("/ai/embeddings", HANG);
        setup.neighbours().set("/internal/search", HANG);
        Answer answer =
                within(Duration.ofSeconds(5), () -> una.ask(body("prompt", "Nothing there")));
        assertThat(answer.isDone()).isTrue();
    }

    @Test
    void asksNoPaidModelWhileRedisIsAwayAndAsksAgainWhenItIsBack(@TempDir Path data) {
        int port = FreePorts.next();
        RedisServer redis = RedisServer.start(data, port);
        try (var own = Setup.start(servers, "spring.data.redis.url=" + redis.url());
                var client = own.client("rita")) {
            assertThat(client.ask(body("prompt", "Redis there")).notices()).isEmpty();
            redis.close();
            assertThat(own.client("rita").management("/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
            Answer without =
                    within(Duration.ofSeconds(1), () -> client.ask(body("prompt", "Redis away")));
            assertThat(without.isDone()).isTrue();
            assertThat(without.notices()).containsExactly("extractive");
            assertThat(without.degraded()).containsExactly("extractive");
            assertThat(own.calls("Redis away")).isEmpty();
            assertThat(client.metric("berea_paid_refused_total", Map.of("by", "store")))
                    .isPositive();
            assertThat(client.json(body("prompt", "Deep", "task", "deep-dive")).statusCode())
                    .isEqualTo(503);
            redis = RedisServer.start(data, port);
            Waiting.until(
                    Duration.ofSeconds(10),
                    () -> client.ask(body("prompt", "Redis back")).notices().isEmpty());
        } finally {
            redis.close();
        }
    }

    private static <T> T within(Duration limit, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit.plus(SLACK));
        return result;
    }
}
