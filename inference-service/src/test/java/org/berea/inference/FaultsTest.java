package org.berea.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.inference.running.Client.body;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.berea.contracts.CompletionId;
import org.berea.inference.running.Answer;
import org.berea.inference.running.Client;
import org.berea.inference.running.Event;
import org.berea.inference.running.OpenAnswer;
import org.berea.inference.running.Servers;
import org.berea.inference.running.Setup;
import org.berea.inference.running.Waiting;
import org.berea.simulator.journal.JournalEntry;
import org.berea.simulator.journal.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every way in which a model can fail, and what the client gets then. */
@ExtendWith(Servers.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultsTest {
    private Setup setup;
    private Client alice;

    @BeforeAll
    void start(Servers servers) {
        setup = Setup.start(servers, "berea.inference.models.list[2].limits.total=5s");
        alice = setup.client("fay");
    }

    @AfterAll
    void stop() {
        alice.close();
        setup.close();
    }

    @BeforeEach
    void reset() {
        setup.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fault=server-error",
                "fault=server-error status=401",
                "fault=rate-limited retryAfter=30",
                "fault=refused",
                "fault=stall after=3",
                "fault=cut after=3",
                "fault=reset after=3",
                "fault=unfinished after=3",
                "fault=broken-chunk after=3",
            })
    void goesToTheNextModelOfTheLadderWhenNothingWasReleased(String fault) {
        double before = stepsDown();
        Answer answer = ask("summarization", fault + " model=sim-medium");
        assertThat(models(fault)).containsExactly("sim-medium", "sim-small");
        assertThat(answer.isDone()).isTrue();
        assertThat(answer.cited()).contains("ROM.8.28");
        assertThat(answer.notices()).containsExactly("smaller-model");
        assertThat(stepsDown() - before).isOne();
        JsonNode event = setup.completions().now(answer.id()).getFirst();
        assertThat(event.get("model").asString()).isEqualTo("sim-small");
        assertThat(event.get("degraded").get(0).asString()).isEqualTo("smaller-model");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fault=stall after=60",
                "fault=cut after=60",
                "fault=reset after=60",
                "fault=unfinished after=60",
                "fault=broken-chunk after=60",
            })
    void endsInAnErrorAndNotInDoneWhenSomethingWasReleased(String fault) {
        Answer answer = ask("study-guide", fault);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isNotBlank();
        assertThat(answer.events()).noneMatch(Event::isDone);
        assertThat(answer.events().getLast().is("error")).isTrue();
        assertThat(answer.error()).isEqualTo("interrupted");
        JsonNode problem = answer.events().getLast().json();
        assertThat(problem.get("retryable").asBoolean()).isTrue();
        assertThat(problem.get("requestId").asString()).hasSize(32);
        assertThat(models(fault)).containsExactly("sim-large");
        JsonNode event = Client.tree(setup.completions().await(answer.id()).value());
        assertThat(event.get("outcome").asString()).isEqualTo("failed");
        assertThat(event.get("reason").asString()).isEqualTo("interrupted");
        assertThat(event.get("answer").asString()).isEqualTo(answer.text());
        assertThat(event.get("promptTokens").asLong()).isPositive();
        assertThat(event.get("completionTokens").asLong()).isPositive();
    }

    @Test
    void letsGoOfACallThatStallsOrTakesTooLong() {
        Answer stalled = ask("study-guide", "fault=stall after=60");
        assertThat(stalled.error()).isEqualTo("interrupted");
        Waiting.until(Duration.ofSeconds(2), () -> isCancelled("fault=stall after=60"));
        Answer slow = ask("deep-dive", "pace=15");
        assertThat(slow.error()).isEqualTo("interrupted");
        Waiting.until(Duration.ofSeconds(2), () -> isCancelled("pace=15"));
    }

    @Test
    void answersAProblemToWhoWantsJsonWhenTheModelBreaksOff() {
        var response =
                alice.json(
                        body(
                                "prompt",
                                "JSON [[simulate: fault=cut after=60]]",
                                "task",
                                "study-guide"));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Client.tree(response.body()).get("type").asString()).endsWith(":interrupted");
    }

    @Test
    void asksARateLimitedModelOnceMoreAfterAWaitOfUpToTwoSeconds() {
        setup.simulator()
                .next(
                        1,
                        org.berea.simulator.behaviour.Behaviour.of(
                                "fault=rate-limited retryAfter=1"));
        long start = System.nanoTime();
        Answer answer = alice.ask(body("prompt", "Limited?", "task", "verse-lookup"));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(990));
        assertThat(answer.isDone()).isTrue();
        assertThat(answer.notices()).isEmpty();
        assertThat(setup.calls("Limited?"))
                .extracting(JournalEntry::model)
                .containsExactly("sim-small", "sim-small");
    }

    @Test
    void fallsToTheExtractiveModelWhenNoOtherIsLeft() {
        Answer answer = ask("verse-lookup", "fault=server-error always");
        assertThat(answer.isDone()).isTrue();
        assertThat(answer.text()).startsWith("The text says: “");
        assertThat(answer.notices()).containsExactly("extractive");
        JsonNode usage = answer.all("usage").getFirst().json();
        assertThat(usage.get("promptTokens").asLong())
                .isEqualTo(
                        setup.completions()
                                .now(answer.id())
                                .getFirst()
                                .get("promptTokens")
                                .asLong());
    }

    @Test
    void refusesADeepDiveRatherThanStepDown() {
        Answer answer = ask("deep-dive", "fault=server-error");
        assertThat(answer.error()).isEqualTo("interrupted");
        assertThat(answer.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fault=invented-citation",
                "fault=invented-citation citation=\"Romans 8:39\"",
                "fault=invented-citation citation=\"Hezekiah 3:16\"",
                "fault=altered-quotation",
            })
    void neverLetsAFalsehoodReachTheClient(String fault) {
        double before = alice.metric("berea_validation_failures_total", Map.of());
        Answer answer = ask("verse-lookup", fault + " sentence=3");
        String written = setup.calls(fault).getFirst().producedText();
        assertThat(answer.isDone()).isTrue();
        assertThat(answer.notices()).containsExactly("shortened");
        assertThat(written).containsAnyOf("8:99", "13:99", "Romans 8:39", "Hezekiah", "mountains");
        assertThat(answer.text())
                .isNotBlank()
                .doesNotContain("8:99", "13:99", "Romans 8:39", "Hezekiah", "mountains");
        assertThat(alice.metric("berea_validation_failures_total", Map.of()) - before).isOne();
    }

    @Test
    void endsInAnErrorWhenNothingThatTheModelWroteIsTrue() {
        Answer answer = ask("verse-lookup", "text=\"It is in Romans 8:99.\"");
        assertThat(answer.text()).isEmpty();
        assertThat(answer.error()).isEqualTo("unverifiable");
    }

    @Test
    void stopsAnEndlessModelNearItsLimitAndNeverCallsItsAnswerWhole() {
        Answer answer = ask("verse-lookup", "fault=endless pace=5000");
        assertThat(answer.text()).isNotBlank();
        assertThat(answer.error()).isEqualTo("interrupted");
        assertThat(answer.isDone()).isFalse();
        JournalEntry call = setup.calls("fault=endless").getFirst();
        Waiting.until(Duration.ofSeconds(2), () -> isCancelled("fault=endless"));
        assertThat(call.maxTokens()).isEqualTo(600);
        assertThat(call.producedTokens()).isLessThan(1_500);
    }

    @Test
    void booksWhatAProviderReportsBeyondTheGrant() {
        double before = alice.metric("berea_grant_overruns_total", Map.of("unit", "tokens"));
        Answer answer = ask("verse-lookup", "completionTokens=5000 reasoningTokens=3000");
        assertThat(answer.isDone()).isTrue();
        assertThat(answer.all("usage").getFirst().json().get("completionTokens").asLong())
                .isEqualTo(8_000);
        assertThat(alice.metric("berea_grant_overruns_total", Map.of("unit", "tokens")) - before)
                .isOne();
    }

    @Test
    void countsItselfWhenTheProviderReportsNoUsage() {
        Answer answer = ask("verse-lookup", "reportUsage=false");
        JsonNode usage = answer.all("usage").getFirst().json();
        assertThat(usage.get("promptTokens").asLong()).isBetween(100L, 500L);
        assertThat(usage.get("completionTokens").asLong()).isBetween(20L, 300L);
    }

    @Test
    void breaksOffWhenTheHeldTextCannotBeScreened() {
        try (OpenAnswer open =
                alice.open(CompletionId.next(), body("prompt", "Screen [[simulate: pace=20]]"))) {
            open.await(Event::isToken);
            setup.neighbours()
                    .set("/ai/moderations", org.berea.inference.running.Neighbours.Mode.HANG);
            Answer answer = open.whole();
            assertThat(answer.error()).isEqualTo("interrupted");
            assertThat(answer.events()).noneMatch(Event::isDone);
        }
        Waiting.until(Duration.ofSeconds(1), () -> isCancelled("Screen"));
    }

    private Answer ask(String task, String directive) {
        return alice.ask(
                body(
                        "prompt",
                        "What does Romans 8:28 mean? [[simulate: " + directive + "]]",
                        "task",
                        task));
    }

    private boolean isCancelled(String words) {
        return setup.calls(words).getFirst().outcome() == Outcome.CANCELLED;
    }

    private List<String> models(String words) {
        return setup.calls(words).stream().map(JournalEntry::model).toList();
    }

    private double stepsDown() {
        return alice.metric("berea_model_fallbacks_total", Map.of("from", "medium", "to", "small"));
    }
}
