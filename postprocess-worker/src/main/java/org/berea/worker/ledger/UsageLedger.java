package org.berea.worker.ledger;

import org.berea.contracts.event.CompletionAdmitted;
import org.berea.contracts.event.CompletionEvent;
import org.berea.contracts.event.CompletionFinished;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the ledger: one row for each question, whatever is known first. Events come late, twice
 * and in any order, so the one statement that writes them compares where they stand: a state only
 * ever moves on, and what only {@code completion.admitted} knows is kept whenever it comes.
 */
@Component
final class UsageLedger {
    private static final String UPSERT =
            """
            insert into usage_ledger as known
                (completion_id, state, day, subject, tier, cohort, task, model, cache, prompt_tokens,
                 completion_tokens, cost_micros, charged_tokens, started_at, finished_at, instance,
                 ceiling_tokens, ceiling_micros)
            values (:completionId, :state, :day, :subject, :tier, :cohort, :task, :model, :cache,
                :promptTokens, :completionTokens, :costMicros, :promptTokens + :completionTokens,
                :startedAt, :finishedAt, :instance, :ceilingTokens, :ceilingMicros)
            on conflict (completion_id) do update set
                (state, day, subject, tier, cohort, task, model, cache, prompt_tokens,
                 completion_tokens, cost_micros, charged_tokens, started_at, finished_at) = (
                    select state, day, subject, tier, cohort, task, model, cache, prompt_tokens,
                        completion_tokens, cost_micros, charged_tokens, started_at, finished_at
                    from (select known.*, 1 as age union all select excluded.*, 2) as row
                    order by ledger_rank(state) desc, age
                    limit 1),
                instance = coalesce(known.instance, excluded.instance),
                ceiling_tokens = coalesce(known.ceiling_tokens, excluded.ceiling_tokens),
                ceiling_micros = coalesce(known.ceiling_micros, excluded.ceiling_micros)
            """;

    private final JdbcClient jdbc;

    UsageLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void enter(CompletionEvent event) {
        LedgerRow row =
                switch (event) {
                    case CompletionAdmitted admitted -> LedgerRow.of(admitted);
                    case CompletionFinished finished -> LedgerRow.of(finished);
                };
        jdbc.sql(UPSERT).paramSource(row).update();
    }
}
