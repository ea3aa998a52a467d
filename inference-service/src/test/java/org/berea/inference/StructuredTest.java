package org.berea.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.inference.running.Client.body;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.Tier;
import org.berea.inference.running.Answer;
import org.berea.inference.running.Client;
import org.berea.inference.running.Event;
import org.berea.inference.running.Servers;
import org.berea.inference.running.Setup;
import org.berea.simulator.journal.JournalEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Answers that fit a schema. */
@ExtendWith(Servers.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StructuredTest {
    private static final Map<String, Object> SCHEMA =
            Map.of(
                    "type",
                    "object",
                    "properties",
                    Map.of(
                            "summary", Map.of("type", "string"),
                            "points",
                                    Map.of(
                                            "type",
                                            "array",
                                            "items",
                                            Map.of("type", "string"),
                                            "minItems",
                                            1)),
                    "required",
                    List.of("summary", "points"),
                    "additionalProperties",
                    false);

    private Setup setup;
    private Client alice;

    @BeforeAll
    void start(Servers servers) {
        setup = Setup.start(servers, "spring.data.redis.url=" + servers.redisUrl(5));
        alice = setup.client("stella");
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

    @Test
    void answersOneBodyWithTheValueInIt() {
        var response = alice.json(asked("Whole"));
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode whole = Client.tree(response.body());
        assertThat(whole.has("answer")).isFalse();
        assertThat(whole.get("structured").get("summary").asString()).contains("(Romans 8:2");
        assertThat(whole.get("structured").get("points")).isNotEmpty();
        assertThat(whole.get("citations")).isNotEmpty();
        assertThat(whole.get("notices")).isEmpty();
    }

    @Test
    void streamsTheValueOnceItIsChecked() {
        Answer answer = alice.ask(asked("Stream [[simulate: pace=200]]"));
        assertThat(answer.isDone()).isTrue();
        assertThat(Client.tree(answer.text()).get("points")).isNotEmpty();
        List<Event> events = answer.events();
        int firstToken =
                events.indexOf(events.stream().filter(Event::isToken).findFirst().orElseThrow());
        assertThat(answer.all("citation"))
                .isNotEmpty()
                .allMatch(cited -> events.indexOf(cited) < firstToken);
        assertThat(setup.completions().now(answer.id()).getFirst().get("answer").asString())
                .isEqualTo(answer.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fault=broken-json",
                "fault=unfit-json",
                "fault=invented-citation sentence=1",
                "fault=altered-quotation sentence=1"
            })
    void asksTheModelAgainAndTellsItWhatIsWrong(String fault) {
        Answer answer = alice.ask(asked("Again [[simulate: " + fault + "]]"));
        assertThat(answer.isDone()).isTrue();
        assertThat(Client.tree(answer.text()).get("points")).isNotEmpty();
        assertThat(answer.text()).doesNotContain("8:99", "13:99", "mountains");
        List<JournalEntry> calls = setup.simulator().journal();
        assertThat(calls)
                .extracting(JournalEntry::model)
                .containsExactly("sim-medium", "sim-medium");
        assertThat(calls.getLast().messages().getLast().content())
                .startsWith("That answer did not fit:\n- ");
        assertThat(calls.getLast().messages().get(2).content())
                .isEqualTo(calls.getFirst().producedText());
        long prompts =
                calls.stream()
                        .mapToLong(
                                call ->
                                        java.util.Objects.requireNonNull(call.usage())
                                                .promptTokens())
                        .sum();
        assertThat(answer.all("usage").getFirst().json().get("promptTokens").asLong())
                .isEqualTo(prompts);
        assertThat(alice.metric("berea_budget_reserved_microdollars", Map.of())).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fault=broken-json",
                "fault=unfit-json",
                "fault=invented-citation sentence=1"
            })
    void endsInAProblemWhenNoModelFits(String fault) {
        var response = alice.json(asked("Never [[simulate: " + fault + " always]]"));
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(Client.tree(response.body()).get("type").asString()).endsWith(":schema-unmet");
        assertThat(setup.simulator().journal())
                .extracting(JournalEntry::model)
                .containsExactly("sim-medium", "sim-medium", "sim-medium", "sim-small");
        assertThat(alice.metric("berea_budget_reserved_microdollars", Map.of())).isZero();
        assertThat(alice.metric("berea_model_fallbacks_total", Map.of("reason", "unfit")))
                .isPositive();
    }

    @Test
    void releasesNothingOfWhatDoesNotFit() {
        Answer answer = alice.ask(asked("Never, streamed [[simulate: fault=unfit-json always]]"));
        assertThat(answer.text()).isEmpty();
        assertThat(answer.error()).isEqualTo("schema-unmet");
    }

    @Test
    void goesToTheNextModelWhenOneFails() {
        Answer answer = alice.ask(asked("Next [[simulate: fault=cut after=60 model=sim-medium]]"));
        assertThat(answer.isDone()).isTrue();
        assertThat(answer.notices()).containsExactly("smaller-model");
        assertThat(Client.tree(answer.text()).get("points")).isNotEmpty();
    }

    @Test
    void toleratesCodeFences() {
        String fenced =
                "[[simulate: text=\"```json\n{\\\"summary\\\":\\\"Love.\\\",\\\"points\\\":[\\\"a\\\"]}\n```\"]]";
        Answer answer = alice.ask(asked("Fenced " + fenced));
        assertThat(answer.text()).isEqualTo("{\"summary\":\"Love.\",\"points\":[\"a\"]}");
    }

    @Test
    void hasNoModelWhenOnlyTheExtractiveOneIsLeft() {
        try (var una =
                setup.client(new Caller("una", Tier.FREE, "other", Set.of(), false, false))) {
            Answer refusal = una.ask(asked("Nobody"));
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.problem().get("type").asString()).endsWith(":no-model");
        }
    }

    @Test
    void doesNotReplayAnAnswerOfAnotherForm() {
        alice.ask(body("prompt", "Form?", "task", "summarization"));
        Answer answer = alice.ask(asked("Form?"));
        assertThat(answer.all("usage").getFirst().json().get("cache").asString()).isEqualTo("miss");
        Answer again = alice.ask(asked("Form?"));
        assertThat(again.all("usage").getFirst().json().get("cache").asString()).isEqualTo("exact");
        assertThat(again.text()).isEqualTo(answer.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"nope\"}",
                "{\"$ref\":\"http://127.0.0.1/x\"}",
                "{\"allOf\":[{\"$ref\":\"#\"}]}"
            })
    void refusesASchemaThatCannotBeUsed(String schema) {
        var refusal = alice.json("{\"prompt\":\"Why?\",\"responseSchema\":" + schema + "}");
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(Client.tree(refusal.body()).get("field").asString()).isEqualTo("responseSchema");
        assertThat(setup.neighbours().seen("/ai/moderations")).isEmpty();
    }

    private static String asked(String prompt) {
        return body("prompt", prompt, "task", "summarization", "responseSchema", SCHEMA);
    }
}
