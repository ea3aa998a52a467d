package org.berea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of answers while a part of the suite does not answer, and after it died. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LadderTest {
    private static final String WORRY = "Should I worry about tomorrow";

    private Suite suite;
    private Client alice;

    @BeforeAll
    void start(@TempDir Path data) {
        suite = Suite.start(data, Map.of(), "--models", "simulator");
        alice = new Client(suite.address(), suite.token("--tier", "pro"));
        alice.awaitVectors();
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    void withoutEmbeddingVersesAreFoundByTheirWords() {
        try (var _ = suite.child("embedding-service").hold()) {
            Answer answer = within(Duration.ofSeconds(15), () -> alice.ask(WORRY + ", or not?"));

            assertThat(answer.degraded()).contains("no-embedding");
            assertThat(answer.sourceVerses()).isNotEmpty();
            assertThat(answer.isDone()).isTrue();
        }
    }

    @Test
    void withoutSearchAnAnswerIsGeneralKnowledgeAndCitesNothing() {
        try (var _ = suite.child("search-service").hold()) {
            Answer answer = within(Duration.ofSeconds(15), () -> alice.ask(WORRY + ", friend?"));

            assertThat(answer.degraded()).contains("no-search");
            assertThat(answer.sourceVerses()).isEmpty();
            assertThat(answer.notices()).contains("no-context");
            assertThat(answer.text()).isNotBlank().doesNotContainPattern("\\d+:\\d+");
            assertThat(answer.named("citation")).isEmpty();
            assertThat(answer.isDone()).isTrue();
        }
    }

    @Test
    void withoutModerationNothingIsAnswered() {
        try (var _ = suite.child("moderation-service").hold()) {
            HttpResponse<String> answer =
                    within(Duration.ofSeconds(15), () -> alice.askForJson(WORRY + "?"));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("urn:berea:problem:unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void aKilledPartIsBackByItself() {
        Child inference = suite.child("inference-service");

        inference.kill();

        Await.until(
                "another process answers",
                Duration.ofSeconds(60),
                () ->
                        suite.child("inference-service").pid() != inference.pid()
                                && alice.ask("What is love, after 1 Corinthians 13:4?").isDone());
    }

    private static <T> T within(Duration limit, java.util.function.Supplier<T> work) {
        Instant begun = Instant.now();
        T result = work.get();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(limit);
        return result;
    }
}
