package org.berea.inference.safeguards;

import static org.berea.contracts.problem.ProblemType.INTERRUPTED;
import static org.berea.contracts.problem.ProblemType.UNVERIFIABLE;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.regex.Pattern;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.completion.Citation;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Notice;
import org.berea.contracts.completion.Usage.FinishReason;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.inference.routing.Route;
import org.berea.inference.routing.RoutedOutput;
import org.berea.inference.safeguards.Verdict.Check;
import org.jspecify.annotations.Nullable;
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
    private int dropped;

    HeldText(Route route, HeldTextModeration moderation, MeterRegistry meters, Ending ending) {
        this.check = new SentenceCheck(route.prompt().passages());
        this.moderation = moderation;
        this.meters = meters;
        this.caller = route.question().caller();
        this.ending = ending;
    }

    boolean hasReleased() {
        return !released.isEmpty();
    }

    Flux<AnswerEvent> take(RoutedOutput output) {
        return switch (output) {
            case RoutedOutput.Text(var text) ->
                    Flux.fromIterable(sentences.add(text)).concatMap(this::examine);
            case RoutedOutput.StartedAnew(var degradation) -> startAnew(degradation);
            case RoutedOutput.Ended(var reason) -> end(reason);
        };
    }

    /** What is to be said when all text has been seen. */
    Flux<AnswerEvent> finish() {
        if (dropped == 0) {
            return Flux.empty();
        }
        if (!hasReleased()) {
            return Flux.error(
                    new ProblemException(
                            Problem.of(
                                    UNVERIFIABLE, "nothing that was written could be verified")));
        }
        String sentencesLeft = dropped == 1 ? "one sentence was" : dropped + " sentences were";
        return notice(
                Notice.Code.SHORTENED,
                sentencesLeft + " left out because of what could not be verified");
    }

    private Flux<AnswerEvent> startAnew(@Nullable Degradation degradation) {
        sentences.clear();
        dropped = 0;
        return degradation == null
                ? Flux.empty()
                : Flux.just(new AnswerEvent.Noticed(Notices.of(degradation)));
    }

    /** A text that was cut at its limit ends in half a sentence, which nobody can check. */
    private Flux<AnswerEvent> end(FinishReason reason) {
        ending.because(reason);
        String rest = sentences.rest();
        return rest.isBlank() || reason == FinishReason.LENGTH ? Flux.empty() : examine(rest);
    }

    private Flux<AnswerEvent> examine(String sentence) {
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
        released.append(sentence);
        Flux<AnswerEvent> cited = Flux.fromIterable(citations).map(AnswerEvent.Cited::new);
        Flux<AnswerEvent> tokens =
                Flux.fromStream(
                        () ->
                                TOKEN.matcher(sentence)
                                        .results()
                                        .map(match -> new AnswerEvent.Token(match.group())));
        return cited.concatWith(tokens);
    }

    /** The end of what was released: what names the book, and overlaps the next sentence. */
    private String recent() {
        return released.substring(Math.max(0, released.length() - REMEMBERED));
    }

    private static Flux<AnswerEvent> notice(Notice.Code code, String detail) {
        return Flux.just(new AnswerEvent.Noticed(new Notice(code, detail)));
    }

    private static Throwable noVerdict(Throwable failure) {
        return new ProblemException(
                Problem.of(INTERRUPTED, "the rest of the answer could not be screened"), failure);
    }
}
