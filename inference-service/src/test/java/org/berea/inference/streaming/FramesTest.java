package org.berea.inference.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.inference.streaming.Wire.MAPPER;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.berea.contracts.CompletionId;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.completion.Citation;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Notice;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Task;
import org.berea.contracts.completion.Usage;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemType;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** The bytes of every event, as clients were promised them. */
final class FramesTest {
    private static final CompletionId ID = new CompletionId("cmp_0123456789abcdef0123456789abcdef");

    private final Frames frames =
            new Frames(MAPPER, Wire.problems(), new StreamingSettings(Duration.ofSeconds(15)));

    @Test
    void writesEachEventAsTheContractSays() {
        var passage =
                new Passage(
                        "ROM.8.28-29",
                        "Romans 8:28–29",
                        "BST",
                        List.of(new Verse("ROM.8.28", "And we know"), new Verse("ROM.8.29", "For")),
                        0.82,
                        Passage.Reason.REFERENCE);
        Flux<AnswerEvent> answer =
                Flux.just(
                        new AnswerEvent.Start(ID, Task.VERSE_LOOKUP),
                        new AnswerEvent.Sources(List.of(passage), List.of(Degradation.NO_VECTORS)),
                        new AnswerEvent.Cited(new Citation("Romans 8:28", "ROM.8.28", 0)),
                        new AnswerEvent.Token("The"),
                        new AnswerEvent.Token(" apo\"stle\n"),
                        new AnswerEvent.Noticed(new Notice(Notice.Code.SMALLER_MODEL, "…")),
                        new AnswerEvent.Used(
                                new Usage(
                                        812,
                                        143,
                                        Usage.CacheOutcome.MISS,
                                        Usage.FinishReason.STOP)),
                        new AnswerEvent.Done());
        assertThat(frames.of(answer).collectList().block(Duration.ofSeconds(5)))
                .containsExactly(
                        "event: start\nid: 0\ndata: {\"id\":\"cmp_0123456789abcdef0123456789abcdef\",\"task\":\"verse-lookup\"}\n\n",
                        "event: sources\nid: 1\ndata: {\"passages\":[{\"ref\":\"ROM.8.28-29\",\"label\":\"Romans 8:28–29\",\"translation\":\"BST\",\"verses\":[{\"ref\":\"ROM.8.28\",\"text\":\"And we know\"},{\"ref\":\"ROM.8.29\",\"text\":\"For\"}],\"score\":0.82,\"reason\":\"reference\"}],\"degraded\":[\"no-vectors\"]}\n\n",
                        "event: citation\nid: 2\ndata: {\"text\":\"Romans 8:28\",\"ref\":\"ROM.8.28\",\"passage\":0}\n\n",
                        "id: 3\ndata: {\"token\":\"The\"}\n\n",
                        "id: 4\ndata: {\"token\":\" apo\\\"stle\\n\"}\n\n",
                        "event: notice\nid: 5\ndata: {\"code\":\"smaller-model\",\"detail\":\"…\"}\n\n",
                        "event: usage\nid: 6\ndata: {\"promptTokens\":812,\"completionTokens\":143,\"cache\":\"miss\",\"finishReason\":\"stop\"}\n\n",
                        "id: 7\ndata: [DONE]\n\n");
    }

    @Test
    void endsABrokenAnswerWithAProblemThatHasWhatAResponseBodyHas() {
        var problem = Problem.of(ProblemType.INTERRUPTED, "the model failed");
        assertThat(
                        frames.of(Flux.just(new AnswerEvent.Failed(problem)))
                                .blockLast(Duration.ofSeconds(5)))
                .isEqualTo(
                        "event: error\nid: 0\ndata: {\"type\":\"urn:berea:problem:interrupted\",\"title\":\"The answer broke off\",\"status\":503,\"detail\":\"the model failed\",\"retryable\":true}\n\n");
        assertThat(Wire.METERS.counter("berea.problems", "type", "interrupted").count())
                .isEqualTo(1);
    }

    @Test
    void showsThatASilentStreamLives() {
        StepVerifier.withVirtualTime(
                        () ->
                                frames.of(
                                        Flux.concat(
                                                Flux.just(new AnswerEvent.Token("a")),
                                                Flux.<AnswerEvent>just(new AnswerEvent.Done())
                                                        .delaySubscription(
                                                                Duration.ofSeconds(40)))))
                .expectNext("id: 0\ndata: {\"token\":\"a\"}\n\n")
                .expectNoEvent(Duration.ofMillis(14_999))
                .thenAwait(Duration.ofMillis(1))
                .expectNext(": keep-alive\n\n")
                .thenAwait(Duration.ofSeconds(15))
                .expectNext(": keep-alive\n\n")
                .thenAwait(Duration.ofSeconds(10))
                .expectNext("id: 1\ndata: [DONE]\n\n")
                .expectComplete()
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void sendsNoCommentBeforeTheFirstEventWhichDecidesTheStatus() {
        StepVerifier.withVirtualTime(() -> frames.of(Flux.never()))
                .expectSubscription()
                .expectNoEvent(Duration.ofSeconds(60))
                .thenCancel()
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void cancelsTheAnswerWhenTheClientLeaves() {
        var cancelled = new AtomicBoolean();
        Flux<AnswerEvent> answer =
                Flux.<AnswerEvent>just(new AnswerEvent.Token("a"))
                        .concatWith(Flux.never())
                        .doOnCancel(() -> cancelled.set(true));
        StepVerifier.create(frames.of(answer))
                .expectNextCount(1)
                .thenCancel()
                .verify(Duration.ofSeconds(5));
        assertThat(cancelled).isTrue();
    }
}
