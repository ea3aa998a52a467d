package org.berea.inference.usage;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.berea.contracts.completion.Usage;
import org.berea.contracts.completion.Usage.CacheOutcome;
import org.berea.contracts.completion.Usage.FinishReason;
import org.berea.contracts.event.CompletionFinished.Outcome;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.reservation.Consumption;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The record of one answer while it runs; the first of its ends is the one that counts. */
public final class OpenRecord {
    private final AdmittedQuestion question;
    private final LocalDate day;
    private final Recorder recorder;
    private final Transcript transcript = new Transcript();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Consumption consumption = new Consumption();

    /**
     * @param day on which the question was admitted, and against which it counts to its end
     */
    OpenRecord(AdmittedQuestion question, LocalDate day, Recorder recorder) {
        this.question = question;
        this.day = day;
        this.recorder = recorder;
    }

    public Transcript transcript() {
        return transcript;
    }

    /** From now on model calls are made, and add to this. */
    public void consumes(Consumption running) {
        consumption = running;
    }

    /** What was used so far. */
    public Usage usage(CacheOutcome cache, FinishReason reason) {
        Consumption.Snapshot used = consumption.snapshot();
        return new Usage(used.promptTokens(), used.outputTokens(), cache, reason);
    }

    /** It came to its proper end; completes when that is recorded. */
    public Mono<Void> finished(Usage usage) {
        return end(Outcome.FINISHED, null, usage);
    }

    /** It broke off; completes when that is recorded. */
    public Mono<Void> failed(String reason) {
        return end(Outcome.FAILED, reason, null);
    }

    /** The client left or stopped it. */
    public Mono<Void> cancelled() {
        return end(Outcome.CANCELLED, null, null);
    }

    private Mono<Void> end(Outcome outcome, @Nullable String reason, @Nullable Usage usage) {
        return Mono.defer(
                () ->
                        ended.compareAndSet(false, true)
                                ? recorder.publish(
                                        new Recorder.Ended(
                                                question.asked(),
                                                day,
                                                question.task(),
                                                question.translation(),
                                                outcome,
                                                reason,
                                                usage),
                                        transcript,
                                        consumption)
                                : Mono.empty());
    }
}
