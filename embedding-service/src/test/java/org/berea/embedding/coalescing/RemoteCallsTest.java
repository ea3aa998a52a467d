package org.berea.embedding.coalescing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.berea.embedding.Eventually;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The queue before a remote model that answers when the test says so. */
class RemoteCallsTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int CALLS = 3;
    private static final int TEXTS = 4;

    private record Call(List<String> texts, Sinks.One<List<Encoding>> answer) {
        void succeed() {
            answer.tryEmitValue(
                    texts.stream()
                            .<Encoding>map(it -> new Encoding.Encoded(new float[] {1}, it.length()))
                            .toList());
        }
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final QueueMetrics metrics = new QueueMetrics(new SimpleMeterRegistry());
    private final EncodingQueue queue = new EncodingQueue(100, metrics);
    private final RemoteCalls remote =
            new RemoteCalls(queue, this::encode, metrics, new CallLimits(CALLS, TEXTS));

    @AfterEach
    void stop() {
        remote.close();
    }

    @Test
    void sendsSeveralTextsOfAnImportInOneCall() throws Exception {
        var imports = embed(Purpose.IMPORT, 1, TEXTS);
        called(1);

        assertThat(calls.getFirst().texts()).hasSize(TEXTS);
        calls.getFirst().succeed();
        assertThat(imports).allMatch(it -> get(it) instanceof Encoding.Encoded(_, var t) && t == 8);
    }

    @Test
    void leavesOneCallToQuestions() throws Exception {
        embed(Purpose.IMPORT, 1, 50);
        called(CALLS - 1);
        var question = embed("question", Purpose.QUERY);
        called(CALLS);

        assertThat(calls.getLast().texts()).containsExactly("question");
        calls.getLast().succeed();
        assertThat(get(question)).isInstanceOf(Encoding.Encoded.class);
        Thread.sleep(100);
        assertThat(calls).as("the free call stays free").hasSize(CALLS);
    }

    @Test
    void goesOnUntilNothingWaits() throws Exception {
        var imports = embed(Purpose.IMPORT, 1, 50);
        Eventually.within(
                SOON,
                "all are answered",
                () -> {
                    calls.forEach(Call::succeed);
                    return imports.stream().allMatch(CompletableFuture::isDone);
                });

        assertThat(calls.stream().mapToInt(it -> it.texts().size()).sum()).isEqualTo(50);
        assertThat(calls).hasSizeLessThan(20);
    }

    @Test
    void failsAllTextsOfACallThatFailsAndGoesOnWithTheNext() throws Exception {
        var imports = embed(Purpose.IMPORT, 1, TEXTS);
        called(1);
        calls.getFirst().answer().tryEmitError(new IllegalStateException("broken"));

        for (var text : imports) {
            assertThatThrownBy(() -> get(text)).hasMessageContaining("broken");
        }
        var next = embed("next", Purpose.IMPORT);
        called(2);
        calls.getLast().succeed();
        assertThat(get(next)).isInstanceOf(Encoding.Encoded.class);
    }

    @Test
    void endsACallThatNobodyWaitsForAndGivesItsPlaceAway() throws Exception {
        for (int round = 1; round <= 5; round++) {
            int begun = round;
            var left = embed("question " + round, Purpose.QUERY);
            called(round);
            left.cancel(true);
            Eventually.within(SOON, "cancelled", () -> cancelled.get() == begun);
        }
    }

    @Test
    void doesNotEndACallThatOneStillWaitsFor() throws Exception {
        var one = embed("one", Purpose.QUERY);
        called(1);
        var same = embed("one", Purpose.QUERY);
        one.cancel(true);
        calls.getFirst().succeed();

        assertThat(get(same)).isInstanceOf(Encoding.Encoded.class);
        assertThat(calls).hasSize(1);
        assertThat(cancelled).hasValue(0);
    }

    @Test
    void survivesThousandsOfCallsThatFailAtOnce() {
        var failing = new EncodingQueue(10_000, metrics);
        var calling =
                new RemoteCalls(
                        failing,
                        _ -> Mono.error(new IllegalStateException("broken")),
                        metrics,
                        new CallLimits(2, 1));
        var texts =
                IntStream.range(0, 5_000)
                        .mapToObj(i -> failing.embed(new Text("t" + i, Purpose.IMPORT)).toFuture())
                        .toList();

        assertThat(texts).allMatch(RemoteCallsTest::fails);
        calling.close();
    }

    private void called(int times) throws Exception {
        Eventually.within(SOON, times + " calls", () -> calls.size() == times);
    }

    private Mono<List<Encoding>> encode(List<Text> texts) {
        return Mono.defer(() -> begin(texts)).doOnCancel(cancelled::incrementAndGet);
    }

    private Mono<List<Encoding>> begin(List<Text> texts) {
        Sinks.One<List<Encoding>> answer = Sinks.one();
        calls.add(new Call(texts.stream().map(Text::content).toList(), answer));
        return answer.asMono();
    }

    private List<CompletableFuture<?>> embed(Purpose purpose, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .<CompletableFuture<?>>mapToObj(i -> embed("text %03d".formatted(i), purpose))
                .toList();
    }

    private CompletableFuture<?> embed(String text, Purpose purpose) {
        return queue.embed(new Text(text, purpose)).toFuture();
    }

    private static @Nullable Object get(CompletableFuture<?> future) {
        return future.orTimeout(SOON.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    private static boolean fails(CompletableFuture<?> future) {
        try {
            get(future);
            return false;
        } catch (java.util.concurrent.CompletionException e) {
            return String.valueOf(e.getMessage()).contains("broken");
        }
    }
}
