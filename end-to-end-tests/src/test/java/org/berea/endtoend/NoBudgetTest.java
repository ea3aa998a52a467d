package org.berea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day without money, and a suite that is killed whole. */
class NoBudgetTest {
    @Test
    void paidModelsAreNotCalledAndNothingIsLostWithTheSupervisor(@TempDir Path data) {
        String answered;
        try (var suite =
                Suite.start(data, Map.of("BEREA_BUDGET_DAILY_USD", "0"), "--models", "simulator")) {
            var alice = new Client(suite.address(), suite.token());
            Answer answer = alice.ask("What does Romans 8:28 mean in context?");

            assertThat(answer.degraded()).contains("extractive");
            assertThat(answer.notices()).contains("extractive");
            assertThat(answer.isDone()).isTrue();
            answered = answer.id();
            assertThat(
                            new Client(suite.addressOf("provider-simulator"), "none")
                                    .json("/journal")
                                    .size())
                    .isZero();
            Await.until(
                    "it is recorded",
                    Duration.ofSeconds(10),
                    () -> history(alice).contains(answer.id()));
            suite.supervisor().destroyForcibly();
            Await.until(
                    "the supervisor is gone",
                    Duration.ofSeconds(10),
                    () -> !suite.supervisor().isAlive());
        }
        try (var next = Suite.start(data, Map.of())) {
            var alice = new Client(next.address(), next.token());
            assertThat(history(alice)).contains(answered);
            assertThat(alice.ask("What does Psalm 23:1 say?").isDone()).isTrue();
        }
    }

    private static String history(Client client) {
        return client.get("/ai/history").body();
    }
}
