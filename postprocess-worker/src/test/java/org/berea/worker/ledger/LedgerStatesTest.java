package org.berea.worker.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.berea.contracts.event.CompletionAdmitted;
import org.berea.contracts.event.CompletionFinished;
import org.berea.contracts.event.CompletionFinished.Outcome;
import org.berea.worker.Events;
import org.berea.worker.RunningWorker;
import org.berea.worker.Servers;
import org.berea.worker.Suite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;

/** The ledger itself, without the deduplication before it. */
@ExtendWith(Suite.class)
class LedgerStatesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final String INSTANCE = "inference-of-the-states-test";

    /** What may reach a row, each twice. */
    private enum Step {
        ADMITTED,
        FINISHED,
        SWEPT
    }

    private final Servers servers;
    private final UsageLedger ledger;
    private final OpenRows open;

    LedgerStatesTest(Servers servers, RunningWorker worker) {
        this.servers = servers;
        this.ledger = worker.bean(UsageLedger.class);
        this.open = worker.bean(OpenRows.class);
    }

    @Test
    void everyOrderOfEverythingTwiceEndsInTheSameRow() {
        Set<Map<String, @Nullable Object>> rows = new HashSet<>();
        Set<List<Step>> orders = orders();
        for (List<Step> order : orders) {
            CompletionAdmitted admitted = admitted();
            CompletionFinished finished = Events.endOf(admitted, Outcome.CANCELLED);
            order.forEach(step -> take(step, admitted, finished));
            rows.add(row(admitted));
        }

        assertThat(orders).hasSize(90);
        assertThat(rows).hasSize(1);
        assertThat(rows.iterator().next())
                .containsEntry("state", "cancelled")
                .containsEntry("charged_tokens", 955L)
                .containsEntry("cost_micros", 1_234L)
                .containsEntry("ceiling_tokens", 12_000L)
                .containsEntry("instance", INSTANCE);
    }

    @Test
    void keepsTheFirstOfTwoEnds() {
        CompletionAdmitted admitted = admitted();

        ledger.enter(Events.endOf(admitted, Outcome.FINISHED));
        ledger.enter(Events.endOf(admitted, Outcome.FAILED));

        assertThat(row(admitted)).containsEntry("state", "finished");
    }

    @Test
    void chargesNothingForAnOpenRowAndTheAmountOfAnAbortedOne() {
        CompletionAdmitted admitted = admitted();

        ledger.enter(admitted);
        assertThat(row(admitted))
                .containsEntry("state", "open")
                .containsEntry("charged_tokens", 0L)
                .containsEntry("ceiling_micros", 9_000L);

        assertThat(abort(admitted)).isTrue();
        assertThat(abort(admitted)).isFalse();
        assertThat(row(admitted))
                .containsEntry("state", "aborted")
                .containsEntry("charged_tokens", 700L)
                .containsEntry("cost_micros", 50L);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void aLaterTruthReplacesAnAbortedRow(Outcome outcome) {
        CompletionAdmitted admitted = admitted();
        ledger.enter(admitted);
        abort(admitted);

        ledger.enter(Events.endOf(admitted, outcome));

        assertThat(row(admitted))
                .containsEntry("state", outcome.label())
                .containsEntry("charged_tokens", 955L)
                .containsEntry("cost_micros", 1_234L);
    }

    @Test
    void theDatabaseRefusesRowsThatMakeNoSense() {
        CompletionAdmitted admitted = admitted();
        ledger.enter(admitted);

        for (String change :
                List.of(
                        "charged_tokens = 1",
                        "instance = null",
                        "state = 'finished'",
                        "state = 'finished', finished_at = now(), charged_tokens = 3",
                        "ceiling_tokens = -1")) {
            assertThat(catchThrowable(() -> change(admitted, change)))
                    .as(change)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    private void take(Step step, CompletionAdmitted admitted, CompletionFinished finished) {
        switch (step) {
            case ADMITTED -> ledger.enter(admitted);
            case FINISHED -> ledger.enter(finished);
            case SWEPT -> abort(admitted);
        }
    }

    private boolean abort(CompletionAdmitted admitted) {
        return open.of(INSTANCE, Duration.ofSeconds(12), 1_000).stream()
                .filter(row -> row.completionId().equals(admitted.completionId().value()))
                .anyMatch(row -> open.abort(row, 700, 50));
    }

    private void change(CompletionAdmitted admitted, String change) {
        servers.jdbc()
                .sql("update usage_ledger set " + change + " where completion_id = ?")
                .param(admitted.completionId().value())
                .update();
    }

    private static CompletionAdmitted admitted() {
        return Events.admitted("states", NOON, INSTANCE);
    }

    private Map<String, @Nullable Object> row(CompletionAdmitted admitted) {
        var row =
                servers.jdbc()
                        .sql("select * from usage_ledger where completion_id = ?")
                        .param(admitted.completionId().value())
                        .query()
                        .singleRow();
        row.remove("completion_id");
        row.remove("recorded_at");
        return row;
    }

    private static Set<List<Step>> orders() {
        var orders = new HashSet<List<Step>>();
        var all = new ArrayList<Step>(List.of(Step.values()));
        all.addAll(List.of(Step.values()));
        permute(List.of(), all, orders);
        return orders;
    }

    private static void permute(List<Step> begun, List<Step> left, Set<List<Step>> orders) {
        if (left.isEmpty()) {
            orders.add(begun);
        }
        for (int i = 0; i < left.size(); i++) {
            var next = new ArrayList<>(begun);
            next.add(left.get(i));
            var rest = new ArrayList<>(left);
            rest.remove(i);
            permute(List.copyOf(next), rest, orders);
        }
    }
}
