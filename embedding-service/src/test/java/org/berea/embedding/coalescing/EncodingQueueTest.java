package org.berea.embedding.coalescing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.berea.contracts.problem.ProblemException;
import org.berea.embedding.Eventually;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The queue before one thread whose pace the test decides. */
class EncodingQueueTest {
    private static final int BOUND = 3;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final QueueMetrics metrics = new QueueMetrics(meters);
    private final EncodingQueue queue = new EncodingQueue(BOUND, metrics);
    private final GatedEncoder encoder = new GatedEncoder();
    private final EncoderThreads threads = new EncoderThreads(1, queue, encoder, metrics);

    @AfterEach
    void stop() throws Exception {
        encoder.open(1_000);
        threads.close();
    }

    @Test
    void takesQuestionsFirstThenPassagesThenImports() throws Exception {
        occupyTheThread();
        var all =
                List.of(
                        embed("import 1", Purpose.IMPORT),
                        embed("import 2", Purpose.IMPORT),
                        embed("passage", Purpose.PASSAGE),
                        embed("question 1", Purpose.QUERY),
                        embed("question 2", Purpose.QUERY));
        encoder.open(6);
        all.forEach(EncodingQueueTest::get);

        assertThat(encoder.begun())
                .containsExactly(
                        "first", "question 1", "question 2", "passage", "import 1", "import 2");
    }

    @Test
    void refusesWhatExceedsTheBoundOfItsPurposeOnly() throws Exception {
        occupyTheThread();
        IntStream.range(0, BOUND).forEach(i -> embed("import " + i, Purpose.IMPORT));

        assertThatThrownBy(() -> get(embed("one too many", Purpose.IMPORT)))
                .hasRootCauseInstanceOf(ProblemException.class)
                .hasMessageContaining("no room");
        var question = embed("question", Purpose.QUERY);
        encoder.open(2);
        assertThat(get(question)).isInstanceOf(Encoding.Encoded.class);
        assertThat(meters.counter("berea.embedding.refused", "type", "import").count())
                .isEqualTo(1);
    }

    @Test
    void forgetsATextThatNobodyWaitsForAnyMore() throws Exception {
        occupyTheThread();
        var left = embed("left", Purpose.QUERY);
        var stays = embed("stays", Purpose.QUERY);
        assertThat(queue.waiting(Purpose.QUERY)).isEqualTo(2);

        left.cancel(true);

        assertThat(queue.waiting(Purpose.QUERY)).isEqualTo(1);
        encoder.open(2);
        get(stays);
        assertThat(encoder.begun()).containsExactly("first", "stays");
    }

    @Test
    void encodesATextOnceForAllWhoWaitForIt() throws Exception {
        occupyTheThread();
        var one = embed("same", Purpose.QUERY);
        var other = embed("same", Purpose.QUERY);
        one.cancel(true);
        encoder.open(2);

        assertThat(get(other)).isInstanceOf(Encoding.Encoded.class);
        assertThat(encoder.begun()).containsExactly("first", "same");
    }

    @Test
    void survivesATextThatBreaksTheEncoder() throws Exception {
        occupyTheThread();
        var broken = embed("broken", Purpose.QUERY);
        encoder.open(3);

        assertThatThrownBy(() -> get(broken)).hasMessageContaining("broken");
        assertThat(get(embed("whole", Purpose.QUERY))).isInstanceOf(Encoding.Encoded.class);
    }

    @Test
    void failsWhoWaitsWhenItStops() throws Exception {
        occupyTheThread();
        var waiting = embed("waiting", Purpose.QUERY);
        encoder.open(1);
        queue.close();

        assertThatThrownBy(() -> get(waiting)).hasRootCauseInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> get(embed("later", Purpose.QUERY)))
                .hasRootCauseInstanceOf(ProblemException.class);
    }

    @Test
    void keepsOneOfTwoThreadsFreeOfImportsAfterAQuestion() throws Exception {
        var busy = new EncodingQueue(100, metrics);
        try (var _ = new EncoderThreads(2, busy, encoder, metrics, Duration.ofMinutes(1))) {
            importsAfterAQuestion(busy);
            Eventually.within(SOON, "one is begun", () -> encoder.begun().size() == 2);
            Thread.sleep(100);

            assertThat(encoder.begun()).as("the other thread is free").hasSize(2);
            var _ = busy.embed(new Text("second question", Purpose.QUERY)).subscribe();
            Eventually.within(
                    SOON, "for questions", () -> encoder.begun().contains("second question"));
            encoder.open(100);
        }
    }

    @Test
    void usesBothThreadsForImportsAgainWhenNoQuestionsCome() throws Exception {
        var calm = new EncodingQueue(100, metrics);
        try (var _ = new EncoderThreads(2, calm, encoder, metrics, Duration.ofMillis(50))) {
            importsAfterAQuestion(calm);

            Eventually.within(SOON, "two are begun", () -> encoder.begun().size() == 3);
            encoder.open(100);
        }
    }

    private void importsAfterAQuestion(EncodingQueue to) {
        encoder.open(1);
        assertThat(to.embed(new Text("question", Purpose.QUERY)).block(SOON)).isNotNull();
        for (int i = 0; i < 20; i++) {
            var _ = to.embed(new Text("import " + i, Purpose.IMPORT)).subscribe();
        }
    }

    private void occupyTheThread() throws Exception {
        embed("first", Purpose.PASSAGE);
        Eventually.within(SOON, "the thread is busy", () -> !encoder.begun().isEmpty());
    }

    private CompletableFuture<@Nullable Encoding> embed(String text, Purpose purpose) {
        return queue.embed(new Text(text, purpose)).toFuture();
    }

    private static @Nullable Encoding get(CompletableFuture<@Nullable Encoding> future) {
        return future.orTimeout(SOON.toMillis(), TimeUnit.MILLISECONDS).join();
    }
}
