package org.berea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A setting that makes no sense: the start says which, instead of trying for minutes. */
@Timeout(180)
class BadSettingTest {
    @BeforeAll
    static void prepare() {
        Suite.prepare();
    }

    @Test
    void endsTheStartAndIsNamed(@TempDir Path data) {
        Instant begun = Instant.now();

        assertThatThrownBy(() -> Suite.start(data, Map.of("BEREA_BUDGET_DAILY_USD", "abc")))
                .hasMessageContaining("Error: inference-service cannot start; its log is ")
                .hasMessageContaining("BEREA_BUDGET_DAILY_USD")
                .hasMessageContaining("failed to convert");

        // A start that only waits gives up after three minutes.
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(150));
    }
}
