package org.berea.localstack.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {
    @TempDir Path folder;

    @Test
    void areTheExplanationThatSpringGives() throws IOException {
        Path log =
                log(
                        """
                        Description:

                        Something else, before.

                        10:00 ERROR LoggingFailureAnalysisReporter:
                            ***************************
                            APPLICATION FAILED TO START
                            ***************************

                            Description:

                            Failed to bind properties under 'berea.daily-usd' to BigDecimal:

                                Reason: not a number

                            Action:

                            Update your application's configuration
                        """);

        assertThat(LastWords.of(log))
                .containsExactly(
                        "Failed to bind properties under 'berea.daily-usd' to BigDecimal:",
                        "Reason: not a number");
    }

    @Test
    void areTheDeepestCauseOtherwise() throws IOException {
        Path log =
                log(
                        "Exception in thread\n\tat a.b\nCaused by: outer\n\tat c.d\n"
                                + "Caused by: inner\n\tat e.f\n\t... 85 common frames omitted\n");

        assertThat(LastWords.of(log)).containsExactly("Caused by: inner");
    }

    @Test
    void areTheLastLinesWhereThereIsNeither() throws IOException {
        assertThat(LastWords.of(log("1\n2\n3\n4\n5\n6\n7\n8\n9\n" + "x".repeat(400))))
                .hasSize(8)
                .startsWith("3")
                .endsWith("x".repeat(300) + "…");
        assertThat(LastWords.of(folder.resolve("none"))).isEmpty();
    }

    private Path log(String content) throws IOException {
        return Files.writeString(folder.resolve("a.log"), content);
    }
}
