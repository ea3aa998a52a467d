package org.berea.inference.safeguards;

import static org.berea.contracts.problem.ProblemType.INTERRUPTED;
import static org.berea.contracts.problem.ProblemType.UNVERIFIABLE;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.completion.Citation;
import org.berea.contracts.completion.Notice;
import org.berea.contracts.completion.Usage.FinishReason;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.inference.routing.Route;
import org.berea.inference.safeguards.Verdict.Check;
import reactor.core.publisher.Flux;

/** The text of one answer between the model and the client. Used by one signal at a time. */
final class HeldText {
    private static final int REMEMBERED = 1_500;
    private static final Pattern TOKEN = Pattern.compile("\\s*\\S+|\\s+");

    private final SentenceCheck check;
    private final HeldTextModeration moderation;
    private final MeterRegistry meters;
    private final Caller caller;
    private final Ending ending;
    private final Sentences sentences = new Sentences();
    private final StringBuilder released = new StringBuilder();
    private long heldSince;
    private int dropped;
    private boolean cut;

    HeldText(Route route, HeldTextModeration moderation, MeterRegistry meters, Ending ending) {
        this.check = new SentenceCheck(route.prompt().passages(), route.question().prompt());
        this.moderation = moderation;
        this.meters = meters;
        this.caller = route.question().caller();
        this.ending = ending;
    }

    boolean hasReleased() {
        return !released.isEmpty();
    }

    /** What of the text, with what was held before, can go out. */
    Flux<AnswerEvent> take(String text) {
        if (heldSince == 0) {
            heldSince = System.nanoTime();
        }
        return Flux.fromIterable(sentences.add(text)).concatMap(this::examine);
    }

    /** A text that was cut at its limit ends in half a sentence, which nobody can check. */
    Flux<AnswerEvent> end(FinishReason reason) {
        ending.because(reason);
        cut = reason == FinishReason.LENGTH;
        String rest = sentences.rest();
        return cut ? Flux.empty() : examine(rest);
    }

    /** Another model begins: what is held of the first one's text is void. */
    Flux<AnswerEvent> startAnew(Route failed, Route next) {
        sentences.clear();
        dropped = 0;
        return Notices.between(failed, next);
    }

    /** What is to be said when all text has been seen. */
    Flux<AnswerEvent> finish() {
        if (!hasReleased()) {
            return Flux.error(new ProblemException(Problem.of(UNVERIFIABLE, emptiness())));
        }
        var losses = new ArrayList<String>();
        if (dropped > 0) {
            losses.add(
                    (dropped == 1 ? "one sentence was" : dropped + " sentences were")
                            + " left out because of what could not be verified");
        }
        if (cut) {
            losses.add("the answer was cut at the longest length it may have");
        }
        return losses.isEmpty() ? Flux.empty() : shortened(String.join("; ", losses));
    }

    private String emptiness() {
        return dropped == 0
                ? "the model wrote nothing"
                : "nothing that was written could be verified";
    }

    private Flux<AnswerEvent> examine(String sentence) {
        if (sentence.isBlank()) {
            return hasReleased() ? let(sentence, List.of()) : Flux.empty();
        }
        Metric.VALIDATION_CHECKS.counter(meters, "check", "sentence").increment();
        return switch (check.check(recent(), sentence)) {
            case Verdict.Failed(var failed) -> drop(failed);
            case Verdict.Passed(var citations) ->
                    moderation
                            .isFit(recent() + sentence, caller)
                            .onErrorMap(HeldText::noVerdict)
                            .flatMapMany(
                                    fit -> fit ? let(sentence, citations) : drop(Check.MODERATION));
        };
    }

    private Flux<AnswerEvent> drop(Check failed) {
        dropped++;
        Metric.VALIDATION_FAILURES.counter(meters, "check", failed.label()).increment();
        Metric.SENTENCES_DROPPED.counter(meters).increment();
        return Flux.empty();
    }

    private Flux<AnswerEvent> let(String sentence, List<Citation> citations) {
        noteHold();
        released.append(sentence);
        return events(citations, sentence);
    }

    /** The first word of the next sentence, if there is one, is what ended this one. */
    private void noteHold() {
        long now = System.nanoTime();
        if (heldSince != 0) {
            Metric.HOLD_TIME.timer(meters).record(Duration.ofNanos(now - heldSince));
        }
        heldSince = now;
    }

    /** Checked text as it goes out: its citations first, then word by word. */
    static Flux<AnswerEvent> events(List<Citation> citations, String text) {
        Flux<AnswerEvent> cited = Flux.fromIterable(citations).map(AnswerEvent.Cited::new);
        Flux<AnswerEvent> tokens =
                Flux.fromStream(
                        () ->
                                TOKEN.matcher(text)
                                        .results()
                                        .map(match -> new AnswerEvent.Token(match.group())));
        return cited.concatWith(tokens);
    }

    /** The end of what was released: what names the book, and overlaps the next sentence. */
    private String recent() {
        return released.substring(Math.max(0, released.length() - REMEMBERED));
    }

    private static Flux<AnswerEvent> shortened(String detail) {
        return Flux.just(new AnswerEvent.Noticed(new Notice(Notice.Code.SHORTENED, detail)));
    }

    private static Throwable noVerdict(Throwable failure) {
        return new ProblemException(
                Problem.of(INTERRUPTED, "the rest of the answer could not be screened"), failure);
    }
}
