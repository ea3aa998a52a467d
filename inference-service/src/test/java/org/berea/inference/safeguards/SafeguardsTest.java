package org.berea.inference.safeguards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.inference.admission.Questions.ALICE;
import static org.berea.inference.admission.Questions.admitted;
import static org.berea.inference.models.FakeModel.failure;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.completion.Citation;
import org.berea.contracts.completion.Notice;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Task;
import org.berea.contracts.completion.Usage.FinishReason;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.inference.Passages;
import org.berea.inference.models.FakeModel;
import org.berea.inference.models.ModelFailure;
import org.berea.inference.models.ModelFailure.Kind;
import org.berea.inference.prompting.Prompts;
import org.berea.inference.routing.Route;
import org.berea.inference.routing.Routing;
import org.berea.inference.routing.TestRouting;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

final class SafeguardsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String TRUE = "It is written, \"in everything God works\" (Romans 8:28). ";
    private static final String FALSE = "It is also written, \"God fails often\" (Romans 8:28). ";
    private static final String INVENTED = "And Romans 8:99 agrees. ";

    private final TestRouting kit = new TestRouting();
    private final FakeHeldTextModeration moderation = new FakeHeldTextModeration();
    private final Ending ending = new Ending();

    @Test
    void tellsOfACitationBeforeTheSentenceThatHoldsIt() {
        kit.small.writes(TRUE, "The end.");
        StepVerifier.create(release(Passages.ROMANS))
                .expectNext(
                        new AnswerEvent.Cited(new Citation("Romans 8:28", "ROM.8.28", 0)),
                        new AnswerEvent.Token("It"),
                        new AnswerEvent.Token(" is"))
                .expectNextCount(8)
                .expectNext(new AnswerEvent.Token("The"), new AnswerEvent.Token(" end."))
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void releasesSentencesWhileTheModelIsStillWriting() {
        kit.small.plays(FakeModel.text("Love is. ", "And").concatWith(Flux.never()));
        StepVerifier.create(release(Passages.ROMANS))
                .expectNext(new AnswerEvent.Token("Love"), new AnswerEvent.Token(" is."))
                .expectNext(new AnswerEvent.Token(" "))
                .thenCancel()
                .verify(LIMIT);
        assertThat(kit.small.cancelled()).isOne();
    }

    @Test
    void dropsFalseSentencesAndSaysSoAtTheEnd() {
        kit.small.writes(TRUE, FALSE, INVENTED, "The end.");
        List<AnswerEvent> events = events(release(Passages.ROMANS));
        assertThat(text(events)).isEqualTo(TRUE + "The end.");
        assertThat(notices(events))
                .containsExactly(
                        new Notice(
                                Notice.Code.SHORTENED,
                                "2 sentences were left out because of what could not be verified"));
        assertThat(failures("quotation-matches")).isEqualTo(1);
        assertThat(failures("reference-exists")).isEqualTo(1);
        assertThat(kit.meters.counter("berea.sentences.dropped").count()).isEqualTo(2);
    }

    @Test
    void doesNotLetALaterSentenceLeanOnOneThatWasDropped() {
        kit.small.writes("John 3:16 is read. ", "Its verse 17 follows. ", "The end.");
        assertThat(text(events(release(Passages.ROMANS)))).isEqualTo("The end.");
    }

    @Test
    void endsInAnErrorWhenNothingCanBeReleased() {
        kit.small.writes(FALSE);
        assertThat(problem(release(Passages.ROMANS))).isEqualTo(ProblemType.UNVERIFIABLE);
        kit.medium.writes("");
        assertThat(problem(release(kit.routing(), Task.SUMMARIZATION, Passages.ROMANS)))
                .isEqualTo(ProblemType.UNVERIFIABLE);
    }

    @Test
    void withholdsCitationsWhenNothingWasRetrieved() {
        kit.small.writes("It is in Romans 8:28. ", "Love is patient.");
        List<AnswerEvent> events = events(release());
        assertThat(text(events)).isEqualTo("Love is patient.");
        assertThat(failures("no-citation-without-context")).isEqualTo(1);
    }

    @Test
    void screensEachSentenceWithWhatWasReleasedBefore() {
        moderation.says(text -> Mono.just(!text.contains("bad")));
        kit.small.writes("Good. ", "This is bad. ", "Good again.");
        List<AnswerEvent> events = events(release(Passages.ROMANS));
        assertThat(moderation.seen())
                .containsExactly("Good. ", "Good. This is bad. ", "Good. Good again.");
        assertThat(text(events)).isEqualTo("Good. Good again.");
        assertThat(failures("moderation")).isEqualTo(1);
    }

    @Test
    void breaksOffWhenNobodyCanScreen() {
        moderation.says(_ -> Mono.error(new IllegalStateException("away")));
        kit.small.plays(FakeModel.text("Good. ", "And ").concatWith(Flux.never()));
        assertThat(problem(release(Passages.ROMANS))).isEqualTo(ProblemType.INTERRUPTED);
        assertThat(kit.small.cancelled()).isOne();
    }

    @Test
    void leavesOutTheHalfSentenceOfATextThatWasCutAtItsLength() {
        kit.small.plays(
                FakeModel.text("Whole. ", "Ha")
                        .concatWithValues(FakeModel.end(FinishReason.LENGTH, null, null)));
        List<AnswerEvent> events = events(release(Passages.ROMANS));
        assertThat(text(events)).isEqualTo("Whole. ");
        assertThat(ending.reason()).isEqualTo(FinishReason.LENGTH);
        assertThat(notices(events)).extracting(Notice::code).containsExactly(Notice.Code.SHORTENED);
    }

    @Test
    void aTextWithoutEndIsBoundedAndNeverWhole() {
        kit.small.plays(FakeModel.text("So it goes. ").repeat());
        StringBuilder sent = new StringBuilder();
        StepVerifier.create(
                        release(Passages.ROMANS)
                                .filter(AnswerEvent.Token.class::isInstance)
                                .doOnNext(event -> sent.append(text(List.of(event)))))
                .thenConsumeWhile(_ -> true)
                .expectError(ModelFailure.class)
                .verify(LIMIT);
        assertThat(sent).isNotEmpty().hasSizeLessThan(600 * 8);
        assertThat(kit.small.cancelled()).isOne();
    }

    @Test
    void beginsAnewWithTheNextModelWhenNothingWasReleased() {
        kit.medium.failsAfter(failure(Kind.STALLED), "Half a sentence of the first");
        kit.small.writes("The second. ", "It ends.");
        List<AnswerEvent> events =
                events(release(kit.routing(), Task.SUMMARIZATION, Passages.ROMANS));
        assertThat(text(events)).isEqualTo("The second. It ends.");
        assertThat(notices(events))
                .containsExactly(
                        new Notice(
                                Notice.Code.SMALLER_MODEL, "a smaller model than usual answered"));
    }

    @Test
    void saysOnceThatASmallerModelAnswers() {
        kit.medium.failsAfter(failure(Kind.SERVER_ERROR));
        kit.small.failsAfter(failure(Kind.SERVER_ERROR));
        kit.extractive.writes("The last.");
        List<AnswerEvent> events =
                events(release(kit.routing(), Task.SUMMARIZATION, Passages.ROMANS));
        assertThat(notices(events))
                .extracting(Notice::code)
                .containsExactly(Notice.Code.SMALLER_MODEL, Notice.Code.EXTRACTIVE);
        var other = new FakeModel("other", org.berea.inference.models.SizeClass.SMALL, 1);
        other.failsAfter(failure(Kind.SERVER_ERROR));
        kit.extractive.writes("The last.");
        assertThat(
                        notices(
                                events(
                                        release(
                                                kit.routing("1", 99_000, kit.small, other),
                                                Task.SUMMARIZATION,
                                                Passages.ROMANS))))
                .extracting(Notice::code)
                .containsExactly(Notice.Code.EXTRACTIVE);
    }

    @Test
    void endsInTheFailureWhenSomethingWasReleased() {
        kit.small.failsAfter(failure(Kind.CUT), "Released. ", "And");
        StepVerifier.create(release(Passages.ROMANS))
                .expectNextCount(2)
                .expectError(ModelFailure.class)
                .verify(LIMIT);
        assertThat(kit.extractive.calls()).isEmpty();
    }

    @Test
    void waitsForTheVerdictOfASentenceBeforeItDecidesWhetherTheNextModelMayBegin() {
        moderation.says(_ -> Mono.delay(Duration.ofMillis(200)).thenReturn(true));
        kit.small.failsAfter(failure(Kind.CUT), "In the balance. ", "And");
        kit.extractive.writes("Another answer.");
        StepVerifier.create(release(Passages.ROMANS).filter(AnswerEvent.Token.class::isInstance))
                .expectNextCount(4)
                .expectError(ModelFailure.class)
                .verify(LIMIT);
    }

    private Flux<AnswerEvent> release(Passage... passages) {
        return release(kit.routing(), Task.VERSE_LOOKUP, passages);
    }

    private Flux<AnswerEvent> release(Routing routing, Task task, Passage... passages) {
        Mono<Route> route =
                TestRouting.choose(routing, admitted("Why?", task, ALICE), Prompts.of(passages));
        var safeguards = new Safeguards(routing, Prompts.PROMPTING, moderation, kit.meters);
        return routing.use(route, chosen -> safeguards.release(chosen, ending));
    }

    private static List<AnswerEvent> events(Flux<AnswerEvent> answer) {
        return answer.collectList().blockOptional(LIMIT).orElseThrow();
    }

    private static String text(List<AnswerEvent> events) {
        return events.stream()
                .filter(AnswerEvent.Token.class::isInstance)
                .map(event -> ((AnswerEvent.Token) event).token())
                .collect(Collectors.joining());
    }

    private static List<Notice> notices(List<AnswerEvent> events) {
        return events.stream()
                .filter(AnswerEvent.Noticed.class::isInstance)
                .map(event -> ((AnswerEvent.Noticed) event).notice())
                .toList();
    }

    private static ProblemType problem(Flux<AnswerEvent> answer) {
        return answer.then(Mono.<ProblemType>empty())
                .onErrorResume(
                        ProblemException.class,
                        failure -> Mono.justOrEmpty(ProblemType.of(failure.problem().type())))
                .blockOptional(LIMIT)
                .orElseThrow();
    }

    private double failures(String check) {
        return kit.meters.counter("berea.validation.failures", "check", check).count();
    }
}
