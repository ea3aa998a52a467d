package org.berea.inference.usage;

import java.util.concurrent.atomic.AtomicBoolean;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.completion.Usage;
import org.berea.contracts.completion.Usage.CacheOutcome;
import org.berea.contracts.completion.Usage.FinishReason;
import org.berea.contracts.event.CompletionFinished.Outcome;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.reservation.Spending;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The record of one answer while it runs; the first of its ends is the one that counts. What cannot
 * be made durable is the problem {@code unrecorded}.
 */
public final class OpenRecord {
    private final AdmittedQuestion question;
    private final Spending spending;
    private final Recorder recorder;
    private final Transcript transcript = new Transcript();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    OpenRecord(AdmittedQuestion question, Spending spending, Recorder recorder) {
        this.question = question;
        this.spending = spending;
        this.recorder = recorder;
    }

    /**
     * The answer, noted as it goes. Truncation never looks like success, whatever its cause: should
     * it stop without a last event that says how it ended, that is an error.
     */
    public Flux<AnswerEvent> follow(Flux<AnswerEvent> answer) {
        return answer.doOnNext(this::note).concatWith(Flux.defer(this::failUnlessWhole));
    }

    private void note(AnswerEvent event) {
        transcript.note(event);
        if (event instanceof AnswerEvent.Token && begun.compareAndSet(false, true)) {
            recorder.began(question);
        }
    }

    private Flux<AnswerEvent> failUnlessWhole() {
        return transcript.isWhole()
                ? Flux.empty()
                : Flux.error(new IllegalStateException("the answer stopped before its end"));
    }

    public Transcript transcript() {
        return transcript;
    }

    public Spending spending() {
        return spending;
    }

    /** What was used so far. */
    public Usage usage(CacheOutcome cache, FinishReason reason) {
        Spending.Snapshot used = spending.snapshot();
        return new Usage(used.promptTokens(), used.outputTokens(), cache, reason);
    }

    /** It was admitted; completes when that is durable. */
    public Mono<Void> admitted() {
        return recorder.admitted(question, spending);
    }

    /** It came to its proper end; completes when that is durable. */
    public Mono<Void> finished(Usage usage) {
        return end(Outcome.FINISHED, null, usage);
    }

    /** It broke off; completes when that is durable. */
    public Mono<Void> failed(String reason) {
        return end(Outcome.FAILED, reason, null);
    }

    /** Its owner said stop; completes when that is durable. */
    public Mono<Void> stopped() {
        return cancelled(Cancellation.STOP);
    }

    /** The client closed its connection; completes when that is durable. */
    public Mono<Void> left() {
        return cancelled(Cancellation.CLIENT);
    }

    private Mono<Void> cancelled(Cancellation cause) {
        return end(Outcome.CANCELLED, null, null, () -> recorder.cancelled(cause));
    }

    private Mono<Void> end(Outcome outcome, @Nullable String reason, @Nullable Usage usage) {
        return end(outcome, reason, usage, () -> {});
    }

    private Mono<Void> end(
            Outcome outcome, @Nullable String reason, @Nullable Usage usage, Runnable first) {
        return Mono.defer(
                () -> {
                    if (!ended.compareAndSet(false, true)) {
                        return Mono.empty();
                    }
                    first.run();
                    return recorder.ended(
                            new Recorder.Ended(
                                    question.asked(),
                                    spending.day(),
                                    question.task(),
                                    question.translation(),
                                    outcome,
                                    reason,
                                    usage),
                            transcript,
                            spending.snapshot());
                });
    }
}
