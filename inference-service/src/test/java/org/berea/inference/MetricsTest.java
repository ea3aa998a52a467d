package org.berea.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.inference.running.Client.body;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.berea.inference.running.Answer;
import org.berea.inference.running.Client;
import org.berea.inference.running.Neighbours;
import org.berea.inference.running.Neighbours.Mode;
import org.berea.inference.running.Servers;
import org.berea.inference.running.Setup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every metric that an answer moves, moved. */
@ExtendWith(Servers.Shared.class)
final class MetricsTest {
    private final Servers servers;

    MetricsTest(Servers servers) {
        this.servers = servers;
        servers.simulator().reset();
    }

    @Test
    void moveWithTheAnswers() {
        try (var setup = Setup.start(servers, "spring.data.redis.url=" + servers.redisUrl(4));
                var alice = setup.client("mia")) {
            Map<String, String> lookup = Map.of("task", "verse-lookup");
            Answer answer = alice.ask(body("prompt", "Count this"));
            var usage = answer.all("usage").getFirst().json();
            assertThat(sum(alice, "gen_ai_client_token_usage_sum", "gen_ai_token_type", "input"))
                    .isEqualTo(usage.get("promptTokens").asDouble());
            assertThat(sum(alice, "gen_ai_client_token_usage_sum", "gen_ai_token_type", "output"))
                    .isEqualTo(usage.get("completionTokens").asDouble());
            assertThat(alice.metric("gen_ai_client_token_usage_count", Map.of("tier", "pro")))
                    .isEqualTo(2);
            assertThat(
                            alice.metric(
                                    "berea_cost_microdollars_total",
                                    Map.of("model", "sim-small", "tier", "pro", "cohort", "other")))
                    .isPositive()
                    .isEqualTo(alice.metric("berea_budget_used_microdollars", Map.of()));
            assertThat(alice.metric("gen_ai_server_time_to_first_token_seconds_count", lookup))
                    .isOne();
            assertThat(alice.metric("gen_ai_server_time_per_output_token_seconds_count", lookup))
                    .isOne();
            assertThat(alice.metric("berea_first_words_seconds_count", lookup)).isOne();
            assertThat(alice.metric("berea_hold_time_seconds_count", Map.of())).isPositive();
            assertThat(sum(alice, "berea_groundings_total", "outcome", "found")).isOne();
            assertThat(alice.metric("berea_grants_open", Map.of())).isZero();
            assertThat(alice.metric("berea_budget_reset_timestamp_seconds", Map.of()))
                    .isGreaterThan(Instant.now().getEpochSecond());
            assertThat(sum(alice, "berea_cache_lookups_total", "kind", "miss")).isOne();
            alice.ask(body("prompt", "Count this"));
            assertThat(sum(alice, "berea_cache_lookups_total", "kind", "exact")).isOne();
            assertThat(alice.metric("berea_answers_total", Map.of("outcome", "finished")))
                    .isEqualTo(2);
            assertThat(sum(alice, "berea_stage_latency_seconds_count", "stage", "admission"))
                    .isEqualTo(2);
            assertThat(sum(alice, "berea_stage_latency_seconds_count", "stage", "grounding"))
                    .isOne();
            assertThat(sum(alice, "berea_stage_latency_seconds_count", "stage", "routing")).isOne();
            assertThat(sum(alice, "berea_stage_latency_seconds_count", "stage", "safeguards"))
                    .isOne();
            assertThat(sum(alice, "berea_stage_latency_seconds_count", "stage", "usage"))
                    .isEqualTo(2);
            assertThat(sum(alice, "berea_events_published_total", "outcome", "acknowledged"))
                    .isEqualTo(4);
            assertThat(sum(alice, "berea_validation_checks_total", "check", "sentence"))
                    .isPositive();

            alice.ask(body("prompt", "False [[simulate: fault=invented-citation]]"));
            assertThat(sum(alice, "berea_validation_failures_total", "check", "reference-exists"))
                    .isOne();
            assertThat(alice.metric("berea_sentences_dropped_total", Map.of())).isOne();

            alice.ask(body("prompt", "Fails [[simulate: fault=server-error]]"));
            assertThat(sum(alice, "berea_model_fallbacks_total", "reason", "server-error")).isOne();
            assertThat(sum(alice, "berea_answers_degraded_total", "reason", "extractive")).isOne();

            alice.ask(body("prompt", "Breaks [[simulate: fault=cut after=60 always]]"));
            assertThat(sum(alice, "berea_answers_total", "outcome", "failed")).isOne();
            assertThat(sum(alice, "berea_problems_total", "type", "interrupted")).isOne();

            alice.ask(body("prompt", Neighbours.UNSAFE));
            assertThat(sum(alice, "berea_answers_total", "outcome", "rejected")).isOne();
            assertThat(sum(alice, "berea_problems_total", "type", "moderation-rejected")).isOne();

            setup.neighbours().set("/ai/embeddings", Mode.FAIL);
            alice.ask(body("prompt", "No vector"));
            assertThat(sum(alice, "berea_answers_degraded_total", "reason", "no-embedding"))
                    .isOne();

            setup.neighbours().set("/ai/moderations", Mode.FAIL);
            alice.ask(body("prompt", "Nobody can judge this"));
            assertThat(alice.metric("berea_questions_unadmitted_total", Map.of())).isOne();
        }
    }

    @Test
    void areThereAtZeroBeforeTheFirstQuestion() {
        try (var setup = Setup.start(servers, "spring.data.redis.url=" + servers.redisUrl(4));
                var alice = setup.client("zoe")) {
            for (String series :
                    List.of(
                            "berea_answers_total{outcome=\"failed\"",
                            "berea_answers_cancelled_total{by=\"stop\"",
                            "berea_answers_degraded_total{reason=\"no-search\"",
                            "berea_model_fallbacks_total{from=\"large\"",
                            "berea_repairs_total{check=\"schema\"",
                            "berea_grant_overruns_total{",
                            "berea_cost_microdollars_total{cohort=\"other\"",
                            "gen_ai_client_token_usage_count{",
                            "berea_events_published_total{outcome=\"failed\"",
                            "berea_first_words_seconds_count{")) {
                assertThat(alice.management("/actuator/prometheus").body()).contains(series);
            }
        }
    }

    private static double sum(Client client, String metric, String label, String value) {
        return client.metric(metric, Map.of(label, value));
    }
}
