package org.berea.worker.costs;

import java.util.Objects;
import org.berea.contracts.event.CompletionFinished;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of daily costs. What died half-way is not in it; the ledger tells of that. */
@Component
final class DailyCosts {
    private static final String NO_MODEL = "none";

    private final JdbcClient jdbc;

    DailyCosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CompletionFinished finished) {
        jdbc.sql(
                        """
                        insert into daily_cost as sum
                            (day, cohort, tier, task, model,
                             completions, prompt_tokens, completion_tokens, cost_micros)
                        values (?, ?, ?, ?, ?, 1, ?, ?, ?)
                        on conflict (day, cohort, tier, task, model) do update set
                            completions = sum.completions + 1,
                            prompt_tokens = sum.prompt_tokens + excluded.prompt_tokens,
                            completion_tokens = sum.completion_tokens + excluded.completion_tokens,
                            cost_micros = sum.cost_micros + excluded.cost_micros
                        """)
                .params(
                        finished.day(),
                        finished.cohort(),
                        finished.tier().label(),
                        finished.task().label(),
                        Objects.requireNonNullElse(finished.model(), NO_MODEL),
                        finished.promptTokens(),
                        finished.completionTokens(),
                        finished.costMicros())
                .update();
    }
}
